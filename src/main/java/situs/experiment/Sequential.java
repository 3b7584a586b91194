package situs.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import situs.stats.Estimate;
import situs.stats.Precision;

/**
 * Adds replications until the interval of every strategy's mean under every criterion is narrow
 * enough. How many is decided by values and never by a clock, so the result does not depend on the
 * machine.
 */
public final class Sequential {
  private final Precision precision;
  private final List<Criterion> criteria;

  public Sequential(Precision precision, List<Criterion> criteria) {
    this.precision = precision;
    this.criteria = List.copyOf(criteria);
  }

  /**
   * An interval that is still too wide.
   *
   * @param relative its half-width over its mean; infinite for a mean of 0
   * @param wouldTake replications that would narrow it enough, by the spread seen; infinite
   *     likewise
   */
  public record Wide(String strategy, Criterion criterion, double relative, double wouldTake) {}

  private record Known(String strategy, Criterion criterion, Estimate mean) {}

  /** How many replications to begin with. */
  public int first(int asked) {
    return Math.min(precision.most(), Math.max(precision.least(), asked));
  }

  /** The experiment with all the replications that it takes, or as many as there may be. */
  public Experiment settle(Experimenter experimenter, Experiment begun) {
    Experiment experiment = begun;
    OptionalInt next = next(experiment);
    while (next.isPresent()) {
      experiment = experimenter.extended(experiment, next.getAsInt());
      next = next(experiment);
    }
    return experiment;
  }

  private OptionalInt next(Experiment experiment) {
    return precision.next(
        known(experiment).stream().map(Known::mean).toList(), experiment.scenario().replications());
  }

  /** What is still too wide, the widest first. */
  public List<Wide> wide(Experiment experiment) {
    int replications = experiment.scenario().replications();
    return known(experiment).stream()
        .filter(k -> !precision.reached(k.mean(), replications))
        .map(
            k ->
                new Wide(
                    k.strategy(),
                    k.criterion(),
                    k.mean().ci95().orElse(Double.POSITIVE_INFINITY) / Math.abs(k.mean().mean()),
                    precision.wouldTake(k.mean(), replications)))
        .sorted(Comparator.comparingDouble(Wide::wouldTake).reversed())
        .toList();
  }

  private List<Known> known(Experiment experiment) {
    List<Known> known = new ArrayList<>();
    for (Criterion criterion : criteria) {
      Samples samples = Samples.of(experiment, criterion);
      IntStream.range(0, experiment.results().size())
          .forEach(
              s -> {
                String strategy = experiment.results().get(s).strategy();
                Optional<Estimate> mean = samples.mean(s);
                mean.ifPresent(m -> known.add(new Known(strategy, criterion, m)));
              });
    }
    return known;
  }
}
