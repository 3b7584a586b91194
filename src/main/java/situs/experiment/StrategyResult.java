package situs.experiment;

import java.util.List;
import situs.model.Placement;

/** All replications of one strategy, in order; none where it placed nothing. */
public record StrategyResult(String strategy, Placement placement, List<Run> runs) {

  public StrategyResult {
    runs = List.copyOf(runs);
  }

  public boolean placesEverything() {
    return placement.unplaced().isEmpty();
  }
}
