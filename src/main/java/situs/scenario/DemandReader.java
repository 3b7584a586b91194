package situs.scenario;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;
import situs.document.Units;
import situs.model.Arrivals;
import situs.model.Metro;
import situs.model.OriginDemand;

/**
 * The {@code demand:} block: by metro {@code {rate: 2/s, peak: "14:00", swing: 0.6}}, or {@code
 * {trace: {file, share, speedup}}}.
 */
final class DemandReader {
  private static final LocalTime DEFAULT_PEAK = LocalTime.of(14, 0);
  private static final double MOST_SPEEDUP = 1e6;

  private final Context context;

  DemandReader(Context context) {
    this.context = context;
  }

  /** By origin in the order of the file; what is wrong is left out and among the issues. */
  List<OriginDemand> read(MapReader workload) {
    List<OriginDemand> demand = new ArrayList<>();
    workload
        .mapping("demand")
        .ifPresent(origins -> origins.entries().forEach(e -> origin(e).ifPresent(demand::add)));
    return demand;
  }

  private Optional<OriginDemand> origin(Node.Entry entry) {
    Optional<Metro> metro = Lookups.metro(context, entry);
    Optional<Arrivals> arrivals =
        MapReader.of(entry.value(), "the demand of '" + entry.key() + "'", context.issues())
            .flatMap(this::arrivals);
    return metro.flatMap(m -> arrivals.map(a -> new OriginDemand(m, a)));
  }

  private Optional<Arrivals> arrivals(MapReader reader) {
    Optional<MapReader> trace = reader.mapping("trace");
    if (trace.isPresent()) {
      if (reader.has("rate")) {
        context.issues().add(reader.at("rate"), "a trace has its own rate; leave 'rate' out");
      }
      List.of("rate", "peak", "swing").forEach(reader::node);
      reader.done();
      return trace.flatMap(this::replay);
    }
    Optional<Double> rate = reader.required("rate", "2/s", key -> reader.positive(key, Units.RATE));
    Optional<LocalTime> peak = peak(reader);
    Optional<Double> swing = reader.share("swing");
    reader.done();
    return rate.map(r -> new Arrivals.DailyCurve(r, peak.orElse(DEFAULT_PEAK), swing.orElse(0.0)));
  }

  private static Optional<LocalTime> peak(MapReader reader) {
    return reader
        .text("peak")
        .flatMap(t -> reader.parsed("peak", t, "a local time such as \"14:00\"", LocalTime::parse));
  }

  private Optional<Arrivals> replay(MapReader trace) {
    Optional<Node> file = trace.requiredNode("file", "traces/requests.csv");
    Optional<Double> share = trace.share("share");
    Optional<Double> speedup = trace.number("speedup", 1e-6, MOST_SPEEDUP);
    trace.done();
    if (share.isPresent() && share.get() == 0) {
      context.issues().add(trace.at("share"), "'share' must be greater than 0");
      return Optional.empty();
    }
    return file.flatMap(context.inputs()::trace)
        .map(t -> new Arrivals.Replay(t, share.orElse(1.0), speedup.orElse(1.0)));
  }
}
