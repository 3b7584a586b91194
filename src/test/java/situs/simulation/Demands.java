package situs.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import situs.model.Arrivals;
import situs.model.Datacenter;
import situs.model.Distribution.Constant;
import situs.model.Incident;
import situs.model.Metro;
import situs.model.ModelWorkload;
import situs.model.ModelWorkload.Batching;
import situs.model.OriginDemand;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.stats.Streams;

/** Streams of demand alone, without anything that serves it. */
final class Demands {
  /** A Monday. */
  static final Instant MONDAY = Instant.parse("2026-03-16T00:00:00Z");

  private Demands() {}

  static Metro metro(String name, String zone) {
    return new Metro(
        name, "US", "northamerica", Worlds.TOWN.location(), ZoneId.of(zone), Worlds.HERE);
  }

  static ModelWorkload workload(OriginDemand... demand) {
    return new ModelWorkload(
        "api",
        Worlds.shape(),
        "bf16",
        OptionalInt.of(8),
        Worlds.FIRST,
        List.of(demand),
        new Constant(100),
        new Constant(10),
        new Batching(9, 100, 100),
        Optional.of("stateless"),
        List.of());
  }

  static Scenario scenario(
      Instant starts, Duration duration, Duration warmUp, ModelWorkload workload, Incident... all) {
    return new Scenario(
        "demand",
        "",
        Optional.of("maker"),
        Optional.empty(),
        starts,
        duration,
        warmUp,
        7,
        5,
        List.<Datacenter>of(),
        List.of(workload),
        List.of(all),
        List.of(),
        Optional.empty(),
        Worlds.network(20),
        4,
        0,
        RoutingRule.NEAREST);
  }

  /** The stream of the first origin. */
  static DemandStream stream(Scenario scenario, int replication) {
    return stream(scenario, 0, replication);
  }

  static DemandStream stream(Scenario scenario, int origin, int replication) {
    var workload = scenario.workloads().get(0);
    return new DemandStream(
        scenario,
        workload,
        workload.demand().get(origin),
        new Streams(scenario.seed(), replication));
  }

  /** What arrives in the measured window, seconds from its start. */
  static double[] measured(Scenario scenario, DemandStream stream) {
    Timeline timeline = Timeline.of(scenario);
    double[] times = new double[1024];
    int count = 0;
    for (double t = stream.next(); t < timeline.endS(); t = stream.next()) {
      if (t >= timeline.measuredFromS()) {
        if (count == times.length) {
          times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = t - timeline.measuredFromS();
      }
    }
    return Arrays.copyOf(times, count);
  }

  static double[] measured(Arrivals arrivals, String zone, Duration duration, Incident... all) {
    OriginDemand origin = new OriginDemand(metro("Town", zone), arrivals);
    Scenario scenario = scenario(MONDAY, duration, Duration.ZERO, workload(origin), all);
    return measured(scenario, stream(scenario, 1));
  }

  /** How many of the times lie in [from, to). */
  static long count(double[] times, double from, double to) {
    return Arrays.stream(times).filter(t -> t >= from && t < to).count();
  }

  /** Variance over mean of the counts in windows of that length. */
  static double dispersion(double[] times, double windowS, double durationS) {
    int windows = (int) (durationS / windowS);
    long[] counts = new long[windows];
    for (double t : times) {
      int window = (int) (t / windowS);
      if (window < windows) {
        counts[window]++;
      }
    }
    double mean = Arrays.stream(counts).average().orElseThrow();
    double squares = Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).sum();
    return squares / (windows - 1) / mean;
  }
}
