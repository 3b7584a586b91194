package situs.bill;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import situs.model.Categories;
import situs.model.ManagedOffering;
import situs.model.ManagedOffering.Prices;
import situs.model.Money;
import situs.model.Placed;
import situs.simulation.TokenUse;

/**
 * What a managed model's tokens cost: those of the calls that ended in the window, to the token. A
 * call that was refused or lost is not paid.
 */
final class TokenCharges {

  private TokenCharges() {}

  /** A line a kind of token, but for kinds of which there was none. */
  static List<BillLine> lines(Placed placed, ManagedOffering offering, Metered metered) {
    Prices prices = offering.prices();
    return List.of(
            line(placed, offering, "input tokens", metered, TokenUse::input, prices.input()),
            line(
                placed,
                offering,
                "cached input tokens",
                metered,
                TokenUse::cached,
                prices.cached()),
            line(placed, offering, "output tokens", metered, TokenUse::output, prices.output()))
        .stream()
        .filter(line -> line.quantity().signum() > 0)
        .toList();
  }

  private static BillLine line(
      Placed placed,
      ManagedOffering offering,
      String what,
      Metered metered,
      ToLongFunction<TokenUse> kind,
      Money perMillion) {
    BigDecimal millions = BigDecimal.valueOf(kind.applyAsLong(metered.whole().tokens()), 6);
    return new BillLine(
        placed.component().workload(),
        Optional.of(placed.id()),
        placed.region().id().provider(),
        Optional.of(placed.region().id()),
        Categories.AI,
        what,
        offering.service() + "/" + offering.model(),
        "",
        millions,
        "Mtok",
        perMillion,
        perMillion.times(millions),
        offering.prices().provenance(),
        metered.course(use -> BigDecimal.valueOf(kind.applyAsLong(use.tokens()))));
  }
}
