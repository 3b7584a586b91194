package situs.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import situs.experiment.Criterion.Better;
import situs.model.Metric;
import situs.model.Scenario;
import situs.model.Workload;
import situs.stats.Latencies;

/** The figures that strategies can be compared by. */
public final class Criteria {
  private static final double TAIL = 0.95;

  /**
   * Quantiles that are the same may be told apart by the errors of both: such a difference is none.
   */
  private static final double SKETCHES =
      2 * Latencies.RELATIVE_ERROR / (1 - Latencies.RELATIVE_ERROR) * (1 + 1e-6);

  /** A step is part of its turn. */
  private static final List<Metric> LATENCIES =
      List.of(Metric.TTFT, Metric.TPOT, Metric.CALL, Metric.TURN);

  private Criteria() {}

  /** All of a scenario: those of the whole, then each workload's latencies. */
  public static List<Criterion> of(Scenario scenario) {
    double days = scenario.durationS() / 86_400;
    List<Criterion> criteria = new ArrayList<>();
    criteria.add(
        whole("cost_usd_per_day", Better.LESS, r -> some(r.bill().total().toDouble() / days)));
    criteria.add(whole("served_share", Better.MORE, r -> Totals.of(List.of(r)).servedShare()));
    criteria.add(
        whole("objectives_met_share", Better.MORE, r -> Objectives.metShare(scenario, List.of(r))));
    criteria.add(
        new Criterion(
            "exposure_usd",
            LatencyRow.ALL,
            Better.LESS,
            0,
            Exposure::bases,
            r -> Exposure.usd(r.findings())));
    criteria.add(
        whole(
            "energy_kwh_per_day", Better.LESS, r -> r.footprint().energyKwh().map(e -> e / days)));
    criteria.add(
        whole("co2_kg_per_day", Better.LESS, r -> r.footprint().co2Kg().map(kg -> kg / days)));
    for (Workload workload : scenario.workloads()) {
      LATENCIES.forEach(metric -> criteria.add(latency(workload, metric)));
    }
    return criteria;
  }

  /**
   * What providers are paid for a day. A placement that gives up a clause does not owe what that
   * clause would make payable, and so it is compared by this.
   */
  public static Criterion bought(Scenario scenario) {
    double days = scenario.durationS() / 86_400;
    return whole("cost_usd_per_day", Better.LESS, r -> some(r.bill().bought().toDouble() / days));
  }

  /** Mean time of the model calls of all workloads. */
  public static Criterion meanCall(Scenario scenario) {
    return calls("call_mean_s", 0, scenario, Latencies::mean);
  }

  /** 95th percentile of the same. */
  public static Criterion tailCall(Scenario scenario) {
    return calls("call_p95_s", SKETCHES, scenario, seen -> seen.quantile(TAIL));
  }

  private static Criterion calls(
      String name, double resolution, Scenario scenario, ToDoubleFunction<Latencies> figure) {
    return new Criterion(
        name,
        LatencyRow.ALL,
        Better.LESS,
        resolution,
        run -> {
          Latencies seen =
              Cells.merged(
                  scenario.workloads().stream()
                      .map(w -> Cells.merged(run, w.name(), Metric.CALL, LatencyRow.ALL))
                      .toList());
          return seen.count() == 0 ? Optional.empty() : Optional.of(figure.applyAsDouble(seen));
        });
  }

  /** The names of all criteria that there can be, in order. */
  public static Set<String> names(Scenario scenario) {
    Set<String> names = new LinkedHashSet<>();
    of(scenario).forEach(criterion -> names.add(criterion.name()));
    return names;
  }

  private static Optional<Double> some(double value) {
    return Optional.of(value);
  }

  private static Criterion whole(
      String name, Better better, Function<Run, Optional<Double>> value) {
    return new Criterion(name, LatencyRow.ALL, better, 0, value);
  }

  private static Criterion latency(Workload workload, Metric metric) {
    return new Criterion(
        metric.word() + "_p95_s",
        workload.name(),
        Better.LESS,
        SKETCHES,
        run -> {
          Latencies seen = Cells.merged(run, workload.name(), metric, LatencyRow.ALL);
          return seen.count() == 0 ? Optional.empty() : Optional.of(seen.quantile(TAIL));
        });
  }
}
