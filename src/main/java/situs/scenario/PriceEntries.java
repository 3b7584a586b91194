package situs.scenario;

import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;
import situs.document.Scalars;
import situs.document.Units;
import situs.model.InstanceType;
import situs.model.Money;
import situs.model.Price;
import situs.model.Purchase;
import situs.model.Region;

/** {@code catalog.prices}: {@code {acme/north: {gpu8: 60 USD/h}}}, or by way of purchase. */
final class PriceEntries {
  private static final List<String> PURCHASES = Purchase.words();

  private final Context context;
  private final NewEntries entries;
  private final SourceReader sources;

  PriceEntries(Context context, NewEntries entries) {
    this.context = context;
    this.entries = entries;
    this.sources = new SourceReader(context.issues());
  }

  void read(MapReader catalog) {
    Blocks.each(
        catalog,
        "prices",
        (entry, types) -> {
          Optional<Region> region = Lookups.region(context, entry.key(), entry.at());
          types.entries().forEach(e -> region.ifPresent(r -> type(r, e)));
        });
  }

  private void type(Region region, Node.Entry entry) {
    Optional<InstanceType> type = Lookups.instanceType(context, region.id(), entry);
    if (type.isEmpty()) {
      return;
    }
    if (entry.value() instanceof Node.Mapping byPurchase
        && !byPurchase.entries().containsKey("value")) {
      byPurchase.entries().values().forEach(e -> purchase(region, type.get(), e));
    } else {
      price(region, type.get(), Purchase.ON_DEMAND, entry.value());
    }
  }

  private void purchase(Region region, InstanceType type, Node.Entry entry) {
    int index = PURCHASES.indexOf(entry.key());
    if (index < 0) {
      context
          .issues()
          .add(
              entry.at(),
              "unknown purchase '" + entry.key() + "'" + Names.hint(entry.key(), PURCHASES));
    } else {
      price(region, type, Purchase.values()[index], entry.value());
    }
  }

  private void price(Region region, InstanceType type, Purchase purchase, Node node) {
    sources
        .sourced(node, "60 USD/h")
        .flatMap(
            s ->
                new Scalars(context.issues())
                    .decimal(s.value(), "the price of '" + type.name() + "'", Units.HOURLY_PRICE)
                    .map(
                        usd ->
                            new Price(
                                region.id(),
                                type.name(),
                                purchase,
                                new Money(usd),
                                s.provenance())))
        .ifPresent(entries.prices::add);
  }
}
