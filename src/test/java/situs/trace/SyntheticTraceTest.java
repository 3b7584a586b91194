package situs.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import situs.Golden;
import situs.Traces;
import situs.document.Issues;
import situs.model.RequestTrace;

/**
 * Makes the synthetic trace that is shipped, and holds it against the percentiles it is made of.
 */
class SyntheticTraceTest {
  private static final Path TRACE = Path.of("scenarios/traces/conversation-synthetic.csv");
  private static final int REQUESTS = 3000;
  private static final double PER_SECOND = 5.53;
  private static final double[] SHARES = {0, 0.5, 0.9, 0.99};
  private static final double[] INPUT = {16, 1020, 2734, 4142};
  private static final double[] OUTPUT = {16, 129, 424, 601};

  @Test
  void isMadeFromThePublishedPercentilesByAFixedSeed() throws IOException {
    Golden.check(TRACE, made());
  }

  private static String made() {
    // The JDK fixes this generator's sequence for a seed, on every platform.
    Random random = new Random(20231116);
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSS");
    LocalDateTime at = LocalDateTime.of(2023, 11, 16, 18, 15);
    StringBuilder csv = new StringBuilder("TIMESTAMP,ContextTokens,GeneratedTokens\n");
    for (int i = 0; i < REQUESTS; i++) {
      double gap = -StrictMath.log(1 - random.nextDouble()) / PER_SECOND;
      at = at.plusNanos(Math.round(gap * 1e7) * 100);
      csv.append(at.format(format)).append(',');
      csv.append(drawn(INPUT, random)).append(',').append(drawn(OUTPUT, random)).append('\n');
    }
    return csv.toString();
  }

  private static long drawn(double[] lengths, Random random) {
    double u = random.nextDouble();
    int i = 1;
    while (i < SHARES.length - 1 && u > SHARES[i]) {
      i++;
    }
    double within = Math.min(1, (u - SHARES[i - 1]) / (SHARES[i] - SHARES[i - 1]));
    double low = StrictMath.log(lengths[i - 1]);
    return Math.round(StrictMath.exp(low + within * (StrictMath.log(lengths[i]) - low)));
  }

  @Test
  void hasTheRateAndThePercentilesThatItsReadmeStates() {
    TraceFile trace =
        TraceReader.read(TraceSource.of(TRACE), BadRows.FAIL, new Issues()).orElseThrow();
    assertThat(trace.requests()).isEqualTo(REQUESTS);
    // The standard error of a Poisson rate from 3,000 gaps is 1/sqrt(3000) = 1.8 %; three of them.
    assertThat(REQUESTS / trace.periodS()).isBetween(5.53 * 0.945, 5.53 * 1.055);
    int[] prompts = Traces.values(trace, RequestTrace.Cursor::promptTokens);
    int[] outputs = Traces.values(trace, RequestTrace.Cursor::outputTokens);
    // Of the sample's share below a percentile p: sqrt(p(1-p)/3000), at most 0.9 %; three of them.
    assertThat(shareBelow(prompts, 1020)).isBetween(0.473, 0.527);
    assertThat(shareBelow(prompts, 2734)).isBetween(0.883, 0.917);
    assertThat(shareBelow(outputs, 129)).isBetween(0.473, 0.527);
    assertThat(shareBelow(outputs, 424)).isBetween(0.883, 0.917);
  }

  private static double shareBelow(int[] values, int bound) {
    return Arrays.stream(values).filter(v -> v <= bound).count() / (double) values.length;
  }
}
