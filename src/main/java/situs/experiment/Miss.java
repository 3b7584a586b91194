package situs.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import situs.audit.Auditor;
import situs.audit.Obligation;
import situs.audit.Violation;
import situs.contract.SubjectKind;
import situs.model.Cause;
import situs.model.Component;
import situs.model.Objective;
import situs.model.Placed;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Workload;
import situs.placement.Caution.Latency;
import situs.placement.ClauseReading;
import situs.placement.Promise;
import situs.stats.Latencies;

/**
 * What a plan promised and a simulation did not show.
 *
 * @param what was missed, and by how much, for the reader
 * @param excess by how much, as a part of what was promised; empty where nothing was measured, and
 *     nobody knows whether it was kept
 * @param levers each of which may help; none where nothing is known to
 */
public record Miss(String what, Optional<Double> excess, List<Lever> levers) {

  /** What to plan more carefully. */
  sealed interface Lever {}

  /**
   * A pool's utilisation.
   *
   * @param times what to multiply it by
   */
  record Load(Component component, double times) implements Lever {}

  /**
   * What a quantile lies above the estimated mean: lanes that then miss the limit are closed.
   *
   * @param seconds as they were seen
   * @param step what to add where that was known already
   */
  record Spread(Latency latency, double seconds, double step) implements Lever {}

  /** A total, by so much more than its clause asks for. */
  record Total(ClauseReading clause, double more) implements Lever {}

  /** A component that stands on what its provider takes back, and could stand elsewhere. */
  record Steady(Component component) implements Lever {}

  private static final double STRONGEST = 0.6;
  private static final double WEAKEST = 0.95;

  private static final double STEP = 0.02;

  /** A pool from which callers were sent elsewhere. */
  private static final double SPILLING = 0.9;

  /** A total that was missed once by so much may be missed again by a little more. */
  private static final double BEYOND = 1.5;

  /**
   * What was missed: an objective by all replications together, a clause in any of them; of a
   * clause the worst.
   *
   * @param readings those under which clauses were to be kept
   */
  static List<Miss> of(Promise promise, Experiment experiment, Predicate<String> readings) {
    StrategyResult result = experiment.results().get(0);
    List<Miss> misses = new ArrayList<>(latencies(promise, experiment.scenario(), result));
    Map<ClauseReading, Obligation> worst = new LinkedHashMap<>();
    Map<ClauseReading, Violation> broken = new LinkedHashMap<>();
    for (Run run : result.runs()) {
      for (Obligation o : run.findings().obligations()) {
        if (readings.test(o.reading()) && gap(o) < 0) {
          worst.merge(clause(o), o, (a, b) -> gap(a) <= gap(b) ? a : b);
        }
      }
      run.findings().violations().stream()
          .filter(v -> readings.test(v.reading()) && v.kind() != SubjectKind.TOTAL)
          .forEach(v -> broken.putIfAbsent(clause(v), v));
    }
    worst.forEach((clause, o) -> misses.add(missed(clause, o)));
    broken.forEach((clause, v) -> misses.add(missed(experiment.scenario(), result, clause, v)));
    return misses;
  }

  private static List<Miss> latencies(Promise promise, Scenario scenario, StrategyResult result) {
    List<Miss> misses = new ArrayList<>();
    for (Workload workload : scenario.workloads()) {
      for (Objective objective : workload.objectives()) {
        Latencies all =
            Cells.merged(
                result.runs().stream()
                    .map(r -> Cells.merged(r, workload.name(), objective.metric(), LatencyRow.ALL))
                    .toList());
        if (all.count() == 0) {
          misses.add(unmeasured(workload, objective));
          continue;
        }
        double seen = all.quantile(objective.quantile());
        if (seen > objective.limitS()) {
          misses.add(missed(promise, scenario.modelOf(workload).pool(), workload, objective, seen));
        }
      }
    }
    return misses;
  }

  private static Miss unmeasured(Workload workload, Objective objective) {
    return new Miss(
        words(workload, objective) + " was measured of nothing", Optional.empty(), List.of());
  }

  /** {@code gpt-api ttft p95}. */
  private static String words(Workload workload, Objective objective) {
    return workload.name()
        + " "
        + objective.metric().word()
        + " p"
        + BigDecimal.valueOf(100 * objective.quantile()).stripTrailingZeros().toPlainString();
  }

  private static Miss missed(
      Promise promise, Component pool, Workload workload, Objective objective, double seen) {
    String what =
        String.format(
            Locale.ROOT,
            "%s is %.3g s, more than %.3g s",
            words(workload, objective),
            seen,
            objective.limitS());
    double times = Math.max(STRONGEST, Math.min(WEAKEST, objective.limitS() / seen));
    List<Lever> levers = new ArrayList<>(List.of(new Load(pool, times)));
    Latency latency = new Latency(workload.name(), objective.metric());
    promise.expected().stream()
        .filter(e -> e.workload().equals(workload.name()) && e.metric() == objective.metric())
        .map(e -> new Spread(latency, seen - e.fullS(), STEP * objective.limitS()))
        .forEach(levers::add);
    interruptible(promise, pool, workload).forEach(c -> levers.add(new Steady(c)));
    return new Miss(what, Optional.of(seen / objective.limitS() - 1), levers);
  }

  /** Of the components that the workload's calls meet, those placed on what may be taken back. */
  private static List<Component> interruptible(Promise promise, Component pool, Workload workload) {
    return promise.placement().placed().stream()
        .filter(p -> p.offer().map(o -> o.interruptionsPerS() > 0).orElse(false))
        .map(Placed::component)
        .filter(c -> c.equals(pool) || c.workload().equals(workload.name()))
        .distinct()
        .toList();
  }

  private static Miss missed(ClauseReading clause, Obligation obligation) {
    double limit = obligation.total().limit().map(Number::doubleValue).orElse(0.0);
    String what =
        String.format(
            Locale.ROOT,
            "%s lacks %.3g %s of %.4g",
            clause,
            -gap(obligation),
            obligation.total().unit(),
            limit);
    return new Miss(
        what,
        Optional.of(-gap(obligation) / Math.max(limit, Double.MIN_NORMAL)),
        List.of(new Total(clause, -BEYOND * gap(obligation))));
  }

  private static Miss missed(
      Scenario scenario, StrategyResult result, ClauseReading clause, Violation violation) {
    String what = clause + " is broken by " + violation.subject();
    return new Miss(
        what,
        Optional.of(1.0),
        spilled(result, violation)
            .map(route -> scenario.modelOf(scenario.workload(route.workload())).pool())
            .<Lever>map(pool -> new Load(pool, SPILLING))
            .stream()
            .toList());
  }

  /** The route of a violation, where traffic took it for want of room. */
  private static Optional<Route> spilled(StrategyResult result, Violation violation) {
    return result.runs().stream()
        .flatMap(run -> run.observations().routes().stream())
        .map(use -> use.route())
        .filter(route -> route.cause() == Cause.SPILLOVER)
        .filter(route -> Auditor.subject(route).equals(violation.subject()))
        .findFirst();
  }

  private static double gap(Obligation obligation) {
    return obligation.total().gap().map(Number::doubleValue).orElse(0.0);
  }

  private static ClauseReading clause(Obligation o) {
    return new ClauseReading(o.contract() + "/" + o.clause(), o.reading());
  }

  private static ClauseReading clause(Violation v) {
    return new ClauseReading(v.contract() + "/" + v.clause(), v.reading());
  }
}
