package situs.placement;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.placement.Plan.Kept;

/**
 * Near the least cost that one reading permits, for scenarios too large to prove the least: prices
 * for scarce offers, local search, and how far from the best possible that is at the most. Where a
 * total binds all of them together it is {@link Optimal}.
 */
public final class LocalSearch implements Strategy {
  private final Optional<String> asked;

  /**
   * @param asked reading to keep to; empty for {@code letter}
   */
  public LocalSearch(Optional<String> asked) {
    this.asked = asked;
  }

  @Override
  public String name() {
    return asked.map(r -> "local-search:" + r).orElse("local-search");
  }

  @Override
  public String description() {
    return "near the least cost that a reading permits, for large scenarios, the gap stated: "
        + asked.orElse(Contracts.LETTER);
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    String reading = ContractFirst.reading(asked, contracts);
    Predicate<ClauseReading> binding = clause -> clause.reading().equals(reading);
    ContractLaw law = new ContractLaw(scenario, contracts);
    String permitted = "permitted by the " + reading;
    return found(Stages.of(scenario, law, Sizing.USUAL), binding)
        .map(plan -> placement(scenario, plan, binding, permitted))
        .orElseGet(() -> Optimal.place(scenario, name(), law, binding, permitted));
  }

  private Placement placement(
      Scenario scenario, Plan plan, Predicate<ClauseReading> binding, String permitted) {
    String because =
        String.format(
            Locale.ROOT,
            "local search %s, %.6g USD/h in all, the best possible is at most %.2g %% less",
            permitted,
            plan.usdPerHour(),
            100 * plan.proof().gap());
    return Planner.plan(
        scenario, name(), new Follow(plan, binding, because), Sizing.USUAL, RoutingRule.WEIGHTED);
  }

  /** Within the objectives if all demand can be; empty where {@link Apart} finds nothing. */
  static Optional<Plan> found(Stages stages, Predicate<ClauseReading> binding) {
    return found(stages, binding, lane -> !lane.late(), Kept.OBJECTIVES)
        .or(() -> found(stages, binding, lane -> true, Kept.DEMAND));
  }

  private static Optional<Plan> found(
      Stages stages, Predicate<ClauseReading> binding, Predicate<Lane> also, Kept kept) {
    Predicate<Lane> open = lane -> lane.lawful(binding) && also.test(lane);
    return Apart.of(stages, open, stages.requirements(binding)).map(a -> a.plan(kept));
  }
}
