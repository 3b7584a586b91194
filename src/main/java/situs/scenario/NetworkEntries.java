package situs.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.catalog.CatalogEntries;
import situs.document.MapReader;
import situs.document.Node;
import situs.document.Scalars;
import situs.document.Units;
import situs.model.Metro;
import situs.model.Money;
import situs.model.Provenance;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.Rtt;
import situs.model.TransferTariff;

/**
 * {@code catalog.rtt}: from a region to regions and metros; {@code catalog.transfer}: from a region
 * to {@code internet}, {@code same-region}, {@code acme/*} or a region.
 */
final class NetworkEntries {
  private static final double MOST_RTT_S = 10;

  private final Context context;
  private final NewEntries entries;
  private final SourceReader sources;
  private final Scalars scalars;

  NetworkEntries(Context context, NewEntries entries) {
    this.context = context;
    this.entries = entries;
    this.sources = new SourceReader(context.issues());
    this.scalars = new Scalars(context.issues());
  }

  void read(MapReader catalog) {
    Blocks.each(
        catalog,
        "rtt",
        (entry, targets) -> {
          Optional<Region> from = Lookups.region(context, entry.key(), entry.at());
          targets.entries().forEach(to -> from.ifPresent(f -> rtt(f.id(), to)));
        });
    Blocks.each(
        catalog,
        "transfer",
        (entry, targets) -> {
          Optional<Region> from = Lookups.region(context, entry.key(), entry.at());
          targets.entries().forEach(to -> from.ifPresent(f -> transfer(f.id(), to)));
        });
  }

  private void rtt(RegionId from, Node.Entry to) {
    Optional<Rtt> rtt = sources.sourced(to.value(), "12 ms").flatMap(s -> rtt(to, s));
    if (to.key().contains("/")) {
      Optional<Region> region = Lookups.region(context, to.key(), to.at());
      rtt.ifPresent(
          t ->
              region.ifPresent(
                  r -> entries.regionRtts.add(new CatalogEntries.RegionRtt(from, r.id(), t))));
    } else {
      Optional<Metro> metro = Lookups.metro(context, to);
      rtt.ifPresent(
          t ->
              metro.ifPresent(
                  m -> entries.metroRtts.add(new CatalogEntries.MetroRtt(m.name(), from, t))));
    }
  }

  private Optional<Rtt> rtt(Node.Entry to, SourceReader.Sourced sourced) {
    Optional<Double> seconds =
        scalars
            .decimal(sourced.value(), "the round trip to '" + to.key() + "'", Units.TIME)
            .map(Number::doubleValue);
    if (seconds.isPresent() && seconds.get() >= MOST_RTT_S) {
      context.issues().add(sourced.value().at(), "a round trip must be less than 10 s");
      return Optional.empty();
    }
    return seconds.map(s -> new Rtt(s * 1000, "", sourced.provenance()));
  }

  private void transfer(RegionId from, Node.Entry to) {
    if (to.key().equals("internet")) {
      tariff("internet egress", to.value())
          .ifPresent(t -> entries.internetTariffs.add(new CatalogEntries.InternetTariff(from, t)));
      return;
    }
    List<RegionId> targets = targets(from, to);
    String scope = targets.contains(from) ? "same region" : "inter-region";
    tariff(scope, to.value())
        .ifPresent(
            t ->
                targets.forEach(
                    target ->
                        entries.tariffs.add(new CatalogEntries.RegionTariff(from, target, t))));
  }

  /** {@code acme/*} are all other regions of that provider. */
  private List<RegionId> targets(RegionId from, Node.Entry to) {
    if (to.key().equals("same-region")) {
      return List.of(from);
    }
    if (to.key().endsWith("/*")) {
      String provider = to.key().substring(0, to.key().length() - 2);
      List<RegionId> all =
          context.catalog().regions().stream()
              .map(Region::id)
              .filter(id -> id.provider().equals(provider) && !id.equals(from))
              .toList();
      if (all.isEmpty()) {
        context.issues().add(to.at(), "no other region of a provider '" + provider + "'");
      }
      return all;
    }
    return Lookups.region(context, to.key(), to.at()).map(Region::id).stream().toList();
  }

  /** A price, {@code {value: …, source: …}}, or {@code {tiers: [{from: 0 GB, price: …}]}}. */
  private Optional<TransferTariff> tariff(String scope, Node node) {
    if (node instanceof Node.Mapping mapping && mapping.entries().containsKey("tiers")) {
      MapReader reader = new MapReader(mapping, context.issues());
      List<Optional<TransferTariff.Tier>> tiers =
          reader.list("tiers").stream().map(this::tier).toList();
      Provenance provenance = sources.read(reader);
      reader.done();
      return tiers.stream().anyMatch(Optional::isEmpty)
          ? Optional.empty()
          : tariff(scope, reader, tiers.stream().map(Optional::get).toList(), provenance);
    }
    return sources
        .sourced(node, "0.02 USD/GB")
        .flatMap(
            s ->
                scalars
                    .decimal(s.value(), "the price of transfer", Units.PRICE_PER_GB)
                    .map(usd -> List.of(new TransferTariff.Tier(0, new Money(usd))))
                    .map(tiers -> new TransferTariff(scope, tiers, s.provenance())));
  }

  private Optional<TransferTariff> tariff(
      String scope, MapReader reader, List<TransferTariff.Tier> tiers, Provenance provenance) {
    try {
      return Optional.of(new TransferTariff(scope, new ArrayList<>(tiers), provenance));
    } catch (IllegalArgumentException e) {
      context.issues().add(reader.at("tiers"), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<TransferTariff.Tier> tier(Node node) {
    return MapReader.of(node, "a tier", context.issues())
        .flatMap(
            reader -> {
              Optional<Double> from =
                  reader.required("from", "0 GB", k -> reader.quantity(k, Units.BYTES_GB));
              Optional<Money> price =
                  reader
                      .required("price", "0.02 USD/GB", k -> reader.decimal(k, Units.PRICE_PER_GB))
                      .map(Money::new);
              reader.done();
              return from.flatMap(f -> price.map(p -> new TransferTariff.Tier(f, p)));
            });
  }
}
