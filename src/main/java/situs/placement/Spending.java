package situs.placement;

import java.util.ArrayList;
import java.util.List;
import situs.contract.Facts;
import situs.model.Categories;
import situs.model.Scenario;

/** What a plan pays, as clauses over charges see it. */
record Spending(Scenario scenario) {

  /** A line of the bill, for the whole of a flow or for an instance. */
  record Charge(Facts facts, double usdPerHour) {}

  /** Tokens of managed models, to who sells them; data, to whose region it leaves. */
  List<Charge> byUse(Lane lane) {
    List<Charge> charges = new ArrayList<>();
    Option option = lane.option();
    if (lane.usageUsdPerHour() > 0) {
      Facts facts =
          Facts.ofCharge(
              scenario, option.component().workload(), option.region(), Categories.AI, "");
      charges.add(new Charge(facts, lane.usageUsdPerHour()));
    }
    for (TransferCost.Sent sent : TransferCost.sent(scenario, lane.flow(), option).orElseThrow()) {
      Facts facts =
          Facts.ofCharge(
              scenario, lane.flow().caller().name(), sent.from(), Categories.NETWORKING, "");
      charges.add(new Charge(facts, sent.usdPerHour()));
    }
    return charges;
  }

  /** Of an instance; none where nothing is rented. */
  List<Charge> rent(Option option) {
    if (!(option instanceof RentedOption rented)) {
      return List.of();
    }
    Facts facts =
        Facts.ofCharge(
            scenario,
            option.component().workload(),
            option.region(),
            Categories.COMPUTE,
            rented.offer().price().purchase().word());
    return List.of(new Charge(facts, rented.rentUsdPerHour()));
  }
}
