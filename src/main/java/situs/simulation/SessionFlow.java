package situs.simulation;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import situs.model.Cause;
import situs.model.FrontierWorkload;
import situs.model.FrontierWorkload.OnOutage;
import situs.model.FrontierWorkload.State;
import situs.model.Metric;
import situs.model.Scenario;
import situs.stats.RandomStream;
import situs.stats.Sampler;

/**
 * The life of agent sessions: turns of steps, each step a model call and the tool calls after it;
 * the last step of a turn answers the user, who then thinks.
 *
 * <p>The context grows by what a step adds and generates; when it would pass the model's limit it
 * is compacted to its size at the start. What the model's pool has seen need not be prefilled
 * again, with the probability that the scenario states; another pool, or a compaction, has seen
 * nothing.
 */
final class SessionFlow {
  /** Wait before a call that found every pool full is sent again, seconds. Assumed. */
  private static final double RETRY_S = 2;

  /** Calls in a row that find no pool before the session is given up. Assumed: a minute. */
  private static final int MOST_RETRIES = 30;

  /** The shape of a workload's sessions with samplers that draw from {@link #random}. */
  private record Shape(
      FrontierWorkload workload,
      int maxContext,
      Sampler context,
      Sampler append,
      Sampler output,
      Sampler tool,
      Sampler think) {}

  private final RequestEngine engine;
  private final DemandStream[] streams;
  private final Pool[] pools;
  private final Topology topology;
  private final Router router;
  private final Tallies tallies;
  private final Sessions s = new Sessions();
  private final RandomStream random = new RandomStream(0);
  private final ContinuousSampler unitExponential = ZigguratSampler.Exponential.of(random);
  private final double jitter;

  /** By stream; null for streams of direct requests. */
  private final Shape[] shapes;

  SessionFlow(
      RequestEngine engine,
      Scenario scenario,
      DemandStream[] streams,
      Pool[] pools,
      Topology topology,
      Router router,
      Tallies tallies) {
    this.engine = engine;
    this.streams = streams;
    this.pools = pools;
    this.topology = topology;
    this.router = router;
    this.tallies = tallies;
    this.jitter = scenario.jitter();
    this.shapes = new Shape[streams.length];
    Map<String, Shape> byWorkload = new HashMap<>();
    for (int i = 0; i < streams.length; i++) {
      if (streams[i].workload instanceof FrontierWorkload frontier) {
        shapes[i] = byWorkload.computeIfAbsent(frontier.name(), n -> shape(scenario, frontier));
      }
    }
  }

  private Shape shape(Scenario scenario, FrontierWorkload frontier) {
    var session = frontier.session();
    return new Shape(
        frontier,
        scenario.modelOf(frontier).model().maxContext(),
        Sampler.of(session.context(), random),
        Sampler.of(session.append(), random),
        Sampler.of(session.output(), random),
        Sampler.of(session.toolTimeS(), random),
        Sampler.of(session.thinkTimeS(), random));
  }

  int epoch(int session) {
    return s.epoch[session];
  }

  /** A session begins: it is pinned to a runtime region, or refused. */
  void arrive(int stream, double now) {
    random.resume(streams[stream].nextSessionSeed());
    int runtime = runtimeFor(stream);
    // Without a model to call, a session cannot even begin.
    if (runtime < 0 || topology.callChoices[runtime].length == 0) {
      tallies.count(tallies.refused, stream);
      return;
    }
    Shape shape = shapes[stream];
    int id = s.allocate();
    s.stream[id] = stream;
    s.runtime[id] = runtime;
    s.why[id] = router.why();
    s.lastModel[id] = -1;
    s.preferredModel[id] = -1;
    s.retries[id] = 0;
    s.seen[id] = 0;
    s.born[id] = now;
    s.turnsLeft[id] = Sampler.geometric(shape.workload().session().turns(), random);
    s.startContext[id] = Math.min(shape.context().tokens(), shape.maxContext() / 2);
    s.context[id] = s.startContext[id];
    s.instance[id] = ((RuntimePool) pools[runtime]).enter(now);
    beginTurn(id, shape, now);
    s.random[id] = random.state();
  }

  private void beginTurn(int id, Shape shape, double at) {
    s.turnStart[id] = at;
    s.stepsLeft[id] = Sampler.geometric(shape.workload().session().stepsPerTurn(), random);
    double there = oneWay(topology.clientOneWayS[s.stream[id]][s.runtime[id]]);
    planStep(id, shape, at + there);
    s.asked[id] = s.append[id];
  }

  /** Draws what the next call adds and generates, and sends it at {@code at}. */
  private void planStep(int id, Shape shape, double at) {
    s.stepStart[id] = at;
    int most = shape.maxContext();
    s.append[id] = Math.min(shape.append().tokens(), most / 4);
    s.output[id] = Math.min(shape.output().tokens(), most / 8);
    if (s.context[id] + s.append[id] + s.output[id] > most) {
      s.context[id] = s.startContext[id];
      s.seen[id] = 0;
    }
    engine.scheduleCall(id, s.epoch[id], at);
  }

  private double oneWay(double meanS) {
    return jitter == 0 ? meanS : meanS * (1 + jitter * unitExponential.sample());
  }

