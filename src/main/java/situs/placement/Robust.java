package situs.placement;

import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;

/** The least cost of everything together to which no reading objects, proven. */
public final class Robust implements Strategy {

  @Override
  public String name() {
    return "robust";
  }

  @Override
  public String description() {
    return "the least cost of all components together to which no reading objects, proven";
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    return Optimal.place(
        scenario,
        name(),
        new ContractLaw(scenario, contracts),
        clause -> true,
        "permitted by every reading");
  }
}
