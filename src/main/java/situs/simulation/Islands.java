package situs.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import situs.model.Incident;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.RouteUse;
import situs.model.Scenario;

/**
 * The request engines of a run, one an {@link Island}, on one clock. Within a fork-join pool they
 * advance side by side; as they share nothing, the results do not depend on it.
 */
final class Islands implements AutoCloseable {
  /** A stretch of simulated time worth handing to another thread, seconds. */
  private static final double WORTH_FORKING_S = 1;

  /** Into which a long stretch is divided, where there are few islands. */
  private static final int PIECES = 32;

  private final List<RequestEngine> engines = new ArrayList<>();
  private final Map<String, RequestEngine> engineOf = new HashMap<>();
  private final Scenario scenario;
  private final Placement placement;
  private double now;

  /**
   * @param watched providers of which must be known whether they had room for what went elsewhere
   */
  Islands(Scenario scenario, Placement placement, int replication, List<String> watched) {
    this.scenario = scenario;
    this.placement = placement;
    for (Island island : Island.of(scenario, placement)) {
      RequestEngine engine =
          new RequestEngine(island.scenario(), island.placement(), replication, watched);
      engines.add(engine);
      island.placement().placed().forEach(placed -> engineOf.put(placed.id(), engine));
    }
  }

  /** The clock, seconds from the start of the run. */
  double now() {
    return now;
  }

  /** Runs everything that is due before {@code until}, see {@link RequestEngine#advanceTo}. */
  void advanceTo(double until) {
    boolean fork = until - now > WORTH_FORKING_S && ForkJoinTask.inForkJoinPool();
    now = Math.max(now, until);
    if (fork && engines.size() > 1) {
      sideBySide(until);
    } else {
      engines.forEach(engine -> engine.advanceTo(until));
    }
  }

  /** In pieces by turns, so that no thread is left with a large island when the others are done. */
  private void sideBySide(double until) {
    int threads = Math.min(ForkJoinTask.getPool().getParallelism(), engines.size());
    int pieces = engines.size() < PIECES ? PIECES : 1;
    Queue<RequestEngine> waiting = new ConcurrentLinkedQueue<>(engines);
    double step = (until - engines.get(0).now()) / pieces;
    Runnable turns =
        () -> {
          for (var e = waiting.poll(); e != null; e = waiting.poll()) {
            double reached = e.now() + step;
            // What is left to rounding is no piece of its own.
            boolean last = reached + step / 2 >= until;
            e.advanceTo(last ? until : reached);
            if (!last) {
              waiting.add(e);
            }
          }
        };
    ForkJoinTask.invokeAll(
        Stream.generate(() -> ForkJoinTask.adapt(turns)).limit(threads).toList());
  }

  /** A replica or runtime instance of a placed component has booted. */
  void started(Placed placed, int replica) {
    engineOf.get(placed.id()).started(placed, replica);
  }

  void beginMeasuring() {
    engines.forEach(RequestEngine::beginMeasuring);
  }

  /** Other clauses are in force from now on. */
  void closePeriod() {
    engines.forEach(RequestEngine::closePeriod);
  }

  /** Adds how many requests or sessions of each workload are in the system now. */
  void sample(Population population) {
    engines.forEach(engine -> engine.sample(population));
  }

  /** What an incident of the engines' concern does, and what undoes it. */
  List<Control> controls(Incident incident, double measuredFromS) {
    double from = measuredFromS + incident.atS();
    double until = from + incident.forS();
    if (incident instanceof Incident.Outage outage) {
      return List.of(
          change(from, capacity -> capacity.regionDown(outage.region())),
          change(until, capacity -> capacity.regionUp(outage.region())));
    }
    if (incident instanceof Incident.CapacityLoss loss) {
      return List.of(
          change(from, capacity -> capacity.capacityLost(loss.region(), loss.share())),
          change(until, capacity -> capacity.capacityRestored(loss.region(), loss.share())));
    }
    // Surges are part of the demand, price changes of the bill.
    return List.of();
  }

  private Control change(double at, Consumer<CapacityChanges> change) {
    return new Control(at, () -> engines.forEach(engine -> change.accept(engine.capacity())));
  }

  /**
   * What was seen from the end of the warm-up until now, in the order of scenario and placement.
   */
  Observations observe() {
    closePeriod();
    Map<String, PoolUse> uses = new HashMap<>();
    List<LatencyCell> latencies = new ArrayList<>();
    List<WorkloadCount> counts = new ArrayList<>();
    for (RequestEngine engine : engines) {
      engine.uses().forEach(use -> uses.put(use.placement(), use));
      latencies.addAll(engine.latencies());
      counts.addAll(engine.counts());
    }
    return new Observations(
        now - Timeline.of(scenario).measuredFromS(),
        placement.placed().stream()
            .filter(placed -> uses.containsKey(placed.id()))
            .map(placed -> uses.get(placed.id()))
            .toList(),
        routes(),
        inOrder(latencies, LatencyCell::workload),
        inOrder(counts, WorkloadCount::workload),
        engines.stream().mapToLong(RequestEngine::callsEnded).sum(),
        engines.stream().flatMap(engine -> engine.flows().stream()).toList(),
        engines.stream().flatMap(engine -> engine.metered().stream()).toList());
  }

  /** Lets go of the files that demand is read from. */
  @Override
  public void close() {
    engines.forEach(RequestEngine::close);
  }

  /** By workload, in the order of the scenario. */
  private <T> List<T> inOrder(List<T> rows, Function<T, String> workload) {
    Map<String, Integer> rank = new HashMap<>();
    scenario.workloads().forEach(w -> rank.put(w.name(), rank.size()));
    return rows.stream().sorted(Comparator.comparing(workload.andThen(rank::get))).toList();
  }

  /** By period, and within it by island. */
  private List<RouteUse> routes() {
    List<RouteUse> all = new ArrayList<>();
    int periods = engines.stream().mapToInt(e -> e.routes().size()).max().orElse(0);
    for (int period = 0; period < periods; period++) {
      for (RequestEngine engine : engines) {
        all.addAll(engine.routes().get(period));
      }
    }
    return all;
  }
}
