package situs.experiment;

import java.util.List;
import situs.audit.Obligation;

/** What a clause that measures found in one of its periods, in one replication of a strategy. */
public record ObligationRow(String strategy, int replication, Obligation obligation) {

  /** By strategy and replication, in the order of the findings. */
  public static List<ObligationRow> of(Experiment experiment) {
    return experiment.results().stream()
        .flatMap(
            result ->
                result.runs().stream()
                    .flatMap(
                        run ->
                            run.findings().obligations().stream()
                                .map(
                                    o ->
                                        new ObligationRow(
                                            result.strategy(), run.replication(), o))))
        .toList();
  }
}
