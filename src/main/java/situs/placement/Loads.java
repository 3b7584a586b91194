package situs.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import situs.contract.Measure;
import situs.contract.Quota.Part;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * What pools are expected to carry, hour by hour of the run: queues are longest when most ask, so
 * that the mean wait is not the wait at the mean rate.
 */
record Loads(List<Hour> hours) {
  private static final double HOUR_S = 3600;

  /**
   * A stretch of an hour, or what is left of the run.
   *
   * @param byOption of pools of models, by id
   * @param calls of each lane in use
   */
  record Hour(Map<String, Load> byOption, Map<Lane, Double> calls) {}

  /**
   * Of a pool.
   *
   * @param utilisation share of what it could sustain
   */
  record Load(double utilisation, int instances) {}

  static Loads of(Scenario scenario, Plan plan, Placement placement, Sizing sizing) {
    Traffic traffic = Traffic.of(scenario);
    List<Hour> hours = new ArrayList<>();
    for (double fromS = 0; fromS < scenario.durationS(); fromS += HOUR_S) {
      double untilS = Math.min(fromS + HOUR_S, scenario.durationS());
      Part part = new Part(scenario.starts(), fromS, untilS);
      Map<Lane, Double> calls = calls(traffic, plan, part);
      hours.add(new Hour(loads(calls, part, placement, sizing), calls));
    }
    return new Loads(List.copyOf(hours));
  }

  /** Each as much as it carries, over the lanes to models in use. */
  private static Map<Lane, Double> calls(Traffic traffic, Plan plan, Part part) {
    Map<Lane, Double> calls = new HashMap<>();
    for (Plan.Use use : plan.uses()) {
      Flow flow = use.lane().flow();
      if (use.lane().option() instanceof ModelServer) {
        double all = traffic.amount(flow, sessions(plan, flow), Measure.REQUESTS, part);
        calls.merge(use.lane(), use.share() * all, Double::sum);
      }
    }
    return calls;
  }

  /** What causes a flow: sessions of the same caller from the same place; or it itself. */
  private static Flow sessions(Plan plan, Flow flow) {
    return plan.uses().stream()
        .map(use -> use.lane().flow())
        .filter(f -> f.unit() instanceof Flow.Session && f.caller().equals(flow.caller()))
        .filter(f -> f.origin().metro().equals(flow.origin().metro()))
        .findFirst()
        .orElse(flow);
  }

  private static Map<String, Load> loads(
      Map<Lane, Double> calls, Part part, Placement placement, Sizing sizing) {
    Map<String, Double> work = new HashMap<>();
    calls.forEach(
        (lane, n) -> {
          double perCall = lane.option().work(lane.flow()) / lane.flow().peakPerSecond();
          work.merge(lane.option().id(), n / part.seconds() * perCall, Double::sum);
        });
    Map<String, Option> options = new HashMap<>();
    calls.keySet().forEach(lane -> options.put(lane.option().id(), lane.option()));
    Map<String, Load> loads = new HashMap<>();
    for (Placed placed : placement.placed()) {
      Option option = options.get(placed.id());
      if (option != null) {
        int instances = option instanceof RentedOption ? placed.instances() : 1;
        double whole = option.capacity(instances, sizing) / sizing.utilisation(option.component());
        loads.put(placed.id(), new Load(work.get(placed.id()) / whole, instances));
      }
    }
    return loads;
  }
}
