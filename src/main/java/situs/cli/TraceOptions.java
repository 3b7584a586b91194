package situs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.document.InputException;
import situs.document.Issues;
import situs.document.Names;
import situs.trace.TraceColumns;
import situs.trace.TraceFile;
import situs.trace.TraceFormat;
import situs.trace.TraceReader;
import situs.trace.TraceSource;
import situs.trace.TraceSurvey;
import situs.trace.TraceTimeUnit;

/** The file that {@code situs trace} reads, and how. */
final class TraceOptions {
  private static final List<String> KEYS = List.of("time", "prompt", "output", "session", "unit");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The trace, plain or gzip.")
  private Path file = Path.of("");

  @Option(
      names = "--trace-format",
      paramLabel = "FORMAT",
      description = "azure, mooncake or csv; seen from the first line where it is not said.")
  private Optional<TraceFormat> format = Optional.empty();

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "KEY=COLUMN",
      description =
          "Which column of a CSV file holds what: time, prompt, output and perhaps session; and"
              + " unit=ns|us|ms|s for times that are numbers (default: s).")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Mixin private BadRowsOption badRows;

  /** Reads the file twice: first its rows are checked, then surveyed. */
  TraceSurvey survey() {
    if (!Files.isRegularFile(file)) {
      throw new InputException("no such file '" + file + "'\n");
    }
    Issues issues = new Issues();
    Optional<TraceFile> trace =
        TraceReader.read(new TraceSource(file, format, columns()), badRows.badRows(), issues);
    issues.throwIfAny();
    TraceFile read = trace.orElseThrow();
    BadRowsOption.tell(
        read.skipped().told(file.toString()).stream().toList(), spec.commandLine().getErr());
    return TraceSurvey.of(read);
  }

  private Optional<TraceColumns> columns() {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    for (String key : columns.keySet()) {
      if (!KEYS.contains(key)) {
        throw wrong("--columns: unknown key '" + key + "'" + Names.hint(key, KEYS));
      }
    }
    String unit = columns.getOrDefault("unit", TraceTimeUnit.SECONDS.word());
    if (!TraceTimeUnit.words().contains(unit)) {
      throw wrong(
          "--columns: unknown unit '" + unit + "'" + Names.hint(unit, TraceTimeUnit.words()));
    }
    return Optional.of(
        new TraceColumns(
            needed("time"),
            needed("prompt"),
            needed("output"),
            Optional.ofNullable(columns.get("session")),
            TraceTimeUnit.of(unit)));
  }

  private String needed(String key) {
    return Optional.ofNullable(columns.get(key))
        .orElseThrow(() -> wrong("--columns: '" + key + "' is missing, such as " + key + "=NAME"));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
