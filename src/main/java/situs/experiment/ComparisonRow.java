package situs.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import situs.stats.Estimate;
import situs.stats.Paired;

/**
 * A strategy under one criterion, and its difference to the baseline.
 *
 * @param baseline the strategy that it is compared to
 * @param replications that have a value
 * @param mean over them; empty where none has one
 * @param difference strategy minus baseline; empty for the baseline itself, and where one of the
 *     two has no value
 * @param relative the difference over the baseline's mean; empty where there is none, or it is 0
 * @param p of the difference, corrected for all tests of the comparison; empty where there is
 *     nothing to test
 * @param rank 1 is the best mean, equal means share one; empty without a mean
 * @param group letters: strategies that share one cannot be told apart under this criterion
 * @param bases of the strategy's values, see {@link Criterion#bases}
 */
public record ComparisonRow(
    Criterion criterion,
    String strategy,
    String baseline,
    int replications,
    Optional<Estimate> mean,
    Optional<Paired> difference,
    Optional<Double> relative,
    Optional<Double> p,
    Outcome outcome,
    OptionalInt rank,
    String group,
    List<String> bases) {

  public ComparisonRow {
    bases = List.copyOf(bases);
  }
}
