package situs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.document.InputException;
import situs.document.Issues;
import situs.document.Names;
import situs.trace.MeasuredColumns;
import situs.trace.MeasuredReader;
import situs.trace.MeasuredRequests;
import situs.trace.TraceTimeUnit;

/** The file of measured requests, and how it is read. */
final class MeasuredOptions {
  private static final String UNIT = "unit";
  private static final List<String> KEYS =
      Stream.concat(MeasuredColumns.ROLES.stream(), Stream.of(UNIT)).toList();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "One row a request: CSV, plain or gzip.")
  private Path file = Path.of("");

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "KEY=COLUMN",
      description =
          "Which column holds what: arrival, prompt and output (tokens), ttft, and end (an instant)"
              + " or call (seconds from arrival); and unit=ns|us|ms|s for times that are numbers"
              + " (default: s). Columns that are called so need no mention, such as prompt_tokens.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Mixin private BadRowsOption badRows;

  MeasuredRequests read() {
    if (!Files.isRegularFile(file)) {
      throw new InputException("no such file '" + file + "'\n");
    }
    requireKeys();
    Map<String, String> named = new LinkedHashMap<>(columns);
    named.remove(UNIT);
    Issues issues = new Issues();
    Optional<MeasuredRequests> read =
        MeasuredReader.read(file, named, unit(), badRows.badRows(), issues);
    issues.throwIfAny();
    MeasuredRequests measured = read.orElseThrow();
    BadRowsOption.tell(
        measured.skipped().told(file.toString()).stream().toList(), spec.commandLine().getErr());
    return measured;
  }

  private void requireKeys() {
    for (String key : columns.keySet()) {
      if (!KEYS.contains(key)) {
        throw wrong("--columns: unknown key '" + key + "'" + Names.hint(key, KEYS));
      }
    }
    if (columns.containsKey("end") && columns.containsKey("call")) {
      throw wrong("--columns: one of 'end' and 'call' is enough");
    }
  }

  private TraceTimeUnit unit() {
    String unit = columns.getOrDefault(UNIT, TraceTimeUnit.SECONDS.word());
    if (!TraceTimeUnit.words().contains(unit)) {
      throw wrong(
          "--columns: unknown unit '" + unit + "'" + Names.hint(unit, TraceTimeUnit.words()));
    }
    return TraceTimeUnit.of(unit);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