  /** The runtime sends the model call that was planned. */
  void call(int id, double now) {
    random.resume(s.random[id]);
    int runtime = s.runtime[id];
    int prompt = s.context[id] + s.append[id];
    int pool = modelFor(id, prompt + s.output[id]);
    if (pool < 0 || !((CallPool) pools[pool]).canHold(prompt, s.output[id])) {
      s.random[id] = random.state();
      waitOrGiveUp(id, now);
      return;
    }
    s.retries[id] = 0;
    Shape shape = shapes[s.stream[id]];
    var session = shape.workload().session();
    boolean hit = random.nextDouble() < session.cacheHit();
    int known = pool == s.lastModel[id] ? Math.min(s.seen[id], s.context[id]) : 0;
    boolean keeps = ((CallPool) pools[pool]).cachesPrefixes();
    // Where prefixes are kept, the replica says what it still has, and the draw is for nothing.
    int cached = hit && !keeps ? known : 0;
    s.lastModel[id] = pool;
    int carried = session.state() == State.CLIENT ? prompt : prompt - (keeps ? known : cached);
    double mean = topology.callOneWayS[runtime][pool];
    double there = oneWay(mean);
    double back = oneWay(mean);
    s.random[id] = random.state();
    int slot =
        engine.sessionCall(
            id,
            s.stream[id],
            runtime,
            pool,
            router.why(),
            prompt,
            cached,
            s.output[id],
            carried,
            there,
            back);
    if (keeps) {
      // The epoch makes the key unlike that of the session that had this slot before.
      engine.continues(slot, (s.epoch[id] + 1L) << 32 | id, known);
    }
  }

  /** A runtime pool that is open, or -1. */
  private int runtimeFor(int stream) {
    int[] choices = topology.clientChoices[stream];
    return router.choose(
        choices, router.prefer(choices, topology.shares.ofClients(stream), random), 0);
  }

  /** A session keeps to the model pool that it began with, where its prefix is cached. */
  private int modelFor(int id, int tokens) {
    int runtime = s.runtime[id];
    int[] choices = topology.callChoices[runtime];
    if (s.preferredModel[id] < 0) {
      s.preferredModel[id] =
          router.prefer(choices, topology.shares.ofRuntime(s.stream[id], runtime), random);
    }
    return router.choose(choices, s.preferredModel[id], tokens);
  }

  private void waitOrGiveUp(int id, double now) {
    if (++s.retries[id] > MOST_RETRIES) {
      tallies.count(tallies.lost, s.stream[id]);
      end(id, now);
    } else {
      engine.scheduleCall(id, s.epoch[id], now + RETRY_S);
    }
  }

  /** The answer of a model call is back at the runtime at {@code at}. */
  void answered(int id, int pool, double at) {
    random.resume(s.random[id]);
    int stream = s.stream[id];
    Shape shape = shapes[stream];
    s.context[id] += s.append[id] + s.output[id];
    s.seen[id] = s.context[id];
    if (--s.stepsLeft[id] > 0) {
      double done = at + Math.max(0, shape.tool().sample());
      tallies.latency(stream, Metric.STEP, done - s.stepStart[id]);
      planStep(id, shape, done);
    } else {
      tallies.latency(stream, Metric.STEP, at - s.stepStart[id]);
      endTurn(id, shape, at);
    }
    s.random[id] = random.state();
  }

  private void endTurn(int id, Shape shape, double at) {
    int stream = s.stream[id];
    int runtime = s.runtime[id];
    double answered = at + oneWay(topology.clientOneWayS[stream][runtime]);
    tallies.latency(stream, Metric.TURN, answered - s.turnStart[id]);
    engine.countTurn(stream, runtime, s.why[id], s.asked[id], s.output[id]);
    if (--s.turnsLeft[id] > 0) {
      beginTurn(id, shape, answered + Math.max(0, shape.think().sample()));
    } else {
      engine.scheduleEnd(id, s.epoch[id], at);
    }
  }

  void end(int id, double now) {
    ((RuntimePool) pools[s.runtime[id]]).leave(s.instance[id], now, s.born[id]);
    s.release(id);
  }

  /** A call was refused by a rate limit. */
  void throttled(int id, double now) {
    waitOrGiveUp(id, now);
  }

  /** A call's server failed: it is sent again, and finds nothing cached. */
  void retry(int id, double now) {
    s.seen[id] = 0;
    engine.scheduleCall(id, s.epoch[id], now);
  }

  /** The runtime region failed: its sessions move with their state, or are lost. */
  void runtimeFailed(int runtime, double now) {
    for (int id = 0; id < s.slots(); id++) {
      if (s.live[id] && s.runtime[id] == runtime) {
        engine.abandonCalls(id);
        move(id, now);
      }
    }
  }

  /** A runtime instance was taken back: likewise, but they may find a place in the same pool. */
  void instanceFailed(int runtime, int instance, double now) {
    for (int id = 0; id < s.slots(); id++) {
      if (s.live[id] && s.runtime[id] == runtime && s.instance[id] == instance) {
        engine.abandonCalls(id);
        move(id, now);
      }
    }
  }

  private void move(int id, double now) {
    int stream = s.stream[id];
    random.resume(s.random[id]);
    ((RuntimePool) pools[s.runtime[id]]).evict(s.instance[id], now);
    int target =
        shapes[stream].workload().session().onOutage() == OnOutage.FAILOVER
            ? runtimeFor(stream)
            : -1;
    if (target < 0) {
      tallies.count(tallies.lost, stream);
      s.release(id);
      return;
    }
    s.runtime[id] = target;
    s.preferredModel[id] = -1;
    s.why[id] = new Why(Cause.FAILOVER, router.why().room());
    s.epoch[id] = (s.epoch[id] + 1) & 0xffffff;
    s.seen[id] = 0;
    s.instance[id] = ((RuntimePool) pools[target]).enter(now);
    // The step under way, or the next turn if the user was thinking, goes on from the new region.
    engine.scheduleCall(id, s.epoch[id], Math.max(now, s.stepStart[id]));
    s.random[id] = random.state();
  }
}
