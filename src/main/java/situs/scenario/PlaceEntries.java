package situs.scenario;

import java.time.ZoneId;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;
import situs.document.Scalars;
import situs.document.Units;
import situs.model.Figure;
import situs.model.GeoPoint;
import situs.model.Geography;
import situs.model.Metro;
import situs.model.Provenance;
import situs.model.Region;
import situs.model.RegionId;

/** {@code catalog.regions} and {@code catalog.metros}. */
final class PlaceEntries {
  private static final String COUNTRY = "[A-Z]{2}";

  private final Context context;
  private final NewEntries entries;
  private final SourceReader sources;

  PlaceEntries(Context context, NewEntries entries) {
    this.context = context;
    this.entries = entries;
    this.sources = new SourceReader(context.issues());
  }

  private record Place(String country, String geography, GeoPoint location) {}

  void read(MapReader catalog) {
    Blocks.each(catalog, "regions", (e, r) -> region(e, r).ifPresent(entries.regions::add));
    Blocks.each(catalog, "metros", (e, r) -> metro(e, r).ifPresent(entries.metros::add));
  }

  private Optional<Region> region(Node.Entry entry, MapReader reader) {
    Optional<RegionId> id = id(entry);
    Optional<Region> bundled = id.flatMap(context.catalog()::region);
    Optional<String> name = reader.text("name");
    Optional<Figure> carbon =
        figure(reader, "carbon").or(() -> bundled.flatMap(Region::gridGco2PerKwh));
    Optional<Figure> pue = pue(reader).or(() -> bundled.flatMap(Region::pue));
    Optional<Place> place =
        place(reader, bundled.map(b -> new Place(b.country(), b.geography(), b.location())));
    Provenance provenance = sources.read(reader);
    reader.done();
    return id.flatMap(
        i ->
            place.map(
                p ->
                    new Region(
                        i,
                        name.or(() -> bundled.map(Region::displayName)).orElse(i.toString()),
                        p.country(),
                        p.geography(),
                        p.location(),
                        carbon,
                        pue,
                        provenance)));
  }

  private Optional<RegionId> id(Node.Entry entry) {
    try {
      return Optional.of(RegionId.parse(entry.key()));
    } catch (IllegalArgumentException e) {
      context.issues().add(entry.at(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Figure> figure(MapReader reader, String key) {
    return reader
        .node(key)
        .flatMap(n -> sources.sourced(n, "50 g/kWh"))
        .flatMap(
            s ->
                new Scalars(context.issues())
                    .decimal(s.value(), "'" + key + "'", Units.CARBON)
                    .map(v -> new Figure(v.doubleValue(), s.provenance())));
  }

  private Optional<Figure> pue(MapReader reader) {
    return reader
        .node("pue")
        .flatMap(n -> sources.sourced(n, "1.2"))
        .flatMap(
            s ->
                new Scalars(context.issues())
                    .number(s.value(), "'pue'")
                    .filter(v -> atLeastOne(reader, v))
                    .map(v -> new Figure(v, s.provenance())));
  }

  private boolean atLeastOne(MapReader reader, double pue) {
    if (pue < 1) {
      context.issues().add(reader.at("pue"), "'pue' is facility energy over IT energy, at least 1");
    }
    return pue >= 1;
  }

  /** Country, geography and location; what is left out stays as the catalogue has it. */
  private Optional<Place> place(MapReader reader, Optional<Place> bundled) {
    Optional<String> country = or(reader, "country", "NO", bundled.map(Place::country));
    Optional<String> geography = or(reader, "geography", "europe", bundled.map(Place::geography));
    Optional<Double> latitude =
        coordinate(reader, "latitude", 90, bundled.map(b -> b.location().latitude()));
    Optional<Double> longitude =
        coordinate(reader, "longitude", 180, bundled.map(b -> b.location().longitude()));
    if (country.isPresent() && !country.get().matches(COUNTRY)) {
      context
          .issues()
          .add(
              reader.at("country"),
              "'country' must be a code such as NO, is '" + country.get() + "'");
    }
    if (geography.isPresent() && !Geography.NAMES.contains(geography.get())) {
      context
          .issues()
          .add(
              reader.at("geography"),
              "unknown geography '%s'%s"
                  .formatted(geography.get(), Names.hint(geography.get(), Geography.NAMES)));
    }
    return country.flatMap(
        c ->
            geography.flatMap(
                g ->
                    latitude.flatMap(
                        lat -> longitude.map(lon -> new Place(c, g, new GeoPoint(lat, lon))))));
  }

  private static Optional<String> or(
      MapReader reader, String key, String example, Optional<String> bundled) {
    return bundled.isPresent() && !reader.has(key)
        ? reader.text(key).or(() -> bundled)
        : reader.requiredText(key, example);
  }

  private static Optional<Double> coordinate(
      MapReader reader, String key, double most, Optional<Double> bundled) {
    return bundled.isPresent() && !reader.has(key)
        ? reader.number(key).or(() -> bundled)
        : reader.required(key, "59.9", k -> reader.number(k, -most, most));
  }

  private Optional<Metro> metro(Node.Entry entry, MapReader reader) {
    Optional<Metro> bundled = context.catalog().metro(entry.key());
    Optional<Place> place =
        place(reader, bundled.map(b -> new Place(b.country(), b.geography(), b.location())));
    Optional<ZoneId> zone =
        or(reader, "zone", "Europe/Oslo", bundled.map(b -> b.zone().getId()))
            .flatMap(z -> reader.parsed("zone", z, "a time zone such as Europe/Oslo", ZoneId::of));
    Provenance provenance = sources.read(reader);
    reader.done();
    return place.flatMap(
        p ->
            zone.map(
                z ->
                    new Metro(
                        entry.key(), p.country(), p.geography(), p.location(), z, provenance)));
  }
}
