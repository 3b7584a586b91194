package situs.audit;

import situs.contract.Facts;
import situs.model.Money;
import situs.model.Region;
import situs.model.Scenario;

/**
 * A line of the bill, as far as contracts ask.
 *
 * @param workload whose it is; empty for what was signed for and nothing was placed on
 * @param category as in FOCUS
 * @param purchase {@code on-demand}, {@code spot}; empty for traffic
 * @param cost in the whole measured window
 */
public record Charge(String workload, Region region, String category, String purchase, Money cost) {

  /** How findings name it: {@code api: Compute in azure/eastus}. */
  public String name() {
    return "%s: %s in %s"
        .formatted(workload.isEmpty() ? "unused" : workload, category, region.id());
  }

  /** What clauses are told of it. */
  public Facts facts(Scenario scenario) {
    return Facts.ofCharge(scenario, workload, region, category, purchase);
  }
}
