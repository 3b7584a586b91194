package situs.contract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import situs.contract.Measured.Stretch;

/**
 * {@code minimum-spend} and {@code minimum-capacity}: so much is bought. Money is due in proportion
 * to time: of a year's amount, a day owes its 365.25th part. A capacity is to be held all the time.
 *
 * <p>A scenario is seldom all that a party buys. What it buys beside is a circumstance; while that
 * is unknown, too little in the scenario is no shortfall.
 *
 * @param with the providers that it is bought from; empty: from any
 * @param per of money: the period that the amount is for; empty: the whole time in force
 * @param carryOver whether what was bought too much before counts
 */
record Commitment(
    Measure of, BigDecimal amount, List<String> with, Optional<Cycle> per, boolean carryOver)
    implements TotalRule {

  static final Kind SPEND =
      new Kind(
          "minimum-spend",
          List.of(SubjectKind.CHARGE),
          "what is spent comes up to the amount, in proportion to time",
          List.of(
              "amount: `250e9 USD`",
              "with: the provider that is paid, or a list; without, any",
              "per: `hour`, `day`, `month` or `year` that the amount is for; without, the time in"
                  + " force, whose end must then be known",
              "carry-over: `yes` where what was spent too much before counts"
                  + " (`circumstances: carried`)"),
          """
          over: charge
          minimum-spend: {amount: 1e6 USD, with: azure, per: year}
          """,
          CommitmentReader::spend);
  static final Kind CAPACITY =
      new Kind(
          "minimum-capacity",
          List.of(SubjectKind.PLACEMENT),
          "so much is rented, at any time",
          List.of(
              "of: `instances`, `accelerators` or `power` (their thermal design power)",
              "amount: a number; of power with its unit, `2e6 kW`",
              "with: the provider that it is rented from, or a list; without, any"),
          """
          over: placement
          minimum-capacity: {of: accelerators, amount: 64, with: aws}
          """,
          CommitmentReader::capacity);

  @Override
  public String words() {
    return "at least "
        + (amount.stripTrailingZeros().toPlainString() + " " + of.unit()).strip()
        + " of "
        + of.word()
        + withWhom()
        + Cycle.words(per)
        + (carryOver ? ", with what was too much before" : "");
  }

  private String withWhom() {
    return with.isEmpty() ? "" : " with " + String.join(" or ", with);
  }

  @Override
  public Optional<Measure> measured() {
    return Optional.of(of);
  }

  @Override
  public boolean counts(Facts subject) {
    return isWith(subject);
  }

  @Override
  public Optional<String> toKeep(BigDecimal lacking, BigDecimal whole) {
    return Optional.of(
        "%s more of %s must be bought%s".formatted(of.shown(lacking), of.word(), withWhom()));
  }

  @Override
  public List<Total> totals(Measured measured) {
    List<Total> totals = new ArrayList<>();
    BigDecimal carried = carriedInto(measured);
    for (Stretch period : measured.periods(per)) {
      Total total = total(measured, period, carried);
      totals.add(total);
      carried =
          carryOver
              ? total.gap().filter(g -> g.signum() > 0).orElse(BigDecimal.ZERO)
              : BigDecimal.ZERO;
    }
    return totals;
  }

  private BigDecimal carriedInto(Measured measured) {
    return carryOver
        ? measured.circumstances().carried().getOrDefault(measured.clause().id(), BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }

  /** What was bought too much before counts in the first period alone. */
  @Override
  public List<Line> lines(Measured nothing) {
    List<Line> lines = new ArrayList<>();
    BigDecimal carried = carriedInto(nothing);
    for (Stretch period : nothing.periods(per)) {
      Optional<BigDecimal> least = leftToBuy(nothing, period).map(carried.negate()::add);
      least.ifPresent(
          l ->
              lines.add(
                  new Line(period, of, l, Quota.Bound.AT_LEAST, Optional.empty(), this::weight)));
      carried = BigDecimal.ZERO;
    }
    return lines;
  }

  private Optional<BigDecimal> leftToBuy(Measured measured, Stretch period) {
    return Optional.ofNullable(measured.circumstances().besides().get(measured.clause().id()))
        .flatMap(
            besides ->
                part(measured, period)
                    .map(p -> amount.subtract(besides).multiply(p, MathContext.DECIMAL64)));
  }

  /** Dollars that are missing; what is missing of capacity has no price. */
  @Override
  public Set<Remedy.Per> seen(SubjectKind over) {
    return of == Measure.SPEND ? Set.of(Remedy.Per.SHORTFALL) : Set.of();
  }

  @Override
  public List<String> circumstances(Facts counted, Clause clause) {
    return List.of(Circumstances.besides(clause));
  }

  private double weight(Facts subject, Truth in, double margin) {
    return in == Truth.TRUE && isWith(subject) ? 1 : 0;
  }

  private boolean isWith(Facts subject) {
    return with.isEmpty() || with.contains(subject.values().get(of.over().word() + ".provider"));
  }

  private Total total(Measured measured, Stretch period, BigDecimal carried) {
    Optional<BigDecimal> part = part(measured, period);
    Optional<BigDecimal> limit = part.map(p -> amount.multiply(p, MathContext.DECIMAL64));
    BigDecimal seen = bought(period).add(carried);
    Optional<BigDecimal> besides =
        Optional.ofNullable(measured.circumstances().besides().get(measured.clause().id()))
            .flatMap(b -> part.map(p -> b.multiply(p, MathContext.DECIMAL64)));
    Optional<BigDecimal> all = besides.map(seen::add);
    Optional<BigDecimal> gap = limit.flatMap(l -> all.map(a -> a.subtract(l)));
    return new Total(
        of.word() + withWhom(),
        period.from(),
        period.until(),
        of.unit(),
        all,
        limit,
        gap,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        gap.filter(g -> g.signum() < 0 && of == Measure.SPEND).map(BigDecimal::negate),
        verdict(measured, seen, all, limit));
  }

  private Verdict verdict(
      Measured measured, BigDecimal seen, Optional<BigDecimal> all, Optional<BigDecimal> limit) {
    if (limit.isEmpty()) {
      return new Verdict.Undetermined("until", "cannot be told without the end of its term");
    }
    if (all.orElse(seen).compareTo(limit.get()) >= 0) {
      return new Verdict.Satisfied("kept");
    }
    if (all.isPresent()) {
      return new Verdict.Violated(
          "at least %s of %s is due; it is %s"
              .formatted(shown(limit.get()), of.word(), shown(all.get())));
    }
    String fact = Circumstances.besides(measured.clause());
    return new Verdict.Undetermined(
        fact, "cannot be told without " + fact + ", what is bought outside the scenario");
  }

  private String shown(BigDecimal value) {
    BigDecimal rounded = value.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.toPlainString() + (of.unit().isEmpty() ? "" : " " + of.unit());
  }

  private BigDecimal bought(Stretch period) {
    List<Measured.Counted> mine =
        period.counted().stream().filter(c -> isWith(c.sighting().facts())).toList();
    return new Stretch(period.from(), period.until(), period.fromS(), period.untilS(), mine)
        .sum(of);
  }

  /** The part of the amount that is due for a stretch; empty while the term's end is unknown. */
  private Optional<BigDecimal> part(Measured measured, Stretch period) {
    if (of.isLevel()) {
      return Optional.of(BigDecimal.ONE);
    }
    return per.map(Cycle::seconds)
        .or(() -> term(measured.clause().inForce(), period))
        .map(whole -> period.seconds().divide(whole, MathContext.DECIMAL64));
  }

  private static Optional<BigDecimal> term(InForce inForce, Stretch period) {
    return inForce.spans().stream()
        .filter(span -> span.at(period.from()))
        .filter(span -> span.from().isPresent() && span.until().isPresent())
        .map(span -> Duration.between(span.from().get(), span.until().get()))
        .map(length -> new BigDecimal(length.getSeconds()))
        .findFirst();
  }
}
