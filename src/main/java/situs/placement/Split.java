package situs.placement;

import java.util.Optional;
import situs.contract.Contracts;
import situs.model.ComponentKind;
import situs.model.Placement;
import situs.model.Scenario;

/** Runtimes with who distributes them, models with their home. */
public final class Split implements Strategy {

  @Override
  public String name() {
    return "split";
  }

  @Override
  public String description() {
    return "runtimes with their distributor where that is a provider, all else with the home"
        + " provider";
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    return Planner.plan(
        scenario,
        name(),
        new Greedy(new ByProvider(flow -> provider(scenario, flow))),
        Sizing.USUAL);
  }

  private static ByProvider.Pick provider(Scenario scenario, Flow flow) {
    String seller = flow.caller().channel().seller();
    boolean sells =
        scenario.datacenters().stream().anyMatch(d -> d.region().id().provider().equals(seller));
    return flow.target().kind() == ComponentKind.RUNTIME && sells
        ? new ByProvider.Pick(Optional.of(seller), seller + " distributes it")
        : Home.pick(scenario.home());
  }
}
