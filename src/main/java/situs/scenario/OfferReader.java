package situs.scenario;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import situs.document.MapReader;
import situs.document.Mark;
import situs.document.Node;
import situs.document.Units;
import situs.model.InstanceType;
import situs.model.Money;
import situs.model.Offer;
import situs.model.Price;
import situs.model.Provenance;
import situs.model.Purchase;
import situs.model.RegionId;

/**
 * An instance type on offer in a region: a count, or {@code {count: 6, purchase: spot, discount:
 * 0.2}}, or {@code {count: 6, price: 90 USD/h}}.
 */
final class OfferReader {
  private static final int MOST = 1_000_000;

  private final Context context;
  private final RegionId region;

  OfferReader(Context context, RegionId region) {
    this.context = context;
    this.region = region;
  }

  Optional<Offer> read(Node.Entry entry) {
    Optional<InstanceType> type = Lookups.instanceType(context, region, entry);
    MapReader reader = terms(entry);
    Optional<Integer> count = reader.required("count", "6", k -> reader.integer(k, 1, MOST));
    Optional<Purchase> purchase = purchase(reader);
    Optional<Double> discount = reader.share("discount");
    Optional<BigDecimal> given = reader.decimal("price", Units.HOURLY_PRICE);
    double interruptions = interruptions(reader, purchase);
    reader.done();
    if (type.isEmpty() || purchase.isEmpty()) {
      return Optional.empty();
    }
    Optional<Price> list =
        reader.has("price")
            ? given.map(p -> assumed(type.get(), purchase.get(), new Money(p)))
            : listed(type.get(), purchase.get(), entry.at());
    return list.map(p -> discounted(p, discount))
        .flatMap(p -> count.map(c -> new Offer(type.get(), p, c, interruptions)));
  }

  /** A plain count stands for {@code {count: …}}. */
  private MapReader terms(Node.Entry entry) {
    if (entry.value() instanceof Node.Mapping mapping) {
      return new MapReader(mapping, context.issues());
    }
    Node.Entry count = new Node.Entry(entry.at(), "count", entry.value());
    return new MapReader(
        new Node.Mapping(entry.value().at(), Map.of("count", count)), context.issues());
  }

  private static Optional<Purchase> purchase(MapReader reader) {
    List<String> words = Arrays.stream(Purchase.values()).map(Purchase::word).toList();
    Optional<String> word = reader.oneOf("purchase", words);
    if (!reader.has("purchase")) {
      return Optional.of(Purchase.ON_DEMAND);
    }
    return word.map(w -> Purchase.values()[words.indexOf(w)]);
  }

  /** Per second; none unless they are stated. */
  private double interruptions(MapReader reader, Optional<Purchase> purchase) {
    Optional<Double> rate = reader.quantity("interruptions", Units.RATE);
    if (rate.isPresent() && purchase.isPresent() && purchase.get() != Purchase.SPOT) {
      context.issues().add(reader.at("interruptions"), "'interruptions' are for 'purchase: spot'");
    }
    return rate.orElse(0.0);
  }

  private Price assumed(InstanceType type, Purchase purchase, Money perHour) {
    return new Price(
        region, type.name(), purchase, perHour, Provenance.assumed("price given in the scenario"));
  }

  private static Price discounted(Price price, Optional<Double> discount) {
    if (discount.isEmpty()) {
      return price;
    }
    BigDecimal left = BigDecimal.ONE.subtract(BigDecimal.valueOf(discount.get()));
    String source =
        price.provenance().source()
            + ", times "
            + left.toPlainString()
            + " by the scenario's discount";
    return new Price(
        price.region(),
        price.instanceType(),
        price.purchase(),
        price.perHour().times(left),
        Provenance.assumed(source));
  }

  private Optional<Price> listed(InstanceType type, Purchase purchase, Mark at) {
    Optional<Price> price = context.catalog().price(region, type.name(), purchase);
    if (price.isEmpty()) {
      context.issues().add(at, unpriced(type, purchase));
    }
    return price;
  }

  private String unpriced(InstanceType type, Purchase purchase) {
    String elsewhere =
        context.catalog().prices().stream()
            .filter(p -> p.instanceType().equals(type.name()) && p.purchase() == purchase)
            .filter(p -> p.region().provider().equals(region.provider()))
            .map(p -> p.region().toString())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return "no "
        + purchase.word()
        + " price for '"
        + type.name()
        + "' in "
        + region
        + (elsewhere.isEmpty() ? "; it has none anywhere" : "; it is priced in " + elsewhere)
        + "; or give your own: {count: 1, price: 60 USD/h}";
  }
}
