package situs.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.ValidityPage;

/** Intervals, stopping and tests on values whose law is known. */
class ComparisonValidityTest {
  private static final double MEAN = 10;

  /** Values of mean 10. */
  private enum Law {
    NORMAL("normal, standard deviation 2") {
      @Override
      ContinuousSampler sampler(long seed) {
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(new RandomStream(seed));
        return () -> MEAN + 2 * normal.sample();
      }
    },
    EXPONENTIAL("exponential") {
      @Override
      ContinuousSampler sampler(long seed) {
        ContinuousSampler one = ZigguratSampler.Exponential.of(new RandomStream(seed));
        return () -> MEAN * one.sample();
      }
    };

    private final String words;

    Law(String words) {
      this.words = words;
    }

    abstract ContinuousSampler sampler(long seed);
  }

  /**
   * @param covered share of the runs whose interval holds the true mean
   * @param within share whose mean is within the precision of it
   * @param values mean number of them
   * @param looks mean number of stages
   */
  private record Stopped(double covered, double within, double values, double looks) {}

  /** Stage by stage, as --precision adds replications. */
  private static Stopped stopped(Law law, Precision precision, int runs) {
    double covered = 0;
    double within = 0;
    double values = 0;
    double looks = 0;
    for (int run = 1; run <= runs; run++) {
      ContinuousSampler sampler = law.sampler(run);
      List<Double> sample = new ArrayList<>();
      OptionalInt next = OptionalInt.of(precision.least());
      Estimate estimate = new Estimate(0, java.util.Optional.empty());
      while (next.isPresent()) {
        looks++;
        while (sample.size() < next.getAsInt()) {
          sample.add(sampler.sample());
        }
        estimate = Estimate.of(sample).orElseThrow();
        next = precision.next(List.of(estimate), sample.size());
      }
      values += sample.size();
      covered += Math.abs(estimate.mean() - MEAN) <= estimate.ci95().orElseThrow() ? 1 : 0;
      within += Math.abs(estimate.mean() / MEAN - 1) <= precision.relative() ? 1 : 0;
    }
    return new Stopped(covered / runs, within / runs, values / runs, looks / runs);
  }

  @Test
  void stoppingByStagesKeepsTheCoverage() {
    // Half width 1.96 * 2 / sqrt n <= 10 * 0.05/1.05 from n = 68 on.
    Stopped normal = stopped(Law.NORMAL, new Precision(0.05, 10, 10_000), 400);
    assertThat(normal.covered()).isBetween(0.92, 0.98);
    assertThat(normal.values()).isBetween(60.0, 80.0);
    assertThat(normal.looks()).isLessThan(8);
  }

  /**
   * @param wrong share of families with a finding where there is nothing to find
   * @param uncorrected the same without the correction
   * @param saved mean part of the variance that the common streams took away
   * @param replications mean number of them
   */
  private record Family(double wrong, double uncorrected, double saved, double replications) {}

  /** So many, neither more nor less. */
  private static Precision exactly(int replications) {
    return new Precision(0.5, replications, replications);
  }

  /**
   * Strategies that are equal in truth, compared to the first under several criteria; values of one
   * replication share a part, so that they correlate by {@code correlation}. Replications are added
   * by stages until every mean is within the precision.
   */
  private static Family family(
      int strategies, int criteria, Precision precision, double correlation, int runs) {
    double wrong = 0;
    double uncorrected = 0;
    double saved = 0;
    double replications = 0;
    for (int run = 1; run <= runs; run++) {
      Experiment experiment = new Experiment(strategies, criteria, correlation, run);
      experiment.settle(precision);
      List<Double> p = new ArrayList<>();
      for (Paired paired : experiment.differences()) {
        p.add(paired.p().orElseThrow());
        saved += paired.varianceSaved().orElseThrow() / (criteria * (strategies - 1.0));
      }
      replications += experiment.replications();
      uncorrected += p.stream().anyMatch(v -> v < 0.05) ? 1 : 0;
      wrong += Holm.corrected(p).stream().anyMatch(v -> v < 0.05) ? 1 : 0;
    }
    return new Family(wrong / runs, uncorrected / runs, saved / runs, replications / runs);
  }

