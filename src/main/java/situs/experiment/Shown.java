package situs.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import situs.audit.Auditor;
import situs.audit.Obligation;
import situs.audit.Violation;
import situs.contract.SubjectKind;
import situs.model.Cause;
import situs.model.Objective;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Workload;
import situs.placement.ClauseReading;
import situs.placement.Promise;
import situs.stats.Latencies;

/**
 * What a simulation showed of a promise: an objective by all replications together, a clause in any
 * of them; of a clause the worst.
 *
 * @param misses what was not kept
 * @param untold what cannot be told to be kept, by name: nothing was measured of it, or a fact is
 *     wanting
 */
public record Shown(List<Miss> misses, List<String> untold) {
  public Shown {
    misses = List.copyOf(misses);
    untold = List.copyOf(untold);
  }

  /**
   * @param readings those under which clauses were to be kept
   */
  static Shown of(Promise promise, Experiment experiment, Predicate<String> readings) {
    StrategyResult result = experiment.results().get(0);
    List<Miss> misses = new ArrayList<>();
    List<String> untold = new ArrayList<>();
    for (Workload workload : experiment.scenario().workloads()) {
      for (Objective objective : workload.objectives()) {
        Latencies all = latencies(result, workload, objective);
        if (all.count() == 0) {
          untold.add(Miss.words(workload, objective) + " of no call");
        } else if (all.quantile(objective.quantile()) > objective.limitS()) {
          double seen = all.quantile(objective.quantile());
          misses.add(Miss.of(promise, experiment.scenario(), workload, objective, seen));
        }
      }
    }
    misses.addAll(totals(result, readings));
    misses.addAll(broken(promise, experiment.scenario(), result, readings));
    untold.addAll(untold(result, readings));
    return new Shown(misses, untold);
  }

  private static Latencies latencies(
      StrategyResult result, Workload workload, Objective objective) {
    return Cells.merged(
        result.runs().stream()
            .map(r -> Cells.merged(r, workload.name(), objective.metric(), LatencyRow.ALL))
            .toList());
  }

  private static List<Miss> totals(StrategyResult result, Predicate<String> readings) {
    Map<ClauseReading, Obligation> worst = new LinkedHashMap<>();
    for (Run run : result.runs()) {
      run.findings().obligations().stream()
          .filter(o -> readings.test(o.reading()) && gap(o) < 0)
          .forEach(o -> worst.merge(clause(o), o, (a, b) -> gap(a) <= gap(b) ? a : b));
    }
    return worst.entrySet().stream()
        .map(e -> Miss.of(e.getKey(), e.getValue().total(), gap(e.getValue())))
        .toList();
  }

  /** Below 0 where it is broken; what cannot be told is told apart. */
  private static double gap(Obligation obligation) {
    return obligation.total().gap().map(Number::doubleValue).orElse(0.0);
  }

  private static List<Miss> broken(
      Promise promise, Scenario scenario, StrategyResult result, Predicate<String> readings) {
    Map<ClauseReading, Violation> broken = new LinkedHashMap<>();
    for (Run run : result.runs()) {
      run.findings().violations().stream()
          .filter(v -> readings.test(v.reading()) && v.kind() != SubjectKind.TOTAL)
          .forEach(v -> broken.putIfAbsent(clause(v), v));
    }
    return broken.entrySet().stream()
        .map(
            e ->
                Miss.of(promise, scenario, e.getKey(), e.getValue(), spilled(result, e.getValue())))
        .toList();
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

  private static List<String> untold(StrategyResult result, Predicate<String> readings) {
    TreeSet<ClauseReading> clauses = new TreeSet<>();
    for (Run run : result.runs()) {
      run.findings().unsettled().stream()
          .filter(u -> readings.test(u.reading()))
          .forEach(u -> clauses.add(clause(u.contract(), u.clause(), u.reading())));
    }
    return clauses.stream().map(ClauseReading::toString).toList();
  }

  private static ClauseReading clause(Obligation o) {
    return clause(o.contract(), o.clause(), o.reading());
  }

  private static ClauseReading clause(Violation v) {
    return clause(v.contract(), v.clause(), v.reading());
  }

  private static ClauseReading clause(String contract, String clause, String reading) {
    return new ClauseReading(contract + "/" + clause, reading);
  }
}
