package situs.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.model.Metric;
import situs.model.Placement;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Workload;
import situs.optimise.Effort;
import situs.placement.Promise.Expectation;

/** The optima of a scenario as promises, each as careful as is asked for. */
public final class Promises {
  private static final double HOURS_PER_DAY = 24;

  private final Scenario scenario;
  private final ContractLaw law;
  private final Effort effort;

  /**
   * @param effort of each search
   */
  public Promises(Scenario scenario, Contracts contracts, Effort effort) {
    this.scenario = scenario;
    this.law = new ContractLaw(scenario, contracts);
    this.effort = effort;
  }

  /**
   * The least cost of all demand under the clauses that bind: within the objectives, and where that
   * cannot be, without them. Empty when no placement carries all demand.
   *
   * @param name of the placement's strategy
   * @throws UndecidedException when the effort is not enough to tell
   */
  public Optional<Promise> best(String name, Predicate<ClauseReading> binding, Caution caution) {
    return sought(name, binding, new Goal.Cost(), caution).decided();
  }

  /** The same of another goal. */
  public Sought<Promise> sought(
      String name, Predicate<ClauseReading> binding, Goal goal, Caution caution) {
    Stages stages = Stages.of(scenario, law, caution);
    return new Optimiser(stages, binding, goal, effort)
        .asFarAsCanBe()
        .map(plan -> promise(new Follow(plan, binding, goal.words()), name, goal, stages));
  }

  private Promise promise(Follow follow, String name, Goal goal, Stages stages) {
    Plan plan = follow.plan();
    Placement placement =
        Planner.plan(scenario, name, follow, stages.sizing(), RoutingRule.WEIGHTED);
    return new Promise(
        placement,
        plan.usdPerHour() * HOURS_PER_DAY,
        Reached.of(goal, plan, Optima.callsPerSecond(stages)),
        plan.kept() == Plan.Kept.OBJECTIVES,
        Optimal.proof(plan.proof()),
        expected(plan, placement, stages.sizing()),
        Extent.of(stages.stages(), plan, placement));
  }

  private List<Expectation> expected(Plan plan, Placement placement, Sizing sizing) {
    Loads loads = Loads.of(scenario, plan, placement, sizing);
    Pace pace = new Pace(scenario.network(), sizing);
    List<Expectation> expected = new ArrayList<>();
    for (Workload workload : scenario.workloads()) {
      for (Metric metric : Metric.values()) {
        Mean mean = new Mean(loads, workload);
        Optional<Double> full =
            mean.of((lane, load) -> pace.leastAtFullS(metric, lane.flow(), server(lane)));
        mean.of((lane, load) -> pace.estimate(metric, lane.flow(), server(lane), load))
            .ifPresent(
                s -> expected.add(new Expectation(workload.name(), metric, s, full.orElseThrow())));
      }
    }
    return expected;
  }

  private static ModelServer server(Lane lane) {
    return (ModelServer) lane.option();
  }

  /** Of a latency over all calls of a workload, hour by hour. */
  private record Mean(Loads loads, Workload workload) {

    /** Empty where the workload has no such latency. */
    Optional<Double> of(BiFunction<Lane, Loads.Load, Optional<Double>> latency) {
      double calls = 0;
      double sum = 0;
      for (Loads.Hour hour : loads.hours()) {
        for (Map.Entry<Lane, Double> entry : hour.calls().entrySet()) {
          Lane lane = entry.getKey();
          if (lane.flow().caller().equals(workload)) {
            Optional<Double> seconds = latency.apply(lane, hour.byOption().get(lane.option().id()));
            double counted = seconds.isEmpty() ? 0 : entry.getValue();
            calls += counted;
            sum += counted * seconds.orElse(0.0);
          }
        }
      }
      return calls == 0 ? Optional.empty() : Optional.of(sum / calls);
    }
  }
}
