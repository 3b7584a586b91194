package situs.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.document.Issues;

class MeasuredReaderTest {
  private static final String HEADER = "arrival,prompt_tokens,output_tokens,TTFT,end\n";

  @TempDir private Path folder;

  private final Issues issues = new Issues();

  private Optional<MeasuredRequests> read(
      String text, Map<String, String> named, TraceTimeUnit unit, BadRows policy)
      throws IOException {
    Path file = Files.writeString(folder.resolve("measured.csv"), text);
    return MeasuredReader.read(file, named, unit, policy, issues);
  }

  private MeasuredRequests read(String text) throws IOException {
    return read(text, Map.of(), TraceTimeUnit.SECONDS, BadRows.FAIL).orElseThrow();
  }

  private String problems(String text) throws IOException {
    assertThat(read(text, Map.of(), TraceTimeUnit.SECONDS, BadRows.FAIL)).isEmpty();
    return issues.render();
  }

  @Test
  void columnsThatAreCalledSoNeedNoMention() throws IOException {
    MeasuredRequests read = read(HEADER + "100.5,2000,300,0.25,110.5\n103,1,2,0.5,104\n");
    // Ends are instants: 110.5 - 100.5 = 10 s after arrival
    assertThat(read.requests())
        .containsExactly(
            new MeasuredRequest(0, 2000, 300, 0.25, 10), new MeasuredRequest(2.5, 1, 2, 0.5, 1));
    assertThat(read.requests().get(0).decodeS()).isEqualTo(9.75);
    assertThat(read.days()).isEmpty();
  }

  @Test
  void othersAreNamedAndMayCountFromTheArrival() throws IOException {
    MeasuredRequests read =
        read(
                "id,t,end,in,out,first,total\n7,1000,zz,10,20,50,450\n",
                Map.of(
                    "arrival", "t", "prompt", "in", "output", "out", "ttft", "first", "call",
                    "total"),
                TraceTimeUnit.MILLISECONDS,
                BadRows.FAIL)
            .orElseThrow();
    assertThat(read.requests()).containsExactly(new MeasuredRequest(0, 10, 20, 0.05, 0.45));
  }

  @Test
  void rowsInOrderOfCompletionAreSortedByArrival() throws IOException {
    MeasuredRequests read = read(HEADER + "5,10,10,1,7\n2,20,10,1,30\n");
    assertThat(read.requests().stream().map(MeasuredRequest::promptTokens)).containsExactly(20, 10);
    assertThat(read.requests().stream().map(MeasuredRequest::arrivalS)).containsExactly(0.0, 3.0);
  }

  @Test
  void timestampsTellTheDays() throws IOException {
    MeasuredRequests read =
        read(
            HEADER
                + "2026-08-20 23:59:50,10,10,1,2026-08-21 00:00:10\n2026-08-21T00:00:05Z,1,1,1,2026-08-21T00:00:06Z\n");
    assertThat(read.requests().get(0).callS()).isEqualTo(20);
    assertThat(read.days()).contains(List.of(LocalDate.of(2026, 8, 20), LocalDate.of(2026, 8, 21)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,0,5,0.1,2 | prompt_tokens must be a whole number of at least 1, is '0'",
        "1,5,x,0.1,2 | output_tokens must be a whole number of at least 1, is 'x'",
        "noon,5,5,0.1,2 | 'noon' is not a time",
        "1,5,5,0,2 | TTFT must be more than 0, is '0'",
        "1,5,5,1.5,2 | end is before the first token, '2'",
        "1,5,5,1.5 | 4 values where the header has 5"
      })
  void aWrongRowIsShownWithItsLineAndWhatWasExpected(String row, String expected)
      throws IOException {
    assertThat(problems(HEADER + "0,5,5,0.1,2\n" + row + "\n"))
        .contains("measured.csv:3:1: ", expected, "  " + row + "\n");
  }

  @Test
  void wrongRowsMayBeLeftOut() throws IOException {
    MeasuredRequests read =
        read(
                HEADER + "0,5,5,0.1,2\n1,5,0,0.1,2\n2,5,5,0.1,3\n",
                Map.of(),
                TraceTimeUnit.SECONDS,
                BadRows.SKIP)
            .orElseThrow();
    assertThat(read.requests()).hasSize(2);
    assertThat(read.skipped().rows()).isEqualTo(1);
    assertThat(read.skipped().first()).hasValueSatisfying(s -> assertThat(s).startsWith("line 3:"));
  }

  @Test
  void missingColumnsAreNamed() throws IOException {
    assertThat(problems("arrival,in,output_tokens,end\n1,2,3,4\n"))
        .contains("has the columns arrival, in, output_tokens, end; say with --columns")
        .contains("which of them is: prompt, ttft\n");
  }

  @Test
  void aNamedColumnThatIsMissingIsAskedBack() throws IOException {
    assertThat(
            read(
                HEADER + "1,2,3,4,5\n",
                Map.of("ttft", "TTTF"),
                TraceTimeUnit.SECONDS,
                BadRows.FAIL))
        .isEmpty();
    assertThat(issues.render()).contains("no column 'TTTF'; did you mean 'TTFT'");
  }

  @Test
  void anEmptyFileIsAnError() throws IOException {
    assertThat(problems(HEADER)).contains("has no rows");
  }
}
