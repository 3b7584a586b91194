package situs.experiment;

import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Strategy;

/** A placement that is there already, as a strategy. */
public record Given(String name, Placement placement) implements Strategy {
  @Override
  public String description() {
    return name;
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    return placement;
  }
}
