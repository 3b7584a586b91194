package situs.placement;

import java.util.Optional;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;

/** The least cost among the options and routes that one reading of the contracts permits. */
public final class ContractFirst implements Strategy {
  private static final String USUAL_READING = "letter";

  private final Optional<String> asked;

  /**
   * @param asked reading to keep to; empty for {@code letter}
   */
  public ContractFirst(Optional<String> asked) {
    this.asked = asked;
  }

  @Override
  public String name() {
    return asked.map(r -> "contract-first:" + r).orElse("contract-first");
  }

  @Override
  public String description() {
    return "the least cost among what a reading permits: " + asked.orElse(USUAL_READING);
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    String reading = asked.orElse(USUAL_READING);
    return place(scenario, new ContractPermission(scenario, contracts, reading), reading);
  }

  Placement place(Scenario scenario, Permission permission, String reading) {
    return Planner.plan(
        scenario, name(), new LeastCost(new Permitted(permission, reading)), Sizing.USUAL);
  }
}
