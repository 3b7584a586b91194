package situs.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import situs.model.Capacity;
import situs.model.ComponentKind;
import situs.model.FrontierWorkload;
import situs.model.Metric;
import situs.model.ModelWorkload;
import situs.model.OriginDemand;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Region;
import situs.model.RouteUse;
import situs.model.Scenario;
import situs.model.Workload;
import situs.serving.IterationTime;
import situs.serving.KvCapacity;
import situs.stats.Streams;

/**
 * Every request of an {@link Island}, from its arrival to its last token, on a clock that the
 * kernel drives. Plain Java over primitive arrays: no object and no kernel event a request.
 *
 * <p>What comes next is the least of three: of a heap of events that come once (a request reaches
 * its pool, a session goes on), of the streams' next arrivals, and of the replicas' timers. The
 * engine is longer than other files because its loop is the hot path.
 */
final class RequestEngine implements Replica.Listener, ManagedPool.Desk, AutoCloseable {
  private static final long REACHES_POOL = 0;
  private static final long SESSION_CALLS = 1;
  private static final long SESSION_ENDS = 2;
  private static final long MANAGED_STARTS = 3;
  private static final long MANAGED_ENDS = 4;
  private static final long FLEET_WAKES = 5;
  private static final int TYPE_SHIFT = 60;
  private static final int EPOCH_SHIFT = 32;
  private static final long EPOCH_MASK = 0xffffff;

  private final Scenario scenario;
  private final double measuredFromS;
  private final Topology topology;
  private final DemandStream[] streams;
  private final Pool[] pools;
  private final List<Optional<Fleet>> fleets;
  private final Placement placement;
  private final EventHeap events = new EventHeap();

  /** Of the demand streams. */
  private final TournamentTree nextArrivals;

  /** Of the replicas. */
  private final TournamentTree timers;

  private final ServerPool[] timerPool;
  private final int[] timerReplica;
  private final Requests requests = new Requests();
  private final RouteCounter routes;
  private final Meters meters = new Meters();
  private final Tallies tallies;
  private final Router router;
  private final SessionFlow sessions;
  private long callsEnded;
  private double now;

  RequestEngine(Scenario scenario, Placement placement, int replication, List<String> watched) {
    this.scenario = scenario;
    this.placement = placement;
    this.measuredFromS = Timeline.of(scenario).measuredFromS();
    this.topology = new Topology(scenario, placement);
    Streams random = new Streams(scenario.seed(), replication);
    this.streams = streams(scenario, random);
    this.tallies = new Tallies(streams);
    int replicas =
        topology.pools.stream()
            .filter(p -> p.component().kind() == ComponentKind.MODEL)
            .mapToInt(Placed::replicas)
            .sum();
    this.nextArrivals = new TournamentTree(streams.length);
    this.timers = new TournamentTree(replicas);
    this.timerPool = new ServerPool[replicas];
    this.timerReplica = new int[replicas];
    this.pools = pools();
    this.router = new Router(placement.routing(), pools, watched);
    this.routes = new RouteCounter(scenario.bytesPerToken(), streams, topology.pools, watched);
    this.sessions = new SessionFlow(this, scenario, streams, pools, topology, router, tallies);
    this.fleets = fleets(random);
    for (int i = 0; i < streams.length; i++) {
      nextArrivals.set(i, streams[i].next());
    }
  }

  private static DemandStream[] streams(Scenario scenario, Streams random) {
    List<DemandStream> all = new ArrayList<>();
    for (Workload workload : scenario.workloads()) {
      for (OriginDemand origin : workload.demand()) {
        all.add(new DemandStream(scenario, workload, origin, random));
      }
    }
    return all.toArray(DemandStream[]::new);
  }

  private Pool[] pools() {
    Pool[] made = new Pool[topology.pools.size()];
    int timer = 0;
    for (int i = 0; i < made.length; i++) {
      Placed placed = topology.pools.get(i);
      Workload workload = scenario.workload(placed.component().workload());
      if (workload instanceof FrontierWorkload frontier) {
        made[i] = new RuntimePool(placed, frontier);
        continue;
      }
      if (placed.managed().isPresent()) {
        made[i] = new ManagedPool(placed, placed.managed().get(), requests, this);
        continue;
      }
      ServerPool servers = servers(placed, (ModelWorkload) workload, timer);
      made[i] = servers;
      for (int replica = 0; replica < placed.replicas(); replica++) {
        timerPool[timer] = servers;
        timerReplica[timer++] = replica;
      }
    }
    return made;
  }

