package situs.placement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;

/** The least cost of rent and transfer over all offers. */
public final class Cheapest implements Strategy {

  @Override
  public String name() {
    return "cheapest";
  }

  @Override
  public String description() {
    return "the least cost of rented instances and transfer, wherever that is";
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    return Planner.plan(scenario, name(), new LeastCost(Cheapest::all), Sizing.USUAL);
  }

  private static Admission.Admitted all(
      Allocator.Context context, List<Flow> flows, List<Option> options) {
    Map<Flow, List<Option>> admitted = new LinkedHashMap<>();
    flows.forEach(f -> admitted.put(f, options));
    return new Admission.Admitted(admitted, Map.of(), "");
  }
}
