package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
}
