package situs.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;
import situs.document.Units;
import situs.model.Incident;
import situs.model.OriginDemand;
import situs.model.RegionId;
import situs.model.Workload;

/** The {@code events:} list: outages, losses of capacity, surges and changes of price. */
final class EventsReader {
  private static final List<String> KINDS =
      List.of("outage", "capacity-loss", "surge", "price-change");
  private static final double MOST_FACTOR = 1000;

  private final Context context;
  private final MapReader top;
  private final List<Workload> workloads;
  private final double durationS;

  /**
   * @param top the scenario, whose regions and workloads may be named even if they are wrong
   * @param workloads those that could be read
   */
  EventsReader(Context context, MapReader top, List<Workload> workloads, double durationS) {
    this.context = context;
    this.top = top;
    this.workloads = workloads;
    this.durationS = durationS;
  }

  private record When(double atS, double forS) {}

  List<Incident> read() {
    List<Incident> incidents = new ArrayList<>();
    for (Node item : top.list("events")) {
      MapReader.of(item, "an event", context.issues())
          .flatMap(this::incident)
          .ifPresent(incidents::add);
    }
    return incidents;
  }

  private Optional<Incident> incident(MapReader reader) {
    Optional<When> when = when(reader);
    List<String> kinds = KINDS.stream().filter(reader::has).toList();
    KINDS.forEach(reader::node);
    reader.done();
    if (kinds.size() != 1) {
      context.issues().add(reader.at(), "an event is one of " + String.join(", ", KINDS));
      return Optional.empty();
    }
    String kind = kinds.get(0);
    if (kind.equals("outage")) {
      return region(reader, kind)
          .flatMap(r -> when.map(w -> new Incident.Outage(w.atS(), w.forS(), r)));
    }
    return reader.mapping(kind).flatMap(terms -> ofKind(kind, terms, when));
  }

  private Optional<When> when(MapReader reader) {
    Optional<Double> at = reader.required("at", "9 h", k -> reader.quantity(k, Units.TIME));
    Optional<Double> length = reader.required("for", "45 min", k -> reader.positive(k, Units.TIME));
    if (at.isPresent() && at.get() >= durationS) {
      context
          .issues()
          .add(
              reader.at("at"),
              "the event is after the end: 'at' counts from the start, and the run lasts "
                  + DistributionReader.plain(durationS)
                  + " s");
      return Optional.empty();
    }
    return at.flatMap(a -> length.map(l -> new When(a, l)));
  }

  private Optional<Incident> ofKind(String kind, MapReader terms, Optional<When> when) {
    Optional<? extends Incident> incident =
        switch (kind) {
          case "capacity-loss" -> capacityLoss(terms, when);
          case "surge" -> surge(terms, when);
          default -> priceChange(terms, when);
        };
    terms.done();
    return incident.map(i -> i);
  }

  private Optional<Incident> capacityLoss(MapReader terms, Optional<When> when) {
    Optional<RegionId> region = required(terms, "region", "azure/eastus2");
    Optional<Double> share = terms.required("share", "50 %", terms::share);
    return region.flatMap(
        r -> share.flatMap(s -> when.map(w -> new Incident.CapacityLoss(w.atS(), w.forS(), r, s))));
  }

  private Optional<Incident> priceChange(MapReader terms, Optional<When> when) {
    Optional<RegionId> region = required(terms, "region", "azure/eastus2");
    Optional<Double> factor = factor(terms);
    return region.flatMap(
        r -> factor.flatMap(f -> when.map(w -> new Incident.PriceChange(w.atS(), w.forS(), r, f))));
  }

  private Optional<Incident> surge(MapReader terms, Optional<When> when) {
    Optional<Workload> workload = workload(terms);
    Optional<String> origin = terms.text("origin");
    Optional<Double> factor = factor(terms);
    if (workload.isEmpty() || origin.isPresent() && !comesFrom(workload.get(), terms)) {
      return Optional.empty();
    }
    return factor.flatMap(
        f ->
            when.map(w -> new Incident.Surge(w.atS(), w.forS(), workload.get().name(), origin, f)));
  }

  private Optional<Workload> workload(MapReader terms) {
    List<String> names = top.keysOf("workloads");
    Optional<String> name = terms.requiredText("workload", "gpt-api");
    if (name.isPresent() && !names.contains(name.get())) {
      context
          .issues()
          .add(
              terms.at("workload"),
              "unknown workload '" + name.get() + "'" + Names.hint(name.get(), names));
    }
    return name.flatMap(n -> workloads.stream().filter(w -> w.name().equals(n)).findFirst());
  }

  private boolean comesFrom(Workload workload, MapReader terms) {
    List<String> origins =
        workload.demand().stream().map(OriginDemand::metro).map(m -> m.name()).toList();
    String origin = terms.text("origin").orElse("");
    boolean known = origins.contains(origin);
    if (!known) {
      context
          .issues()
          .add(
              terms.at("origin"),
              "'"
                  + workload.name()
                  + "' has no demand from '"
                  + origin
                  + "'"
                  + Names.hint(origin, origins));
    }
    return known;
  }

  private Optional<Double> factor(MapReader terms) {
    return terms.required("factor", "3", k -> terms.number(k, 0, MOST_FACTOR));
  }

  private Optional<RegionId> required(MapReader terms, String key, String example) {
    return terms.required(key, example, k -> region(terms, k));
  }

  private Optional<RegionId> region(MapReader reader, String key) {
    Optional<String> text = reader.text(key);
    List<String> regions = top.keysOf("datacenters");
    if (text.isPresent() && !regions.contains(text.get())) {
      context
          .issues()
          .add(
              reader.at(key),
              "'"
                  + text.get()
                  + "' is not among the datacenters"
                  + Names.hint(text.get(), regions));
      return Optional.empty();
    }
    return text.flatMap(Lookups::id);
  }
}
