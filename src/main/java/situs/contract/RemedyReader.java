package situs.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Units;
import situs.model.Money;

/** Reads {@link Remedy}. */
final class RemedyReader {
  private static final Set<String> BASES = Set.of("published", "reported", "assumed");
  private static final Set<Remedy.Per> SHARES = Set.of(Remedy.Per.REVENUE, Remedy.Per.SHORTFALL);

  private RemedyReader() {}

  static Optional<Remedy> read(MapReader keys) {
    Optional<Remedy.Per> per = per(keys);
    boolean shares = per.filter(SHARES::contains).isPresent();
    Optional<Money> amount =
        keys.has("amount") || !shares && per.filter(p -> p != Remedy.Per.TERMINATION).isPresent()
            ? keys.required("amount", "0.01 USD", k -> money(keys, k))
            : keys.node("amount").map(n -> Money.ZERO).or(() -> Optional.of(Money.ZERO));
    Optional<BigDecimal> share =
        shares
            ? keys.required("share", "5 %", keys::share).map(BigDecimal::valueOf)
            : keys.node("share").map(n -> BigDecimal.ZERO).or(() -> Optional.of(BigDecimal.ZERO));
    misplaced(keys, per, shares);
    Duration cure = keys.duration("cure").orElse(Duration.ZERO);
    Optional<Money> cap = money(keys, "cap");
    Money floor = money(keys, "floor").orElse(Money.ZERO);
    keys.requiredNode("basis", "assumed");
    Optional<String> basis = keys.oneOf("basis", BASES);
    keys.done();
    if (per.isEmpty() || amount.isEmpty() || share.isEmpty() || basis.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Remedy(per.get(), amount.get(), share.get(), cure, cap, floor, basis.get()));
  }

  private static void misplaced(MapReader keys, Optional<Remedy.Per> per, boolean shares) {
    if (per.isPresent() && keys.has(shares ? "amount" : "share")) {
      keys.issues()
          .add(
              keys.at(shares ? "amount" : "share"),
              shares
                  ? "a remedy per " + per.get().word() + " is a share of it; write `share: 5 %`"
                  : "a remedy per " + per.get().word() + " is an amount; write `amount: 0.01 USD`");
    }
  }

  private static Optional<Remedy.Per> per(MapReader keys) {
    Map<String, Remedy.Per> words = new LinkedHashMap<>();
    for (Remedy.Per per : Remedy.Per.values()) {
      words.put(per.word(), per);
    }
    Optional<String> word = keys.requiredText("per", "request");
    if (word.isPresent() && !words.containsKey(word.get())) {
      keys.issues()
          .add(
              keys.at("per"),
              "a remedy cannot be per '"
                  + word.get()
                  + "'"
                  + Names.hint(word.get(), words.keySet()));
    }
    return word.map(words::get);
  }

  private static Optional<Money> money(MapReader keys, String key) {
    return keys.decimal(key, Units.MONEY).map(Money::new);
  }
}
