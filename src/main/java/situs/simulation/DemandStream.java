package situs.simulation;

import java.util.List;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import situs.model.Arrivals;
import situs.model.FrontierWorkload;
import situs.model.Incident.Surge;
import situs.model.ModelWorkload;
import situs.model.OriginDemand;
import situs.model.Scenario;
import situs.model.Workload;
import situs.stats.RandomStream;
import situs.stats.Sampler;
import situs.stats.Streams;

/**
 * The arrivals of one workload from one origin, with what they ask for and the network that they
 * meet. Drawn from named streams of their own, in order of arrival, so that they do not depend on
 * what becomes of them.
 */
final class DemandStream implements AutoCloseable {
  final Workload workload;
  final OriginDemand origin;

  /** Decides between pools where the routing rule leaves it to chance. */
  final RandomStream routing;

  private final ArrivalProcess arrivals;
  private final RandomStream networkRandom;
  private final ContinuousSampler networkJitter;
  private final double jitter;
  private final RandomStream sessionSeeds;

  /** Tokens of the request that arrives at the time last drawn. */
  int prompt;

  int output;

  Prefix prefix = Prefix.UNKNOWN;

  DemandStream(Scenario scenario, Workload workload, OriginDemand origin, Streams streams) {
    this.workload = workload;
    this.origin = origin;
    String name = workload.name();
    String metro = origin.metro().name();
    this.arrivals =
        origin.arrivals() instanceof Arrivals.Curve curve
            ? drawn(scenario, curve, streams)
            : replayed(scenario, (Arrivals.Replay) origin.arrivals(), streams);
    this.networkRandom = streams.of("network", name, metro);
    this.networkJitter = ZigguratSampler.Exponential.of(networkRandom);
    this.routing = streams.of("routing", name, metro);
    this.jitter = scenario.jitter();
    this.sessionSeeds = streams.of("sessions", name, metro);
  }

  private ArrivalProcess drawn(Scenario scenario, Arrivals.Curve curve, Streams streams) {
    String metro = origin.metro().name();
    Timeline timeline = Timeline.of(scenario);
    double measuredFromS = timeline.measuredFromS();
    Pace pace =
        new CurvePace(curve, origin.metro().zone(), scenario.starts(), measuredFromS)
            .with(surges(scenario), measuredFromS);
    RateClock clock = new RateClock(pace, timeline.demandFromS(), timeline.endS());
    RandomStream random = streams.of("arrivals", workload.name(), metro);
    Gaps gaps = Gaps.of(curve.burstiness(), curve.perSecond(), random);
    RandomStream lengths = streams.of("lengths", workload.name(), metro);
    return workload instanceof ModelWorkload model
        ? new CurveArrivals(
            clock,
            gaps,
            Sampler.of(model.promptTokens(), lengths),
            Sampler.of(model.outputTokens(), lengths))
        : new CurveArrivals(clock, gaps, () -> 1, () -> 1);
  }

  private ArrivalProcess replayed(Scenario scenario, Arrivals.Replay replay, Streams streams) {
    Timeline timeline = Timeline.of(scenario);
    double measuredFromS = timeline.measuredFromS();
    Pace pace = Pace.constant(replay.speedup()).with(surges(scenario), measuredFromS);
    return new TraceArrivals(
        replay,
        new RateClock(pace, measuredFromS, timeline.endS()),
        measuredFromS,
        measuredFromS - timeline.demandFromS(),
        streams.of("trace", workload.name(), replay.trace().name()));
  }

  private List<Surge> surges(Scenario scenario) {
    return scenario.incidents().stream()
        .filter(Surge.class::isInstance)
        .map(Surge.class::cast)
        .filter(s -> s.workload().equals(workload.name()))
        .filter(s -> s.origin().isEmpty() || s.origin().get().equals(origin.metro().name()))
        .toList();
  }

  boolean isFrontier() {
    return workload instanceof FrontierWorkload;
  }

  /**
   * The next arrival, seconds; infinity when the run ends before. {@link #prompt} and {@link
   * #output} are then its own.
   */
  double next() {
    double at = arrivals.next();
    prompt = arrivals.prompt();
    output = arrivals.output();
    prefix = arrivals.prefix();
    return at;
  }

  /** One way of that mean with jitter: never shorter than the half round trip. */
  double oneWay(double meanS) {
    return jitter == 0 ? meanS : meanS * (1 + jitter * networkJitter.sample());
  }

  /** The random state of the next session. */
  long nextSessionSeed() {
    return sessionSeeds.nextLong();
  }

  @Override
  public void close() {
    arrivals.close();
  }
}
