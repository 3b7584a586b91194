package situs.placement;

import java.util.List;
import java.util.Optional;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;

/** The least cost among the options and routes that one reading of the contracts permits. */
public final class ContractFirst implements Strategy {
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
    return "the least cost among what a reading permits: " + asked.orElse(Contracts.LETTER);
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    String reading = reading(asked, contracts);
    return place(scenario, new ContractPermission(scenario, contracts, reading), reading);
  }

  /**
   * The reading to keep to: the one asked for, else the letter, else the first that a clause names.
   * Throws {@link IllegalArgumentException} for one that no clause names: it would permit all.
   */
  static String reading(Optional<String> asked, Contracts contracts) {
    List<String> known = contracts.choices();
    String usual =
        known.isEmpty() || known.contains(Contracts.LETTER) ? Contracts.LETTER : known.get(0);
    String reading = asked.orElse(usual);
    if (!known.isEmpty() && !known.contains(reading)) {
      throw new IllegalArgumentException(
          "no clause has a reading '%s'; there are %s".formatted(reading, known));
    }
    return reading;
  }

  Placement place(Scenario scenario, Permission permission, String reading) {
    return Planner.plan(
        scenario, name(), new LeastCost(new Permitted(permission, reading)), Sizing.USUAL);
  }
}
