package situs.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;
import situs.model.Arrivals;
import situs.model.Metro;
import situs.model.OriginDemand;

/** The {@code demand:} block of a workload: by metro a curve, or a trace. */
final class DemandReader {
  private final Context context;
  private final CurveReader curves;
  private final ReplayReader replays;
  private boolean asksForTraces;

  DemandReader(Context context) {
    this.context = context;
    this.curves = new CurveReader(context.issues());
    this.replays = new ReplayReader(context);
  }

  /** By origin in the order of the file; what is wrong is left out and among the issues. */
  List<OriginDemand> read(MapReader workload) {
    List<OriginDemand> demand = new ArrayList<>();
    workload
        .mapping("demand")
        .ifPresent(origins -> origins.entries().forEach(e -> origin(e).ifPresent(demand::add)));
    return demand;
  }

  /** Whether what was read asks for a trace, be it one that could not be read. */
  boolean asksForTraces() {
    return asksForTraces;
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
    if (trace.isEmpty()) {
      Optional<Arrivals> curve = curves.read(reader);
      reader.done();
      return curve;
    }
    asksForTraces = true;
    for (String key : CurveReader.KEYS) {
      if (reader.has(key)) {
        context.issues().add(reader.at(key), "a trace has its own rate; leave '" + key + "' out");
      }
      reader.node(key);
    }
    reader.done();
    return trace.flatMap(replays::read);
  }
}