  /** Values of mean 10 and standard deviation 1, by criterion and strategy. */
  private static final class Experiment {
    private final List<List<List<Double>>> values = new ArrayList<>();
    private final double correlation;
    private final ContinuousSampler normal;

    Experiment(int strategies, int criteria, double correlation, long seed) {
      this.correlation = correlation;
      this.normal = ZigguratSampler.NormalizedGaussian.of(new RandomStream(seed));
      for (int c = 0; c < criteria; c++) {
        List<List<Double>> byStrategy = new ArrayList<>();
        for (int s = 0; s < strategies; s++) {
          byStrategy.add(new ArrayList<>());
        }
        values.add(byStrategy);
      }
    }

    int replications() {
      return values.get(0).get(0).size();
    }

    void settle(Precision precision) {
      OptionalInt next = OptionalInt.of(precision.least());
      while (next.isPresent()) {
        while (replications() < next.getAsInt()) {
          values.forEach(this::replicate);
        }
        List<Estimate> means =
            values.stream()
                .flatMap(List::stream)
                .flatMap(sample -> Estimate.of(sample).stream())
                .toList();
        next = precision.next(means, replications());
      }
    }

    private void replicate(List<List<Double>> byStrategy) {
      double common = Math.sqrt(correlation) * normal.sample();
      for (List<Double> own : byStrategy) {
        own.add(MEAN + common + Math.sqrt(1 - correlation) * normal.sample());
      }
    }

    List<Paired> differences() {
      return values.stream()
          .flatMap(v -> v.stream().skip(1).flatMap(own -> Paired.of(own, v.get(0)).stream()))
          .toList();
    }
  }

  @Test
  void equalStrategiesAreSeldomTakenForDifferent() {
    Family family = family(4, 5, exactly(5), 0.9, 400);
    assertThat(family.wrong()).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / 400));
    assertThat(family.uncorrected()).isGreaterThan(0.2);
    // Var(a - b) = 2 (1 - correlation), against 2 for independent ones; of five pairs, the mean of
    // the ratio is somewhat lower.
    assertThat(family.saved()).isBetween(0.82, 0.9);
  }

  @Test
  @Tag("validity")
  void doesWhatItSaysOnKnownLaws() {
    StringBuilder page = new StringBuilder();
    page.append(
        "| values | precision | values it took | looks | interval covers | within precision |\n");
    page.append("|---|---|---|---|---|---|\n");
    for (Law law : Law.values()) {
      for (double relative : new double[] {0.1, 0.05}) {
        Stopped stopped = stopped(law, new Precision(relative, 10, 10_000), 2000);
        page.append(
            String.format(
                Locale.ROOT,
                "| %s | %.0f %% | %.0f | %.1f | %.1f %% | %.1f %% |%n",
                law.words,
                100 * relative,
                stopped.values(),
                stopped.looks(),
                100 * stopped.covered(),
                100 * stopped.within()));
        assertThat(stopped.covered()).isGreaterThan(0.92);
      }
    }
    page.append(
        "\n| strategies | criteria | replications | correlation | a false finding | without Holm | variance saved |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    for (Precision precision : List.of(exactly(5), exactly(20), new Precision(0.05, 10, 1000))) {
      for (double correlation : new double[] {0, 0.9}) {
        Family family = family(6, 16, precision, correlation, 2000);
        boolean fixed = precision.least() == precision.most();
        page.append(
            String.format(
                Locale.ROOT,
                "| 6 | 16 | %.0f%s | %.1f | %.1f %% | %.1f %% | %d %% |%n",
                family.replications(),
                fixed ? "" : ", until 5 %",
                correlation,
                100 * family.wrong(),
                100 * family.uncorrected(),
                Math.round(100 * family.saved())));
        assertThat(family.wrong()).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / 2000));
      }
    }
    ValidityPage.section("comparison", page.toString());
  }
}
