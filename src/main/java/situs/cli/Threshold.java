package situs.cli;

import java.util.Optional;
import situs.audit.Standing;
import situs.experiment.Experiment;
import situs.experiment.Summary;

/** What {@code --fail-on} watches. */
enum Threshold {
  /** A strategy is in breach. */
  BREACH,
  /** A strategy is contested or in breach. */
  CONTESTED,
  /** A strategy missed an objective in some replication. */
  OBJECTIVE;

  /** Whether any strategy crosses it. */
  boolean crossed(Experiment experiment) {
    return Summary.of(experiment).stream().anyMatch(this::crossed);
  }

  private boolean crossed(Summary summary) {
    Optional<Standing> standing = summary.standing();
    return switch (this) {
      case BREACH -> standing.equals(Optional.of(Standing.BREACH));
      case CONTESTED -> standing.isPresent() && standing.get() != Standing.COMPLIANT;
      case OBJECTIVE -> summary.objectivesMetShare().orElse(1.0) < 1;
    };
  }
}
