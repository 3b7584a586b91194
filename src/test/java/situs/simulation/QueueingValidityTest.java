package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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

  /** How often the intervals of a case covered theory, and its first interval. */
  private record Row(QueueingCase queue, Estimate first, long covered) {}

  @Test
  void intervalsCoverTheoryAsOftenAsTheySay() {
    List<Row> rows = QueueingCases.all().stream().map(QueueingValidityTest::row).toList();
    long covered = rows.stream().mapToLong(Row::covered).sum();
    int intervals = rows.size() * SEEDS;
    StringBuilder table = new StringBuilder();
    table.append("| queue | load | quantity | theory | simulated, 95 % | covered | source |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    rows.forEach(row -> table.append(line(row)));
    table.append(
        String.format(
            Locale.ROOT,
            "%nOf %d intervals %d cover theory: %.1f %%. At least 90 %% is asked.%n",
            intervals,
            covered,
            100.0 * covered / intervals));
    ValidityPage.section("queueing", table.toString());
    assertThat(rows).hasSizeGreaterThanOrEqualTo(25);
    assertThat((double) covered / intervals).isGreaterThanOrEqualTo(0.9);
  }

  private static Row row(QueueingCase queue) {
    List<Estimate> estimates =
        IntStream.rangeClosed(1, SEEDS).parallel().mapToObj(seed -> estimate(queue, seed)).toList();
    long covered = estimates.stream().filter(e -> covers(e, queue.theory())).count();
    return new Row(queue, estimates.get(0), covered);
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
        "| %s | %.2f | %s | %.4f | %.4f ± %.4f | %d of %d | %s |%n",
        row.queue().name(),
        row.queue().load(),
        row.queue().quantity(),
        row.queue().theory(),
        row.first().mean(),
        row.first().ci95().orElseThrow(),
        row.covered(),
        SEEDS,
        row.queue().source());
  }
}
