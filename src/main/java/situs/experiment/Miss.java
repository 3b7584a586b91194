package situs.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import situs.audit.Violation;
import situs.contract.Total;
import situs.model.Component;
import situs.model.FrontierWorkload;
import situs.model.Objective;
import situs.model.Placed;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Workload;
import situs.placement.Caution.Latency;
import situs.placement.ClauseReading;
import situs.placement.Promise;
import situs.placement.Refuted.Reach;

/**
 * What a plan promised and a simulation did not keep.
 *
 * @param what was missed, and by how much, for the reader
 * @param excess by how much, as a part of what was promised
 * @param levers each of which may help; none where nothing is known to
 * @param components that it depends on: with as many of these it is taken to be missed again; none
 *     where it depends on the division of the calls
 * @param reach whether with fewer, too
 */
public record Miss(
    String what, double excess, List<Lever> levers, Set<Component> components, Reach reach) {

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
  record More(ClauseReading clause, double more) implements Lever {}

  /** A component that stands on what its provider takes back, and could stand elsewhere. */
  record Steady(Component component) implements Lever {}

  private static final double STRONGEST = 0.6;
  private static final double WEAKEST = 0.95;

  private static final double STEP = 0.02;

  /** A pool from which callers were sent elsewhere. */
  private static final double SPILLING = 0.9;

  /** A total that was missed once by so much may be missed again by a little more. */
  private static final double BEYOND = 1.5;

  public Miss {
    levers = List.copyOf(levers);
    components = Set.copyOf(components);
  }

  /** {@code gpt-api ttft p95}. */
  static String words(Workload workload, Objective objective) {
    return workload.name()
        + " "
        + objective.metric().word()
        + " p"
        + BigDecimal.valueOf(100 * objective.quantile()).stripTrailingZeros().toPlainString();
  }

  /** An objective. */
  static Miss of(
      Promise promise, Scenario scenario, Workload workload, Objective objective, double seen) {
    String what =
        String.format(
            Locale.ROOT,
            "%s is %.3g s, more than %.3g s",
            words(workload, objective),
            seen,
            objective.limitS());
    Component pool = scenario.modelOf(workload).pool();
    double times = Math.max(STRONGEST, Math.min(WEAKEST, objective.limitS() / seen));
    List<Lever> levers = new ArrayList<>(List.of(new Load(pool, times)));
    Latency latency = new Latency(workload.name(), objective.metric());
    promise.expected().stream()
        .filter(e -> e.workload().equals(workload.name()) && e.metric() == objective.metric())
        .map(e -> new Spread(latency, seen - e.fullS(), STEP * objective.limitS()))
        .forEach(levers::add);
    interruptible(promise, pool, workload).forEach(c -> levers.add(new Steady(c)));
    double excess = seen / objective.limitS() - 1;
    return new Miss(what, excess, levers, servers(scenario, workload), Reach.NO_MORE);
  }

  /** What a workload's calls meet. */
  private static Set<Component> servers(Scenario scenario, Workload workload) {
    Set<Component> servers = new TreeSet<>(Set.of(scenario.modelOf(workload).pool()));
    if (workload instanceof FrontierWorkload frontier) {
      servers.add(frontier.runtimePool());
    }
    return servers;
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

  /**
   * A total.
   *
   * @param gap below 0
   */
  static Miss of(ClauseReading clause, Total total, double gap) {
    double limit = total.limit().map(Number::doubleValue).orElse(0.0);
    String what =
        String.format(Locale.ROOT, "%s lacks %.3g %s of %.4g", clause, -gap, total.unit(), limit);
    return new Miss(
        what,
        -gap / Math.max(limit, Double.MIN_NORMAL),
        List.of(new More(clause, -BEYOND * gap)),
        Set.of(),
        Reach.AS_MANY);
  }

  /**
   * A clause about what is placed, or a route.
   *
   * @param spilled the route, where traffic took it for want of room
   */
  static Miss of(
      Promise promise,
      Scenario scenario,
      ClauseReading clause,
      Violation violation,
      Optional<Route> spilled) {
    List<Lever> levers =
        spilled
            .map(route -> scenario.modelOf(scenario.workload(route.workload())).pool())
            .<Lever>map(pool -> new Load(pool, SPILLING))
            .stream()
            .toList();
    Set<Component> all = new TreeSet<>();
    promise.placement().placed().stream().map(Placed::component).forEach(all::add);
    return new Miss(
        clause + " is broken by " + violation.subject(),
        1,
        levers,
        spilled.map(r -> servers(scenario, scenario.workload(r.workload()))).orElse(all),
        Reach.AS_MANY);
  }
}
