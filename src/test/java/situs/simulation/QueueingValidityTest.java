package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.ValidityPage;
import situs.model.Scenario;
import situs.stats.Estimate;

/**
 * The engine against queueing theory: intervals of 95 % from ten replications, for twenty seeds. A
 * sound simulation covers theory in about 95 % of them, not in all.
 */
@Tag("validity")
class QueueingValidityTest {
  private static final int SEEDS = 20;
  private static final int REPLICATIONS = 10;

  /** Standard errors by which the mean over all seeds may be off: 1 in 16,000 by chance. */
  private static final double ALLOWED_Z = 4;

  /**
   * How a case fared.
   *
   * @param first interval, of the first seed
   * @param covered of the seeds' intervals cover theory
   * @param z how many standard errors the mean over all seeds lies above theory
   */
  private record Row(QueueingCase queue, Estimate first, long covered, double z) {}

  @Test
  void intervalsCoverTheoryAsOftenAsTheySay() {
    List<QueueingCase> cases = QueueingCases.all();
    List<Row> rows =
        IntStream.range(0, cases.size()).mapToObj(i -> row(cases.get(i), SEEDS * i)).toList();
    long covered = rows.stream().mapToLong(Row::covered).sum();
    int intervals = rows.size() * SEEDS;
    StringBuilder table = new StringBuilder();
    table.append(
        "| queue | load | quantity | theory | simulated, 95 % | verdict | of 20 seeds | z of all | source |\n");
    table.append("|---|---|---|---|---|---|---|---|---|\n");
    rows.forEach(row -> table.append(line(row)));
    table.append(
        String.format(
            Locale.ROOT,
            "%nOf %d intervals %d cover theory: %.1f %%. At least 90 %% is asked.%n",
            intervals,
            covered,
            100.0 * covered / intervals));
    ValidityPage.section("queueing", table.toString());
    assertThat(rows).hasSizeGreaterThanOrEqualTo(25).allMatch(row -> Math.abs(row.z()) < ALLOWED_Z);
    assertThat((double) covered / intervals).isGreaterThanOrEqualTo(0.9);
  }

  /**
   * @param seedsUsed by the cases before: every interval has draws of its own, as the same arrivals
   *     would have many miss together
   */
  private static Row row(QueueingCase queue, int seedsUsed) {
    List<Estimate> estimates =
        IntStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(i -> estimate(queue, seedsUsed + i))
            .toList();
    long covered = estimates.stream().filter(e -> covers(e, queue.theory())).count();
    return new Row(queue, estimates.get(0), covered, z(estimates, queue.theory()));
  }

  private static double z(List<Estimate> estimates, double theory) {
    SummaryStatistics means = new SummaryStatistics();
    estimates.forEach(e -> means.addValue(e.mean()));
    return (means.getMean() - theory) / (means.getStandardDeviation() / StrictMath.sqrt(SEEDS));
  }

  private static Estimate estimate(QueueingCase queue, int seed) {
    Scenario seeded = queue.scenario().withRun(queue.scenario().duration(), seed, REPLICATIONS);
    return Estimate.of(
            IntStream.rangeClosed(1, REPLICATIONS)
                .mapToObj(r -> Simulation.run(seeded, queue.placement(), r, List.of()))
                .map(seen -> queue.measured().applyAsDouble(seen))
                .toList())
        .orElseThrow();
  }

  private static boolean covers(Estimate estimate, double theory) {
    return Math.abs(estimate.mean() - theory) <= estimate.ci95().orElseThrow();
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %s | %.4f | %.4f ± %.4f | %s | %d | %+.1f | %s |%n",
        row.queue().name(),
        row.queue().load(),
        row.queue().quantity(),
        row.queue().theory(),
        row.first().mean(),
        row.first().ci95().orElseThrow(),
        covers(row.first(), row.queue().theory()) ? "covers" : "misses",
        row.covered(),
        row.z(),
        row.queue().source());
  }
}
