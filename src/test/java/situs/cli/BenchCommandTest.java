package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
  private final StringWriter printed = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int execute(String... args) {
    return Main.commandLine()
        .setOut(new PrintWriter(printed, true))
        .setErr(new PrintWriter(errors, true))
        .execute(args);
  }

  @Test
  void measuresACaseAndTenTimesIt() {
    assertThat(execute("bench", "--case", "batching", "--millions", "0.01", "--format", "csv"))
        .isZero();
    List<String> lines = printed.toString().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo("case,requests,requests_per_s_per_core,ns_per_request,peak_heap_mib");
    String[] once = lines.get(1).split(",");
    String[] tenfold = lines.get(2).split(",");
    assertThat(once[0]).isEqualTo("batching");
    assertThat(tenfold[0]).isEqualTo("batching-x10");
    // 100 requests a second for 600 s of warm-up and 100 s or 1,000 s more, standard deviations 265
    // and 400, less some 2,500 that are under way at the end.
    assertThat(Long.parseLong(once[1])).isBetween(66_000L, 71_000L);
    assertThat(Long.parseLong(tenfold[1])).isBetween(156_000L, 162_000L);
    assertThat(Long.parseLong(tenfold[2])).isPositive();
  }

  @Test
  void anUnknownCaseEndsWithTwoAndAHint() {
    assertThat(execute("bench", "--case", "batchin")).isEqualTo(Exit.INPUT);
    assertThat(errors.toString()).contains("did you mean 'batching'?");
  }

  @Test
  void anOptimumOfTwoHundredPoolsOnSixtyOffersIsProvenWithinOnePercent() {
    Cli cli = Cli.run("bench", "optimiser", "--case", "200x60-letter", "--format", "csv");
    assertThat(cli.code()).isZero();
    List<String> lines = cli.out().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "case,components,options,cost_usd_per_day,bound_usd_per_day,gap_percent,seconds,"
                + "peak_heap_mib");
    assertThat(lines).hasSize(2);
    String[] cells = lines.get(1).split(",");
    double cost = Double.parseDouble(cells[3]);
    double bound = Double.parseDouble(cells[4]);
    double gapPercent = Double.parseDouble(cells[5]);
    assertThat(List.of(cells).subList(0, 3)).containsExactly("200x60-letter", "200", "60");
    assertThat(bound).isBetween(0.99 * cost, cost);
    assertThat(gapPercent).isCloseTo(100 * (cost - bound) / cost, within(0.001));
  }

  @Test
  void anUnknownOptimumEndsWithTwoAndAHint() {
    Cli cli = Cli.run("bench", "optimiser", "--case", "200x6");
    assertThat(cli.code()).isEqualTo(Exit.INPUT);
    assertThat(cli.err()).contains("did you mean '200x60'");
  }

  @Test
  void theReportedTermsAreJudgedUnderEveryReading() {
    Cli cli = Cli.run("bench", "contracts", "--case", "calls", "--format", "csv");
    assertThat(cli.code()).isZero();
    List<String> lines = cli.out().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "case,subjects,judgements,seconds,judgements_per_s_per_core,simulation_s,"
                + "of_simulation_percent");
    // 2 kinds, 4 sellers, 2 parties, 2 segments, 3 targets, 2 chains, 3 states, 200 times; four
    // clauses over routes are in force in the disputed period, each under two readings.
    assertThat(lines.get(1)).startsWith("calls,115200,921600,").endsWith(",,");
  }

  @Test
  void anUnknownCaseOfContractsEndsWithTwoAndAHint() {
    Cli cli = Cli.run("bench", "contracts", "--case", "call");
    assertThat(cli.code()).isEqualTo(Exit.INPUT);
    assertThat(cli.err()).contains("did you mean 'calls'?");
  }
}
