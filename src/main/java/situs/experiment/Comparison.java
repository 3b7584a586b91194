package situs.experiment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import situs.stats.Estimate;
import situs.stats.Holm;
import situs.stats.Paired;

/**
 * Strategies held against one of them, replication by replication: equal numbers met equal demand,
 * because random streams do not know of strategies.
 *
 * @param baseline the strategy that the others are compared to
 * @param rows by criterion, then in the order of the strategies; criteria without any value are
 *     left out
 */
public record Comparison(Experiment experiment, String baseline, List<ComparisonRow> rows) {
  private static final String USUAL = "home";

  public Comparison {
    rows = List.copyOf(rows);
  }

  /** By all criteria, against {@link #usualBaseline}. */
  public static Comparison of(Experiment experiment) {
    List<String> strategies = strategies(experiment);
    return of(experiment, usualBaseline(strategies), Criteria.of(experiment.scenario()));
  }

  /** The contractual home where it is among them, else the first. */
  public static String usualBaseline(List<String> strategies) {
    return strategies.contains(USUAL) ? USUAL : strategies.get(0);
  }

  /**
   * By some criteria.
   *
   * @throws IllegalArgumentException for a baseline that is not among the strategies
   */
  public static Comparison of(Experiment experiment, String baseline, List<Criterion> criteria) {
    int base = strategies(experiment).indexOf(baseline);
    if (base < 0) {
      throw new IllegalArgumentException("no strategy '" + baseline + "' to compare with");
    }
    List<Samples> samples =
        criteria.stream().map(c -> Samples.of(experiment, c)).filter(s -> !s.isEmpty()).toList();
    return new Comparison(experiment, baseline, rows(experiment, base, samples));
  }

  private static List<String> strategies(Experiment experiment) {
    return experiment.results().stream().map(StrategyResult::strategy).toList();
  }

  private static List<ComparisonRow> rows(Experiment experiment, int base, List<Samples> samples) {
    List<String> strategies = strategies(experiment);
    Iterator<Double> corrected = corrected(base, samples);
    List<ComparisonRow> rows = new ArrayList<>();
    for (Samples sample : samples) {
      List<Samples.Rank> ranks = sample.ranks();
      for (int s = 0; s < strategies.size(); s++) {
        Optional<Paired> difference = against(sample, s, base);
        Optional<Double> p = difference.flatMap(Paired::p).map(uncorrected -> corrected.next());
        rows.add(
            new ComparisonRow(
                sample.criterion(),
                strategies.get(s),
                strategies.get(base),
                sample.known(s).size(),
                sample.mean(s),
                difference,
                difference.flatMap(d -> relative(d, sample.mean(base))),
                p,
                s == base ? Outcome.BASELINE : outcome(sample, base, difference, p),
                ranks.get(s).rank(),
                ranks.get(s).group(),
                sample.criterion().bases().apply(experiment.results().get(s).runs())));
      }
    }
    return rows;
  }

  private static Optional<Paired> against(Samples sample, int strategy, int base) {
    return strategy == base ? Optional.empty() : sample.paired(strategy, base);
  }

  /** Over all tests of the comparison, in the order of the rows. */
  private static Iterator<Double> corrected(int base, List<Samples> samples) {
    List<Double> p =
        samples.stream()
            .flatMap(
                sample ->
                    IntStream.range(0, sample.values().size())
                        .boxed()
                        .flatMap(s -> against(sample, s, base).flatMap(Paired::p).stream()))
            .toList();
    return Holm.corrected(p).iterator();
  }

  private static Optional<Double> relative(Paired difference, Optional<Estimate> base) {
    return base.filter(b -> b.mean() != 0)
        .map(b -> difference.difference().mean() / Math.abs(b.mean()));
  }

  private static Outcome outcome(
      Samples sample, int base, Optional<Paired> difference, Optional<Double> p) {
    if (difference.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    double mean = difference.get().difference().mean();
    if (difference.get().exact() && mean == 0) {
      return Outcome.SAME;
    }
    if (p.isEmpty() && !difference.get().exact()) {
      return Outcome.UNKNOWN;
    }
    boolean seen = sample.criterion().shows(mean, sample.mean(base).orElseThrow().mean());
    if (!seen || p.isPresent() && p.get() >= Samples.LEVEL) {
      return Outcome.NOT_SHOWN;
    }
    return sample.criterion().better().is(mean) ? Outcome.BETTER : Outcome.WORSE;
  }
}
