package situs.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;
import situs.model.Arrivals;
import situs.model.RequestTrace;
import situs.trace.TraceColumns;
import situs.trace.TraceFile;
import situs.trace.TraceFormat;
import situs.trace.TraceTimeUnit;

/**
 * A {@code trace:} block: {@code {file, format, columns, share, speedup, copies}}. The shares of
 * one trace among the metros of a workload follow each other, so that each request goes to one
 * metro; where they pass the whole, the next begins anew.
 */
final class ReplayReader {
  private static final double MOST_SPEEDUP = 1e6;
  private static final int MOST_COPIES = 1000;
  private static final double ROUNDING = 1e-9;

  private final Context context;
  private final Map<RequestTrace, Double> given = new LinkedHashMap<>();

  ReplayReader(Context context) {
    this.context = context;
  }

  Optional<Arrivals> read(MapReader trace) {
    Optional<Node> file = trace.requiredNode("file", "traces/requests.csv");
    Optional<TraceFormat> format =
        trace
            .oneOf("format", TraceFormat.words())
            .map(w -> TraceFormat.values()[TraceFormat.words().indexOf(w)]);
    Optional<TraceColumns> columns = trace.mapping("columns").flatMap(this::columns);
    Optional<Double> share = trace.share("share");
    Optional<Double> speedup = trace.number("speedup", 1e-6, MOST_SPEEDUP);
    Optional<Integer> copies = trace.integer("copies", 1, MOST_COPIES);
    trace.done();
    if (trace.has("columns") && format.isPresent() && format.get() != TraceFormat.CSV) {
      context.issues().add(trace.at("columns"), "'columns' go with the format csv");
      return Optional.empty();
    }
    if (share.isPresent() && share.get() == 0) {
      context.issues().add(trace.at("share"), "'share' must be greater than 0");
      return Optional.empty();
    }
    if (trace.has("columns") && columns.isEmpty() || trace.has("format") && format.isEmpty()) {
      return Optional.empty();
    }
    return file.flatMap(f -> context.inputs().trace(f, format, columns))
        .map(t -> replay(t, share.orElse(1.0), speedup.orElse(1.0), copies.orElse(1)));
  }

  private Arrivals replay(TraceFile trace, double share, double speedup, int copies) {
    double before = given.getOrDefault(trace, 0.0);
    double from = before + share <= 1 + ROUNDING ? before : 0;
    given.put(trace, from + share);
    return new Arrivals.Replay(trace, from, share, speedup, copies);
  }

  private Optional<TraceColumns> columns(MapReader reader) {
    Optional<String> time = reader.requiredText("time", "time");
    Optional<String> prompt = reader.requiredText("prompt", "prompt_tokens");
    Optional<String> output = reader.requiredText("output", "output_tokens");
    Optional<String> session = reader.text("session");
    Optional<String> unit = reader.oneOf("unit", TraceTimeUnit.words());
    reader.done();
    boolean whole = List.of(time, prompt, output).stream().allMatch(Optional::isPresent);
    boolean unitOk = !reader.has("unit") || unit.isPresent();
    return whole && unitOk
        ? Optional.of(
            new TraceColumns(
                time.get(),
                prompt.get(),
                output.get(),
                session,
                unit.map(TraceTimeUnit::of).orElse(TraceTimeUnit.SECONDS)))
        : Optional.empty();
  }
}
