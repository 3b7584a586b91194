package situs.audit;

import situs.contract.Facts;
import situs.contract.Sighting.Timing;
import situs.model.Money;
import situs.model.Region;
import situs.model.Scenario;

/**
 * What a line of the bill comes to in a stretch of the measured window, as far as contracts ask.
 *
 * @param workload whose it is; empty for what was signed for and nothing was placed on
 * @param category as in FOCUS
 * @param purchase {@code on-demand}, {@code spot}; empty for traffic
 * @param cost in the stretch
 * @param fromS start of the stretch, seconds of the measured window
 * @param untilS its end
 * @param timing how well it is known that it arose in it
 */
public record Charge(
    String workload,
    Region region,
    String category,
    String purchase,
    Money cost,
    double fromS,
    double untilS,
    Timing timing) {

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
