package situs.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;
import situs.document.Units;

/** Reads {@link Commitment}. */
final class CommitmentReader {
  private CommitmentReader() {}

  static Optional<Commitment> spend(Node value, Wording wording) {
    Optional<MapReader> read = MapReader.of(value, "'minimum-spend'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    Optional<BigDecimal> amount =
        keys.required("amount", "1e6 USD", k -> keys.decimal(k, Units.MONEY));
    List<String> with = with(keys);
    Optional<Cycle> per = RuleKeys.cycle(keys, wording);
    boolean carry = carriesOver(keys);
    Optional<String> beyond = keys.text("beyond");
    keys.done();
    return amount.map(a -> new Commitment(Measure.SPEND, a, with, per, carry, beyond));
  }

  static Optional<Commitment> capacity(Node value, Wording wording) {
    Optional<MapReader> read = MapReader.of(value, "'minimum-capacity'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    Optional<Measure> of = RuleKeys.measure(keys, wording, SubjectKind.PLACEMENT);
    Optional<BigDecimal> stated =
        of.isEmpty()
            ? keys.node("amount").flatMap(n -> Optional.empty())
            : keys.required("amount", "64", k -> amount(keys, of.get()));
    List<String> with = with(keys);
    Optional<Cycle> per = RuleKeys.cycle(keys, wording);
    Optional<BigDecimal> amount = stated.filter(a -> per.isPresent() || isWhole(keys, of.get(), a));
    boolean carry = carriesOver(keys);
    Optional<String> beyond = keys.text("beyond");
    if (carry && per.isEmpty()) {
      keys.issues()
          .add(
              keys.at("carry-over"),
              "without 'per', so much is rented at any time and nothing is left over; write per:"
                  + " month, or leave 'carry-over' out");
    }
    keys.done();
    return of.flatMap(
        measure -> amount.map(a -> new Commitment(measure, a, with, per, carry, beyond)));
  }

  private static boolean carriesOver(MapReader keys) {
    return keys.oneOf("carry-over", List.of("yes", "no")).orElse("no").equals("yes");
  }

  private static Optional<BigDecimal> amount(MapReader keys, Measure of) {
    return of == Measure.POWER
        ? keys.decimal("amount", Units.POWER)
        : keys.number("amount").map(BigDecimal::valueOf).filter(a -> isSome(keys, a));
  }

  /** Nobody can buy less than nothing. */
  private static boolean isSome(MapReader keys, BigDecimal amount) {
    if (amount.signum() < 0) {
      keys.issues()
          .add(
              keys.at("amount"),
              "'amount' must not be below 0, is "
                  + plain(amount)
                  + "; write for example `amount: 64`");
    }
    return amount.signum() >= 0;
  }

  /** Of what is held at any time; a mean over a period may be a fraction. */
  private static boolean isWhole(MapReader keys, Measure of, BigDecimal amount) {
    boolean whole = of == Measure.POWER || amount.stripTrailingZeros().scale() <= 0;
    if (!whole) {
      keys.issues()
          .add(
              keys.at("amount"),
              "'amount' of %s at any time must be a whole number, is %s; write %s, or per: month for a mean"
                  .formatted(of.word(), plain(amount), amount.setScale(0, RoundingMode.CEILING)));
    }
    return whole;
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  private static List<String> with(MapReader keys) {
    return keys.node("with").map(node -> RuleKeys.words(node, keys)).orElse(List.of());
  }
}
