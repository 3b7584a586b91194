package situs.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import situs.audit.Standing;
import situs.experiment.Experiment;
import situs.experiment.Summary;

/** The thresholds that have a name. */
enum WordThreshold implements Threshold {
  /** A strategy is in breach. */
  BREACH,
  /** A strategy is contested or in breach. */
  CONTESTED,
  /** A strategy missed an objective in some replication. */
  OBJECTIVE,
  /** A strategy found no place for a component. */
  UNPLACED;

  static Optional<WordThreshold> of(String text) {
    return Arrays.stream(values())
        .filter(w -> w.word().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<String> problem(Collection<String> strategies) {
    return Optional.empty();
  }

  @Override
  public List<String> crossings(Experiment experiment) {
    return Summary.of(experiment).stream().flatMap(s -> crossing(s).stream()).toList();
  }

  private Optional<String> crossing(Summary summary) {
    Optional<Standing> standing = summary.standing();
    return switch (this) {
      case BREACH ->
          standing
              .filter(s -> s == Standing.BREACH)
              .map(s -> "'" + summary.strategy() + "' is in breach");
      case CONTESTED ->
          standing
              .filter(s -> s != Standing.COMPLIANT)
              .map(s -> "standing of '" + summary.strategy() + "' is " + s.word());
      case OBJECTIVE ->
          summary
              .objectivesMetShare()
              .filter(share -> share < 1)
              .map(share -> "objectives_met_share of '" + summary.strategy() + "' is " + share);
      case UNPLACED ->
          Optional.of(summary.unplacedComponents())
              .filter(count -> count > 0)
              .map(count -> "unplaced of '" + summary.strategy() + "' is " + count);
    };
  }

  @Override
  public String toString() {
    return word();
  }
}
