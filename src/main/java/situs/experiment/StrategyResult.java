package situs.experiment;

import java.util.List;
import java.util.stream.Stream;
import situs.model.Placement;

/** All replications of one strategy, in order; none where it placed nothing. */
public record StrategyResult(String strategy, Placement placement, List<Run> runs) {

  public StrategyResult {
    runs = List.copyOf(runs);
  }

  /** The same with replications added. */
  StrategyResult with(List<Run> more) {
    return new StrategyResult(
        strategy, placement, Stream.concat(runs.stream(), more.stream()).toList());
  }

  public boolean placesEverything() {
    return placement.placesEverything();
  }
}
