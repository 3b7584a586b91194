package situs.experiment;

import java.util.List;
import java.util.Optional;
import situs.audit.Standing;
import situs.contract.Contracts;
import situs.model.Scenario;

/** What came out of a scenario, strategy by strategy in the order of the scenario. */
public record Experiment(Scenario scenario, Contracts contracts, List<StrategyResult> results) {

  public Experiment {
    results = List.copyOf(results);
  }

  /** Days in the measured window: totals divided by this are totals a day. */
  public double days() {
    return scenario.durationS() / 86_400;
  }

  /**
   * The strategies whose placement no reading of any clause objects to, in any replication, and
   * which leave nothing unplaced.
   */
  public List<StrategyResult> compliantUnderEveryReading() {
    return results.stream()
        .filter(StrategyResult::placesEverything)
        .filter(r -> Standings.of(r).overall().equals(Optional.of(Standing.COMPLIANT)))
        .toList();
  }
}
