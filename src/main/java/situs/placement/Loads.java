package situs.placement;

import java.util.HashMap;
import java.util.Map;
import situs.model.Placed;
import situs.model.Placement;

/**
 * What pools carry at the mean rate, in shares of what they could sustain.
 *
 * @param byOption by id
 */
record Loads(Map<String, Double> byOption) {

  static Loads of(Plan plan, Placement placement, Sizing sizing) {
    Map<String, Double> work = new HashMap<>();
    Map<String, Option> options = new HashMap<>();
    for (Plan.Use use : plan.uses()) {
      Option option = use.lane().option();
      Flow flow = use.lane().flow();
      double overPeak = flow.meanPerSecond() / flow.peakPerSecond();
      work.merge(option.id(), use.share() * option.work(flow) * overPeak, Double::sum);
      options.put(option.id(), option);
    }
    Map<String, Double> loads = new HashMap<>();
    for (Placed placed : placement.placed()) {
      Option option = options.get(placed.id());
      if (option != null) {
        int instances = option instanceof RentedOption ? placed.instances() : 1;
        double whole = option.capacity(instances, sizing) / sizing.utilisation(option.component());
        loads.put(placed.id(), work.get(placed.id()) / whole);
      }
    }
    return new Loads(loads);
  }

  double of(Option option) {
    return byOption.getOrDefault(option.id(), 0.0);
  }
}
