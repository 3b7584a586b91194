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
 * The arrivals of one workload from one origin, with what they ask for. Drawn from named streams of
 * their own, in order of arrival, so that they do not depend on what becomes of them.
 */
final class DemandStream {
  private static final double DAY_S = 86_400;

  final Workload workload;
  final OriginDemand origin;

  /** Decides between pools where the routing rule leaves it to chance. */
  final RandomStream routing;

  private final Arrivals arrivals;
  private final List<Surge> surges;
  private final Timeline timeline;
  private final double highestSurge;

  /** Seconds by which the local clock is ahead of the run's, less the hour of the peak. */
  private final double phaseS;

  private final RandomStream arrivalRandom;
  private final ContinuousSampler gaps;
  private final Sampler promptLength;
  private final Sampler outputLength;
  private final RandomStream networkRandom;
  private final ContinuousSampler networkJitter;
  private final double jitter;
  private final RandomStream sessionSeeds;
  private int replayed;
  private long replayRound;

  /** Tokens of the request that arrives at the time last drawn. */
  int prompt;

  int output;

  DemandStream(Scenario scenario, Workload workload, OriginDemand origin, Streams streams) {
    this.workload = workload;
    this.origin = origin;
    this.arrivals = origin.arrivals();
    this.timeline = Timeline.of(scenario);
    String name = workload.name();
    String metro = origin.metro().name();
    this.surges =
        scenario.incidents().stream()
            .filter(Surge.class::isInstance)
            .map(Surge.class::cast)
            .filter(s -> s.workload().equals(name))
            .filter(s -> s.origin().isEmpty() || s.origin().get().equals(metro))
            .toList();
    this.highestSurge =
        surges.stream().mapToDouble(Surge::factor).filter(f -> f > 1).reduce(1, (a, b) -> a * b);
    this.phaseS = phase(scenario);
    this.arrivalRandom = streams.of("arrivals", name, metro);
    this.gaps = ZigguratSampler.Exponential.of(arrivalRandom);
    this.networkRandom = streams.of("network", name, metro);
    this.networkJitter = ZigguratSampler.Exponential.of(networkRandom);
    this.routing = streams.of("routing", name, metro);
    this.jitter = scenario.jitter();
    this.sessionSeeds = streams.of("sessions", name, metro);
    RandomStream lengths = streams.of("lengths", name, metro);
    if (workload instanceof ModelWorkload model) {
      promptLength = Sampler.of(model.promptTokens(), lengths);
      outputLength = Sampler.of(model.outputTokens(), lengths);
    } else {
      promptLength = () -> 1;
      outputLength = () -> 1;
    }
    if (arrivals instanceof Arrivals.Replay replay) {
      startReplay(replay);
    }
  }

  private double phase(Scenario scenario) {
    if (!(arrivals instanceof Arrivals.DailyCurve curve)) {
      return 0;
    }
    // The offset at the start holds for the whole run: a curve is not that sharp.
    double localStart =
        scenario.starts().atZone(origin.metro().zone()).toLocalTime().toNanoOfDay() / 1e9;
    return localStart - timeline.measuredFromS() - curve.peak().toNanoOfDay() / 1e9;
  }

  /** The first arrival of the run, seconds. */
  double first() {
    return nextAfter(timeline.demandFromS());
  }

  boolean isFrontier() {
    return workload instanceof FrontierWorkload;
  }

  /**
   * The arrival after {@code now}, seconds; {@link #prompt} and {@link #output} are then its own.
   */
  double nextAfter(double now) {
    return arrivals instanceof Arrivals.DailyCurve curve
        ? nextOfCurve(curve, now)
        : nextOfTrace((Arrivals.Replay) arrivals);
  }

  /** Thinning (Lewis and Shedler, 1979). */
  private double nextOfCurve(Arrivals.DailyCurve curve, double now) {
    double highest = curve.peakPerSecond() * highestSurge;
    double t = now;
    do {
      t += gaps.sample() / highest;
    } while (arrivalRandom.nextDouble() * highest > rate(curve, t));
    prompt = promptLength.tokens();
    output = outputLength.tokens();
    return t;
  }

  private double rate(Arrivals.DailyCurve curve, double t) {
    double rate = curve.perSecond();
    if (curve.swing() > 0) {
      rate *= 1 + curve.swing() * StrictMath.cos(2 * Math.PI * (t + phaseS) / DAY_S);
    }
    return surges.isEmpty() ? rate : rate * surge(t - timeline.measuredFromS());
  }

  private double surge(double measuredS) {
    double factor = 1;
    for (Surge surge : surges) {
      if (measuredS >= surge.atS() && measuredS < surge.atS() + surge.forS()) {
        factor *= surge.factor();
      }
    }
    return factor;
  }

  /**
   * The trace's first request falls on the start of the measured window; before, it is repeated.
   */
  private void startReplay(Arrivals.Replay replay) {
    double period = replay.trace().periodS() / replay.speedup();
    double warmUpS = timeline.measuredFromS() - timeline.demandFromS();
    replayRound = -(long) Math.ceil(warmUpS / period);
    double intoTrace = -(warmUpS + replayRound * period) * replay.speedup();
    while (replayed < replay.trace().size() && replay.trace().offsetS()[replayed] < intoTrace) {
      replayed++;
    }
    if (replayed == replay.trace().size()) {
      replayed = 0;
      replayRound++;
    }
  }

  private double nextOfTrace(Arrivals.Replay replay) {
    while (true) {
      int index = replayed++;
      double at =
          timeline.measuredFromS()
              + (replayRound * replay.trace().periodS() + replay.trace().offsetS()[index])
                  / replay.speedup();
      if (replayed == replay.trace().size()) {
        replayed = 0;
        replayRound++;
      }
      if (replay.share() >= 1 || arrivalRandom.nextDouble() < replay.share()) {
        prompt = Math.max(1, replay.trace().promptTokens()[index]);
        output = Math.max(1, replay.trace().outputTokens()[index]);
        return at;
      }
    }
  }

  /** One way of that mean with jitter: never shorter than the half round trip. */
  double oneWay(double meanS) {
    return jitter == 0 ? meanS : meanS * (1 + jitter * networkJitter.sample());
  }

  /** The random state of the next session. */
  long nextSessionSeed() {
    return sessionSeeds.nextLong();
  }
}