  /** By pool; a managed model has no replicas. */
  private List<Optional<Fleet>> fleets(Streams random) {
    List<Optional<Fleet>> made = new ArrayList<>();
    Map<String, FleetPart> parts = FleetPart.of(topology.pools);
    for (int i = 0; i < pools.length; i++) {
      FleetPart part = parts.get(pools[i].placed.id());
      made.add(
          pools[i] instanceof ReplicaPool pool
              ? Optional.of(fleet(i, pool, part, random))
              : Optional.empty());
    }
    return made;
  }

  private Fleet fleet(int index, ReplicaPool pool, FleetPart part, Streams random) {
    Capacity capacity = scenario.workload(pool.placed().component().workload()).capacity();
    return new Fleet(
        pool,
        capacity.boot(),
        Scaler.of(capacity.plan(), pool, part, scenario),
        new Interruptions(pool.placed(), Timeline.of(scenario).demandFromS(), random),
        at -> events.push(at, FLEET_WAKES << TYPE_SHIFT | index),
        (replica, slots) -> interrupted(index, replica, slots));
  }

  /** What ran on a replica that its provider took back is lost, or goes on elsewhere. */
  private void interrupted(int pool, int replica, int[] slots) {
    lose(slots);
    if (pools[pool] instanceof RuntimePool) {
      sessions.instanceFailed(pool, replica, now);
    }
  }

  private ServerPool servers(Placed placed, ModelWorkload workload, int firstTimer) {
    var profile =
        placed
            .profile()
            .orElseThrow(() -> new IllegalArgumentException(placed.id() + " has no profile"));
    int kvTokens =
        placed
            .offer()
            .flatMap(o -> o.type().accelerator())
            .map(a -> KvCapacity.tokens(profile, a))
            .orElse(Integer.MAX_VALUE);
    return ServerPool.of(
        new ServerPool.Setup(
            placed,
            workload.batching(),
            IterationTime.of(profile),
            kvTokens,
            requests,
            this,
            timers,
            firstTimer,
            Replica::fast));
  }

  /**
   * Runs everything that is due before {@code until}, seconds from the start of the run. What is
   * due at that very instant comes after what the kernel has to say of it: windows are half open.
   */
  void advanceTo(double until) {
    while (true) {
      double event = events.firstTime();
      double arrival = nextArrivals.firstKey();
      double timer = timers.firstKey();
      double next = Math.min(Math.min(event, arrival), timer);
      if (next >= until) {
        break;
      }
      now = next;
      if (event == next) {
        handle(events.pop());
      } else if (arrival == next) {
        arrive(nextArrivals.first());
      } else {
        int replica = timers.first();
        timerPool[replica].fire(timerReplica[replica], now);
      }
    }
    now = Math.max(now, until);
  }

  private void handle(long what) {
    int index = (int) what;
    long type = what >>> TYPE_SHIFT;
    if (type == REACHES_POOL) {
      reach(index);
    } else if (type == MANAGED_STARTS) {
      ((ManagedPool) pools[requests.pool[index]]).start(index, now);
    } else if (type == MANAGED_ENDS) {
      managedEnds(index);
    } else if (type == FLEET_WAKES) {
      fleets.get(index).orElseThrow().wake(now);
    } else if (((what >>> EPOCH_SHIFT) & EPOCH_MASK) == sessions.epoch(index)) {
      if (type == SESSION_CALLS) {
        sessions.call(index, now);
      } else {
        sessions.end(index, now);
      }
    }
  }

  private void arrive(int index) {
    DemandStream stream = streams[index];
    tallies.count(tallies.offered, index);
    if (stream.isFrontier()) {
      sessions.arrive(index, now);
    } else {
      clientRequest(index, stream);
    }
    nextArrivals.set(index, stream.next());
  }

  private void clientRequest(int stream, DemandStream demand) {
    int[] choices = topology.clientChoices[stream];
    int most = ((ModelWorkload) demand.workload).model().maxContext();
    int output = Math.min(demand.output, most - 1);
    int prompt = Math.min(demand.prompt, most - output);
    int preferred = router.prefer(choices, topology.shares.ofClients(stream), demand.routing);
    int pool = router.choose(choices, preferred, prompt + output);
    double mean = pool < 0 ? 0 : topology.clientOneWayS[stream][pool];
    // Both drawn whether or not the request is refused: the next one must meet the same network.
    double there = demand.oneWay(mean);
    double back = demand.oneWay(mean);
    if (pool < 0 || !((CallPool) pools[pool]).canHold(prompt, output)) {
      tallies.count(tallies.refused, stream);
      return;
    }
    if (tallies.measuring) {
      routes.client(now - measuredFromS, stream, pool, router.why(), prompt, output);
    }
    int slot = send(Requests.CLIENT, stream, pool, prompt, 0, output, there);
    requests.back[slot] = back;
    if (requests.prefixesAreKept) {
      requests.named[slot] = demand.prefix;
    }
  }

