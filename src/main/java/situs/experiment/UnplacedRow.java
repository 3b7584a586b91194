package situs.experiment;

import java.util.List;
import situs.model.Unplaced;

/** Demand that a strategy found no place for. */
public record UnplacedRow(String strategy, Unplaced unplaced) {

  /** By strategy, in the order of its placement. */
  public static List<UnplacedRow> of(Experiment experiment) {
    return experiment.results().stream()
        .flatMap(r -> r.placement().unplaced().stream().map(u -> new UnplacedRow(r.strategy(), u)))
        .toList();
  }
}
