package situs.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import situs.Traces;
import situs.document.Issues;
import situs.model.RequestTrace;

/** The recorded trace, where it is at hand: its published size, rate and medians. */
class RealTraceTest {
  private static final Path TRACE = Path.of("../shared/traces/AzureLLMInferenceTrace_conv.csv");

  @Test
  void isReadWhole() {
    assumeTrue(Files.exists(TRACE), "the recorded trace is not part of the repository");
    Issues issues = new Issues();
    TraceFile trace = TraceReader.read(TraceSource.of(TRACE), BadRows.FAIL, issues).orElseThrow();
    assertThat(issues.any()).isFalse();
    assertThat(trace.requests()).isEqualTo(19_366);
    // 18:15:46.68059 to 19:14:08.402527
    assertThat(trace.spanS()).isCloseTo(3501.721937, within(1e-6));
    assertThat(median(Traces.values(trace, RequestTrace.Cursor::promptTokens))).isEqualTo(1020);
    assertThat(median(Traces.values(trace, RequestTrace.Cursor::outputTokens))).isEqualTo(129);
  }

  private static int median(int[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }
}