  /** The answer to a turn: a round trip between a client and a runtime. */
  void countTurn(int stream, int runtime, Why why, int asked, int answered) {
    if (tallies.measuring) {
      routes.client(now - measuredFromS, stream, runtime, why, asked, answered);
    }
  }

  /**
   * A session's model call, sent now.
   *
   * @param carried tokens that travel with it
   * @param oneWayS of the way there, drawn
   * @param backS of the way back, drawn
   */
  int sessionCall(
      int session,
      int stream,
      int runtime,
      int pool,
      Why why,
      int prompt,
      int cached,
      int output,
      int carried,
      double oneWayS,
      double backS) {
    if (tallies.measuring) {
      double at = now - measuredFromS;
      routes.call(at, stream, runtime, pool, why, prompt + output, carried, output);
    }
    int slot = send(session, stream, pool, prompt, cached, output, oneWayS);
    requests.back[slot] = backS;
    return slot;
  }

  /**
   * A request just sent continues another, known by a key that is not 0, whose context it shares
   * the first {@code tokens} with; 0 of the first of its kind. Only for pools that keep prefixes.
   */
  void continues(int slot, long key, int tokens) {
    requests.prefix[slot] = key;
    requests.sharedTokens[slot] = tokens;
  }

  private int send(
      int session, int stream, int pool, int prompt, int cached, int output, double oneWayS) {
    int slot = requests.allocate();
    requests.session[slot] = session;
    requests.stream[slot] = stream;
    requests.pool[slot] = pool;
    requests.prompt[slot] = prompt;
    requests.remaining[slot] = Math.max(1, prompt - cached);
    requests.output[slot] = output;
    requests.sent[slot] = now;
    if (pools[pool] instanceof ManagedPool managed) {
      managed.expect(prompt + output);
    }
    events.push(now + oneWayS, REACHES_POOL << TYPE_SHIFT | slot);
    return slot;
  }

  private void reach(int slot) {
    CallPool pool = (CallPool) pools[requests.pool[slot]];
    if (pool.down) {
      if (pool instanceof ManagedPool managed) {
        managed.expect(-requests.prompt[slot] - requests.output[slot]);
      }
      lose(slot);
    } else {
      pool.arrive(slot, now);
    }
  }

  @Override
  public void startAt(int slot, double at) {
    events.push(at, MANAGED_STARTS << TYPE_SHIFT | slot);
  }

  @Override
  public void endAt(int slot, double at) {
    events.push(at, MANAGED_ENDS << TYPE_SHIFT | slot);
  }

  private void managedEnds(int slot) {
    ManagedPool pool = (ManagedPool) pools[requests.pool[slot]];
    if (pool.hasLost(slot)) {
      pool.lost(now);
      lose(slot);
    } else {
      ended(slot, now);
    }
  }

  /** A client's request is refused, a session's call is sent again after a while. */
  @Override
  public void throttle(int slot) {
    int session = requests.session[slot];
    if (session == Requests.CLIENT) {
      tallies.count(tallies.refused, requests.stream[slot]);
    } else if (session >= 0) {
      sessions.throttled(session, now);
    }
    requests.release(slot);
  }

  void scheduleCall(int session, int epoch, double at) {
    events.push(at, SESSION_CALLS << TYPE_SHIFT | (long) epoch << EPOCH_SHIFT | session);
  }

  void scheduleEnd(int session, int epoch, double at) {
    events.push(at, SESSION_ENDS << TYPE_SHIFT | (long) epoch << EPOCH_SHIFT | session);
  }

  @Override
  public void ended(int slot, double at) {
    callsEnded++;
    ((CallPool) pools[requests.pool[slot]]).ended(slot, at);
    int session = requests.session[slot];
    if (session != Requests.ABANDONED) {
      int stream = requests.stream[slot];
      double back = requests.back[slot];
      double sent = requests.sent[slot];
      double first = requests.first[slot];
      int output = requests.output[slot];
      tallies.count(tallies.calls, stream);
      tallies.latency(stream, Metric.TTFT, first - sent + back);
      if (output > 1) {
        tallies.latency(stream, Metric.TPOT, (at - first) / (output - 1));
      }
      tallies.latency(stream, Metric.CALL, at - sent + back);
      if (session >= 0) {
        sessions.answered(session, requests.pool[slot], at + back);
      }
    }
    requests.release(slot);
  }

