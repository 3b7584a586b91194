package situs.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.Traces;
import situs.document.Issues;
import situs.model.RequestTrace;

class TraceReaderTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("trace.txt"), text);
  }

  private static TraceFile read(TraceSource source, BadRows policy) {
    Issues issues = new Issues();
    Optional<TraceFile> trace = TraceReader.read(source, policy, issues);
    assertThat(issues.render()).isEmpty();
    return trace.orElseThrow();
  }

  private TraceFile read(String text) throws IOException {
    return read(TraceSource.of(file(text)), BadRows.FAIL);
  }

  private String problems(String text) throws IOException {
    Issues issues = new Issues();
    assertThat(TraceReader.read(TraceSource.of(file(text)), BadRows.FAIL, issues)).isEmpty();
    return issues.render();
  }

  private static TraceSource own(Path path, Optional<String> session, TraceTimeUnit unit) {
    return new TraceSource(
        path, Optional.empty(), Optional.of(new TraceColumns("when", "in", "out", session, unit)));
  }

  @Test
  void readsTheFormatOfAzure() throws IOException {
    TraceFile trace =
        read(
            "TIMESTAMP,ContextTokens,GeneratedTokens\n"
                + "2023-11-16 23:59:59.5,374,44\n"
                + "2023-11-17 00:00:00.0000001,396,109\n");
    assertThat(trace.format()).isEqualTo(TraceFormat.AZURE);
    assertThat(Traces.offsets(trace)).containsExactly(0, 0.5000001);
    assertThat(Traces.values(trace, RequestTrace.Cursor::promptTokens)).containsExactly(374, 396);
    assertThat(Traces.values(trace, RequestTrace.Cursor::outputTokens)).containsExactly(44, 109);
    // 0.5000001 s and one more gap of that length
    assertThat(trace.periodS()).isEqualTo(1.0000002);
    assertThat(trace.meanPromptTokens()).isEqualTo(385);
  }

  @Test
  void readsTheFormatOfMooncakeWithItsBlocks() throws IOException {
    TraceFile trace =
        read(
            "{\"timestamp\": 0, \"input_length\": 6758, \"output_length\": 500, \"hash_ids\": [0, 1]}\n"
                + "\n"
                + "{\"output_length\": 5, \"hash_ids\": [0, 7, 9], \"timestamp\": 1500,"
                + " \"input_length\": 1100, \"more\": {}}\n");
    assertThat(trace.format()).isEqualTo(TraceFormat.MOONCAKE);
    assertThat(Traces.offsets(trace)).containsExactly(0, 1.5);
    assertThat(Traces.values(trace, RequestTrace.Cursor::blocks)).containsExactly(2, 3);
    assertThat(Traces.values(trace, c -> (int) c.block(1))).containsExactly(1, 7);
    assertThat(Traces.values(trace, RequestTrace.Cursor::blockTokens)).containsExactly(512, 512);
  }

  @Test
  void readsColumnsByTheirNames() throws IOException {
    Path path =
        file(
            "out,note,in,when,user\n5,a,10,1700000000.25,x\n6,b,20,1700000001,y\n7,,30,1700000001,x\n");
    TraceFile trace = read(own(path, Optional.of("user"), TraceTimeUnit.SECONDS), BadRows.FAIL);
    assertThat(trace.format()).isEqualTo(TraceFormat.CSV);
    assertThat(Traces.offsets(trace)).containsExactly(0, 0.75, 0.75);
    assertThat(Traces.values(trace, RequestTrace.Cursor::promptTokens)).containsExactly(10, 20, 30);
    int[] sessions = Traces.values(trace, c -> (int) c.session());
    assertThat(sessions[0]).isEqualTo(sessions[2]).isNotEqualTo(sessions[1]).isNotZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1500, ms, 1.5",
    "0.5, 2, s, 1.5",
    "1e3, 2500.5, us, 0.0015005",
    "1700000000000000000, 1700000001500000001, ns, 1.500000001",
    "2023-11-16 18:00:00, 2023-11-16T18:00:01.5, s, 1.5",
    "2023-11-16 18:00:00.000+01:00, 2023-11-16 17:00:01.5Z, s, 1.5",
    "2024-02-28 23:59:59, 2024-02-29 00:00:00.5, s, 1.5",
  })
  void readsTimesToTheNanosecond(String first, String second, String unit, double gapS)
      throws IOException {
    Path path = file("when,in,out\n%s,1,1\n%s,1,1\n".formatted(first, second));
    TraceFile trace = read(own(path, Optional.empty(), TraceTimeUnit.of(unit)), BadRows.FAIL);
    assertThat(trace.spanS()).isEqualTo(gapS);
  }

  @ParameterizedTest
  @CsvSource({"2023-11-16 24:00:00", "2023-11-16 10:60:00", "2023-13-01 10:00:00", "soon", "''"})
  void refusesWhatIsNotATime(String time) throws IOException {
    assertThat(
            problems(
                "TIMESTAMP,ContextTokens,GeneratedTokens\n"
                    + "2023-11-16 10:00:00,1,1\n\""
                    + time
                    + "\",1,1\n"))
        .contains("trace.txt:3:1: '" + time + "' is not a time such as");
  }

  @Test
  void knowsGzipByItsFirstBytesWhateverTheName() throws IOException {
    Path path = folder.resolve("trace.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(
          "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46,374,44\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(TraceSource.of(path), BadRows.FAIL).requests()).isEqualTo(1);
  }

  @Test
  void aBrokenLineOfJsonIsToldWithItsNumber() throws IOException {
    String text =
        "{\"timestamp\": 0, \"input_length\": 1, \"output_length\": 1}\n"
            + "{\"timestamp\": 1, \"input_length\": 0, \"output_length\": 1}\n"
            + "{\"timestamp\": 2, \"input_length\": 1}\n"
            + "{\"timestamp\": 3, \n"
            + "[1]\n"
            + "{\"timestamp\": 4, \"input_length\": 1, \"output_length\": 1} x\n";
    assertThat(problems(text))
        .contains("trace.txt:2:1: input_length must be a whole number from 1 to 999999999, is '0'")
        .contains("trace.txt:3:1: has no output_length")
        .contains("trace.txt:4:1: is not an object such as")
        .contains("trace.txt:5:1: is not an object such as")
        .contains("trace.txt:6:1:")
        .contains("  {\"timestamp\": 2, \"input_length\": 1}\n");
  }

  @Test
  void skippedRowsAreCountedAndLeftOutOfEveryPass() throws IOException {
    Path path =
        file(
            "TIMESTAMP,ContextTokens,GeneratedTokens\n"
                + "2023-11-16 18:00:00,1,1\n"
                + "2023-11-16 18:00:01,none,1\n"
                + "2023-11-16 17:00:00,2,1\n"
                + "2023-11-16 18:00:03,3,1\n");
    TraceFile trace = read(TraceSource.of(path), BadRows.SKIP);
    assertThat(Traces.values(trace, RequestTrace.Cursor::promptTokens)).containsExactly(1, 3);
    assertThat(trace.requests()).isEqualTo(2);
    assertThat(trace.skipped().told("t.csv"))
        .contains(
            "t.csv: left out 2 of 4 rows, the first at line 3: ContextTokens must be a whole"
                + " number of at least 1, is 'none'");
  }

  @Test
  void aFileWithoutARowThatCanBeReadIsAnErrorEvenWhenRowsMayBeSkipped() throws IOException {
    Issues issues = new Issues();
    Path path = file("TIMESTAMP,ContextTokens,GeneratedTokens\na,b,c\n");
    assertThat(TraceReader.read(TraceSource.of(path), BadRows.SKIP, issues)).isEmpty();
    assertThat(issues.render()).contains("has no row that can be read");
  }

  @Test
  void stopsAfterTenWrongRows() throws IOException {
    String text = "TIMESTAMP,ContextTokens,GeneratedTokens\n" + "x,1,1\n".repeat(1000);
    assertThat(problems(text))
        .contains("trace.txt:11:1: more rows may be wrong; stopped reading here")
        .doesNotContain("trace.txt:12:");
  }

  @Test
  void aForeignFileIsToldWhatToSayOfIt() throws IOException {
    assertThat(problems("a,b\n1,2\n"))
        .contains("trace.txt:1:1: is a CSV file with the columns a, b; say which is which");
    assertThat(problems("TIMESTAMP,ContextToken\n"))
        .contains("no column 'ContextTokens'; did you mean 'ContextToken'?")
        .contains("no column 'GeneratedTokens'");
    assertThat(problems("")).contains("trace.txt:1:1: ");
  }

  @Test
  void aTruncatedGzipIsAnErrorAtTheRowWhereItEnds() throws IOException {
    Path whole = generated(5_000);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(bytes, 20_000));
    Issues issues = new Issues();
    assertThat(TraceReader.read(TraceSource.of(cut), BadRows.SKIP, issues)).isEmpty();
    assertThat(issues.render()).contains("cut.gz:").contains("cannot be read");
  }

  @Test
  void holdsOneRowHoweverLongTheFileIs() throws IOException {
    long few = bytesHeld(generated(50_000));
    long many = bytesHeld(generated(500_000));
    // 450,000 rows more: 7.2 MB in arrays of a time and two lengths alone.
    assertThat(many - few).isLessThan(1_000_000);
  }

  private Path generated(int rows) throws IOException {
    Path path = folder.resolve("generated.csv.gz");
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(path)), StandardCharsets.UTF_8))) {
      out.write("when,in,out\n");
      for (int i = 0; i < rows; i++) {
        out.write(i + "," + (1 + i * 7919L % 4001) + "," + (1 + i * 104_729L % 811) + "\n");
      }
    }
    return path;
  }

  /** Reachable memory in the middle of a pass, over what it was before. */
  private static long bytesHeld(Path path) {
    long before = reachable();
    TraceFile trace = read(own(path, Optional.empty(), TraceTimeUnit.SECONDS), BadRows.FAIL);
    try (RequestTrace.Cursor cursor = trace.open()) {
      for (long i = 0; i < trace.requests() - 1; i++) {
        cursor.next();
      }
      long held = reachable() - before;
      assertThat(cursor.next()).isTrue();
      return held;
    }
  }

  private static long reachable() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
