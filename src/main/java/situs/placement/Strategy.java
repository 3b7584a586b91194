package situs.placement;

import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * A rule that makes a placement from a scenario. A pure function: the same files, the same answer.
 */
public interface Strategy {

  /** The name written in scenarios and outputs, such as {@code contract-first:spirit}. */
  String name();

  /** One sentence for {@code situs strategies}. */
  String description();

  Placement place(Scenario scenario, Contracts contracts);
}
