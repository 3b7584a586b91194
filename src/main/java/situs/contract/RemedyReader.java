package situs.contract;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
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

  /**
   * Of a clause.
   *
   * @param over what it is over
   * @param rules of all its readings: a remedy fits each of them
   */
  static Optional<Remedy> read(MapReader keys, SubjectKind over, List<Rule> rules) {
    Optional<Remedy.Per> per = per(keys);
    per.ifPresent(p -> fitting(keys, p, over, rules));
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
    cap.filter(most -> most.compareTo(floor) < 0).ifPresent(most -> crossed(keys, most, floor));
    keys.requiredNode("basis", "assumed");
    Optional<String> basis = keys.oneOf("basis", BASES);
    keys.done();
    if (per.isEmpty() || amount.isEmpty() || share.isEmpty() || basis.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Remedy(per.get(), amount.get(), share.get(), cure, cap, floor, basis.get()));
  }

  /** What is due for something that no breach of the clause has would come to nothing. */
  private static void fitting(MapReader keys, Remedy.Per per, SubjectKind over, List<Rule> rules) {
    Set<Remedy.Per> fit = EnumSet.allOf(Remedy.Per.class);
    for (Rule rule : rules) {
      Set<Remedy.Per> known = EnumSet.copyOf(Remedy.Per.OF_ANY);
      known.addAll(rule.seen(over));
      fit.retainAll(known);
    }
    if (!fit.contains(per)) {
      keys.issues()
          .add(
              keys.at("per"),
              "a breach of this clause has no %s that a remedy could be due for; write one of %s"
                  .formatted(
                      per.word(), fit.stream().map(Remedy.Per::word).collect(joining(", "))));
    }
  }

  private static void crossed(MapReader keys, Money cap, Money floor) {
    keys.issues()
        .add(
            keys.at("cap"),
            "a cap of %s is below the floor of %s, and no sum lies within both; raise the cap, or lower the floor"
                .formatted(cap, floor));
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
