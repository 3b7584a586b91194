package situs.placement;

import java.util.Optional;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;

/** Everything with the contractual home provider, near to who asks. */
public final class Home implements Strategy {

  @Override
  public String name() {
    return "home";
  }

  @Override
  public String description() {
    return "everything with the contractual home provider, in the nearest region with room";
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    ByProvider.Pick home = pick(scenario.home());
    return Planner.plan(scenario, name(), new Greedy(new ByProvider(flow -> home)), Sizing.USUAL);
  }

  /** The home provider as a reason. */
  static ByProvider.Pick pick(Optional<String> home) {
    return new ByProvider.Pick(
        home,
        home.map(h -> h + " is the contractual home")
            .orElse("neither a contract nor the scenario names a home provider"));
  }
}
