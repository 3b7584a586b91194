package situs.experiment;

import java.util.List;
import situs.audit.Unsettled;

/** A reading of a clause that cannot be told of a subject, in any replication of a strategy. */
public record UnsettledRow(String strategy, Unsettled unsettled) {

  /** By strategy, in the order of the findings. */
  public static List<UnsettledRow> of(Experiment experiment) {
    return experiment.results().stream()
        .flatMap(
            result ->
                result.runs().stream()
                    .flatMap(run -> run.findings().unsettled().stream())
                    .distinct()
                    .map(unsettled -> new UnsettledRow(result.strategy(), unsettled)))
        .toList();
  }
}
