package situs.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.contract.Measure;
import situs.contract.Quota.Part;
import situs.model.FrontierWorkload;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;

/** What the demand of a scenario comes to on a hop, on average: what plans are made for. */
public final class Volumes {
  private final Scenario scenario;
  private final Options options;
  private final Traffic traffic;
  private final List<Flow> fromClients = new ArrayList<>();
  private final Map<Route, Optional<Flow>> flows = new HashMap<>();

  public Volumes(Scenario scenario) {
    this.scenario = scenario;
    this.options = Options.of(scenario);
    this.traffic = Traffic.of(scenario);
    fromClients.addAll(Demand.sessions(scenario, options));
    fromClients.addAll(Demand.calls(scenario, new Ledger(Caution.NONE.sizing())));
  }

  /**
   * Round trips, or tokens, if all of the hop's workload from its origin went over it.
   *
   * @param hop from a client, or from a runtime to a model
   * @return empty where its runtime cannot stand in its region
   */
  public Optional<Double> amount(Route hop, Measure of, Part part) {
    Flow first = fromClient(hop);
    return flows
        .computeIfAbsent(hop, h -> h.hop() == 0 ? Optional.of(first) : calls(first, h))
        .map(flow -> traffic.amount(flow, first, of, part));
  }

  private Flow fromClient(Route hop) {
    return fromClients.stream()
        .filter(flow -> flow.caller().name().equals(hop.workload()))
        .filter(flow -> flow.origin().metro().name().equals(hop.origin()))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Flow> calls(Flow sessions, Route hop) {
    FrontierWorkload caller = (FrontierWorkload) sessions.caller();
    String place = hop.source().place();
    return options.of(caller.runtimePool()).stream()
        .filter(option -> isIn(option.region(), place))
        .findFirst()
        .map(runtime -> Demand.fromRuntime(scenario, sessions, runtime, 1));
  }

  private static boolean isIn(Region region, String place) {
    return region.id().toString().equals(place);
  }
}