  /** Requests whose server failed: a client's is lost, a session's is sent again. */
  void lose(int[] slots) {
    for (int slot : slots) {
      lose(slot);
    }
  }

  private void lose(int slot) {
    int session = requests.session[slot];
    if (session == Requests.CLIENT) {
      tallies.count(tallies.lost, requests.stream[slot]);
    } else if (session >= 0) {
      sessions.retry(session, now);
    }
    requests.release(slot);
  }

  /** Calls of a session that nobody waits for any more are finished but not counted. */
  void abandonCalls(int session) {
    requests.abandon(session);
  }

  /** A replica or runtime instance of a placed component has booted. */
  void started(Placed placed, int replica) {
    fleets.get(topology.numbers.get(placed.id())).orElseThrow().booted(replica, now);
  }

  /** The warm-up is over. */
  void beginMeasuring() {
    tallies.measuring = true;
    routes.restart();
    meters.restart();
    for (Pool pool : pools) {
      pool.restart(now);
    }
    fleets.forEach(fleet -> fleet.ifPresent(f -> f.restart(now)));
  }

  /** Adds how many requests or sessions of each workload are in the system now. */
  void sample(Population population) {
    for (Workload workload : scenario.workloads()) {
      double inSystem = 0;
      for (Pool pool : pools) {
        if (pool.placed.component().workload().equals(workload.name())) {
          inSystem += pool.inSystem.value();
        }
      }
      population.sample(workload.name(), inSystem);
    }
  }

  /** Other clauses are in force from now on. */
  void closePeriod() {
    routes.closePeriod();
    meters.read(now - measuredFromS, placement.placed().stream().flatMap(this::metered).toList());
  }

  /** How a component that is paid by use was used so far; none of any other. */
  private Stream<PoolUse> metered(Placed placed) {
    if (placed.component().kind() == ComponentKind.STATE) {
      return Stream.of(stateUse(placed));
    }
    return placed.managed().isPresent()
        ? Stream.of(pools[topology.numbers.get(placed.id())].use(now))
        : Stream.empty();
  }

  /** What incidents do to the pools. */
  CapacityChanges capacity() {
    return new CapacityChanges(pools, fleets, sessions, this);
  }

  /** The engine's clock, seconds from the start of the run. */
  @Override
  public double now() {
    return now;
  }

  /** Lets go of the files that demand is read from. */
  @Override
  public void close() {
    for (DemandStream stream : streams) {
      stream.close();
    }
  }

  /** How each placed component was used since the end of the warm-up. */
  List<PoolUse> uses() {
    List<PoolUse> uses = new ArrayList<>();
    for (Placed placed : placement.placed()) {
      Integer index = topology.numbers.get(placed.id());
      if (index != null) {
        PoolUse use = pools[index].use(now);
        uses.add(fleets.get(index).map(fleet -> use.with(fleet.use(now))).orElse(use));
      } else if (placed.component().kind() == ComponentKind.STATE) {
        uses.add(stateUse(placed));
      }
    }
    return uses;
  }

  /** Who came to each pool and who left since the end of the warm-up. */
  List<PoolFlow> flows() {
    return Arrays.stream(pools).map(Pool::flow).toList();
  }

  /** What went over each route, by period in which the same clauses were in force. */
  List<List<RouteUse>> routes() {
    return routes.periods();
  }

  /** What is paid by use, by stretch between two boundaries. */
  List<MeteredUse> metered() {
    return meters.stretches();
  }

  /** Model calls that ended since the start of the run. */
  long callsEnded() {
    return callsEnded;
  }

  List<LatencyCell> latencies() {
    return tallies.cells();
  }

  List<WorkloadCount> counts() {
    return tallies.counts();
  }

  /** A state store holds what the sessions of its workload in its region hold. */
  private PoolUse stateUse(Placed store) {
    double gib =
        ((FrontierWorkload) scenario.workload(store.component().workload())).session().stateGib();
    double sessionHours = 0;
    double mean = 0;
    long arrivals = 0;
    long completions = 0;
    Region region = store.region();
    for (Pool pool : pools) {
      boolean mine = pool.placed.component().workload().equals(store.component().workload());
      if (mine && pool.placed.region().id().equals(region.id())) {
        sessionHours += pool.inSystem.integral(now) / 3600;
        mean += pool.inSystem.average(now);
        arrivals += pool.arrivals;
        completions += pool.completions;
      }
    }
    return new PoolUse(
        store.id(),
        arrivals,
        completions,
        0,
        mean,
        0,
        Double.NaN,
        Double.NaN,
        0,
        0,
        sessionHours * gib);
  }
}
