package situs.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import situs.document.MapReader;
import situs.document.Mark;
import situs.document.Units;
import situs.model.InstanceType;
import situs.model.Money;
import situs.model.Price;
import situs.model.Provenance;
import situs.model.Purchase;
import situs.model.RegionId;

/**
 * What an instance on offer costs an hour: its own price, or the catalogue's, less a discount, plus
 * what is paid up front, spread over the term. The catalogue knows no price of what is signed for;
 * there, a discount is one on the price on demand.
 */
record OfferPrice(Context context, RegionId region, Mark at) {
  private static final BigDecimal HOUR_S = new BigDecimal(3600);
  private static final int DECIMALS = 12;

  Optional<Price> read(
      MapReader reader,
      Optional<InstanceType> type,
      Optional<Purchase> purchase,
      Optional<Duration> term) {
    Optional<Double> discount = reader.share("discount");
    Optional<BigDecimal> given = reader.decimal("price", Units.HOURLY_PRICE);
    Optional<BigDecimal> upfront = upfront(reader, purchase);
    if (type.isEmpty() || purchase.isEmpty()) {
      return Optional.empty();
    }
    Optional<Price> list =
        reader.has("price")
            ? given.map(p -> assumed(type.get(), purchase.get(), new Money(p)))
            : listed(type.get(), purchase.get(), discount);
    return list.map(p -> discounted(p, discount))
        .map(p -> upfront.isEmpty() || term.isEmpty() ? p : spread(p, upfront.get(), term.get()));
  }

  private Optional<BigDecimal> upfront(MapReader reader, Optional<Purchase> purchase) {
    Optional<BigDecimal> upfront = reader.decimal("upfront", Units.MONEY);
    if (upfront.isPresent() && purchase.map(p -> !p.isForTerm()).orElse(false)) {
      context
          .issues()
          .add(
              reader.at("upfront"),
              "'upfront' is for 'purchase: reserved' and 'purchase: committed'");
    }
    return upfront;
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
    return changed(
        price,
        price.perHour().times(left),
        ", times " + left.toPlainString() + " by the scenario's discount");
  }

  private static Price spread(Price price, BigDecimal upfront, Duration term) {
    BigDecimal hours =
        BigDecimal.valueOf(term.toSeconds()).divide(HOUR_S, DECIMALS, RoundingMode.HALF_EVEN);
    Money each = new Money(upfront.divide(hours, DECIMALS, RoundingMode.HALF_EVEN));
    return changed(
        price,
        price.perHour().plus(each),
        ", plus %s up front over %s h"
            .formatted(new Money(upfront), hours.stripTrailingZeros().toPlainString()));
  }

  private static Price changed(Price price, Money perHour, String how) {
    return new Price(
        price.region(),
        price.instanceType(),
        price.purchase(),
        perHour,
        Provenance.assumed(price.provenance().source() + how));
  }

  private Optional<Price> listed(InstanceType type, Purchase purchase, Optional<Double> discount) {
    Optional<Price> price = context.catalog().price(region, type.name(), purchase);
    if (price.isEmpty() && discount.isPresent() && purchase.isForTerm()) {
      price = onDemand(type, purchase);
    }
    if (price.isEmpty()) {
      context.issues().add(at, unpriced(type, purchase));
    }
    return price;
  }

  private Optional<Price> onDemand(InstanceType type, Purchase purchase) {
    return context
        .catalog()
        .price(region, type.name(), Purchase.ON_DEMAND)
        .map(p -> new Price(p.region(), p.instanceType(), purchase, p.perHour(), p.provenance()));
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
        + "; or give your own: {count: 1, price: 60 USD/h}"
        + (purchase.isForTerm() ? ", or a discount on the price on demand" : "");
  }
}
