package situs.contract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import situs.contract.Measured.Stretch;

/**
 * {@code minimum-spend} and {@code minimum-capacity}: so much is bought. Money is due in proportion
 * to time: of a year's amount, a day owes its 365.25th part; of an amount for the whole term, its
 * part of the term as planned, without the time in which it rests. A capacity is held at any time,
 * or on average over each period.
 *
 * <p>A scenario is seldom all that a party buys. What it buys beside is a circumstance; while that
 * is unknown, too little in the scenario is no shortfall.
 *
 * @param with the providers that it is bought from; empty: from any
 * @param per of money: the period that the amount is for; empty: the whole term. Of a capacity: the
 *     period over which it is held on average; empty: at any time
 * @param carryOver whether what was bought too much before counts
 * @param beyond the clause that takes what it asks first, so that nothing counts for both
 */
record Commitment(
    Measure of,
    BigDecimal amount,
    List<String> with,
    Optional<Cycle> per,
    boolean carryOver,
    Optional<String> beyond)
    implements TotalRule {

  private static final String BEYOND =
      "beyond: a clause of the contract that asks for the same measure. What it asks comes first, and"
          + " only what is bought beyond that counts";

  static final Kind SPEND =
      new Kind(
          "minimum-spend",
          List.of(SubjectKind.CHARGE),
          "what is spent comes up to the amount, in proportion to time",
          List.of(
              "amount: `250e9 USD`",
              "with: the provider that is paid, or a list; without, any",
              "per: `hour`, `day`, `month` or `year` that the amount is for; without, its term from"
                  + " the beginning to the end that is dated, less the time in which it rests",
              "carry-over: `yes` where what was spent too much before counts"
                  + " (`circumstances: carried`)",
              BEYOND),
          """
          over: charge
          minimum-spend: {amount: 1e6 USD, with: azure, per: year}
          """,
          CommitmentReader::spend);
  static final Kind CAPACITY =
      new Kind(
          "minimum-capacity",
          List.of(SubjectKind.PLACEMENT),
          "so much is rented, at any time, or on average over each period",
          List.of(
              "of: `instances`, `accelerators` or `power` (their thermal design power)",
              "amount: a number; of power with its unit, `2e6 kW`",
              "with: the provider that it is rented from, or a list; without, any",
              "per: `hour`, `day`, `month` or `year` over which the mean counts; without, the least"
                  + " that was rented at any time",
              "carry-over: `yes` where what was rented too much in earlier periods counts"
                  + " (`circumstances: carried`, the surplus times the periods that it lasted)",
              BEYOND),
          """
          over: placement
          minimum-capacity: {of: accelerators, amount: 64, with: aws, per: month}
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
        + beyond.map(first -> ", beyond what " + first + " asks").orElse("")
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
      carried = carryOver ? surplus(total, period) : BigDecimal.ZERO;
    }
    return totals;
  }

  private BigDecimal carriedInto(Measured measured) {
    return carryOver
        ? measured.circumstances().carried().getOrDefault(measured.clause().id(), BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }

  /** What was too much: money, or a capacity times the periods that it lasted. */
  private BigDecimal surplus(Total total, Stretch period) {
    BigDecimal gap = total.gap().orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
    return of.isLevel() ? gap.multiply(covered(period), MathContext.DECIMAL64) : gap;
  }

  /** The same as it counts in a period. */
  private BigDecimal counted(BigDecimal carried, Stretch period) {
    return of.isLevel() && carryOver
        ? carried.divide(covered(period), MathContext.DECIMAL64)
        : carried;
  }

  private static BigDecimal covered(Stretch period) {
    return period.covered().orElse(BigDecimal.ONE);
  }

  @Override
  public List<Line> lines(Measured nothing) {
    List<Line> lines = new ArrayList<>();
    // What was bought too much before counts in the first period alone.
    BigDecimal carried = carriedInto(nothing);
    for (Stretch period : nothing.periods(per)) {
      BigDecimal before = counted(carried, period);
      leftToBuy(nothing, period)
          .map(left -> left.subtract(before))
          .ifPresent(
              least ->
                  lines.add(
                      new Line(
                          period,
                          of,
                          least,
                          Quota.Bound.AT_LEAST,
                          Optional.empty(),
                          this::weight)));
      carried = BigDecimal.ZERO;
    }
    return lines;
  }

  /**
   * Too little is less than is asked. Where what is left over counts later, or another clause comes
   * first, what it takes is no sum of what is bought.
   */
  @Override
  public List<Line> breaches(Measured nothing) {
    return carryOver || beyond.isPresent()
        ? List.of()
        : lines(nothing).stream().map(Line::opposite).toList();
  }

  /** What is to be bought in the scenario, for this clause and for those that come first. */
  private Optional<BigDecimal> leftToBuy(Measured measured, Stretch period) {
    Optional<BigDecimal> sum = left(measured, period);
    for (Ahead ahead : ahead(measured, period)) {
      sum = sum.flatMap(s -> ahead.leftToBuy().map(l -> s.add(l.max(BigDecimal.ZERO))));
    }
    return sum;
  }

  /** What it asks less what is bought beside; empty: cannot be told. */
  private Optional<BigDecimal> left(Measured measured, Stretch period) {
    return asked(measured, period).flatMap(asked -> besides(measured, period).map(asked::subtract));
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
    Optional<BigDecimal> limit = asked(measured, period);
    BigDecimal seen = seen(measured, period).add(counted(carried, period));
    List<String> missing = missing(measured, period);
    Optional<BigDecimal> all =
        missing.isEmpty() ? besides(measured, period).map(seen::add) : Optional.empty();
    Optional<BigDecimal> gap = limit.flatMap(l -> all.map(a -> a.subtract(l)));
    Optional<BigDecimal> shortfall = gap.filter(g -> g.signum() < 0).map(BigDecimal::negate);
    return Total.of(of.word() + withWhom(), period, verdict(period, missing, seen, all, limit))
        .measuring(of.unit(), all, limit, gap)
        .owing(shortfall.filter(s -> of == Measure.SPEND), shortfall)
        .dividing(mine(period).inProportion(of));
  }

  private Verdict verdict(
      Stretch period,
      List<String> missing,
      BigDecimal seen,
      Optional<BigDecimal> all,
      Optional<BigDecimal> limit) {
    if (limit.isEmpty()) {
      return new Verdict.Undetermined("until", "cannot be told without the end of its term");
    }
    if (all.orElse(seen).compareTo(limit.get()) >= 0) {
      return new Verdict.Satisfied("kept");
    }
    if (all.isPresent()) {
      return new Verdict.Violated(
          "at least %s of %s is due; it is %s"
                  .formatted(shown(limit.get()), of.word(), shown(all.get()))
              + period.coverage());
    }
    String facts = String.join(", ", missing);
    return new Verdict.Undetermined(
        facts, "cannot be told without " + facts + ", what is bought outside the scenario");
  }

  private String shown(BigDecimal value) {
    BigDecimal rounded = value.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.toPlainString() + (of.unit().isEmpty() ? "" : " " + of.unit());
  }

  /** What is not known of what is bought outside the scenario, here or for what comes first. */
  private List<String> missing(Measured measured, Stretch period) {
    List<String> missing = new ArrayList<>();
    if (!measured.circumstances().besides().containsKey(measured.clause().id())) {
      missing.add(Circumstances.besides(measured.clause()));
    }
    ahead(measured, period).forEach(a -> missing.addAll(a.rule().missing(a.measured(), a.piece())));
    return missing.stream().distinct().toList();
  }

  /** What counts in a period: spent in it, or held on average or at the least. */
  private BigDecimal seen(Measured measured, Stretch period) {
    if (!of.isLevel()) {
      return bought(measured, period);
    }
    List<Stretch> moments = measured.moments(period);
    if (per.isEmpty()) {
      return moments.stream()
          .map(moment -> bought(measured, moment))
          .reduce(BigDecimal::min)
          .orElse(BigDecimal.ZERO);
    }
    return moments.stream()
        .map(moment -> bought(measured, moment).multiply(moment.seconds()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(period.seconds(), MathContext.DECIMAL64);
  }

  /** What was bought, less what counts for the clause that comes first. */
  private BigDecimal bought(Measured measured, Stretch stretch) {
    BigDecimal taken =
        ahead(measured, stretch).stream()
            .map(Ahead::taken)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return mine(stretch).sum(of).subtract(taken).max(BigDecimal.ZERO);
  }

  private Stretch mine(Stretch stretch) {
    return stretch.of(
        stretch.counted().stream().filter(c -> isWith(c.sighting().facts())).toList());
  }

  /** The clause that comes first, in a stretch in which it is in force. */
  private record Ahead(Commitment rule, Measured measured, Stretch piece) {

    Optional<BigDecimal> leftToBuy() {
      return rule.leftToBuy(measured, piece);
    }

    /** What was bought for it, up to what it asks. */
    BigDecimal taken() {
      BigDecimal bought = rule.bought(measured, piece);
      BigDecimal beside = rule.besides(measured, piece).orElse(BigDecimal.ZERO);
      return rule.asked(measured, piece)
          .map(asked -> asked.subtract(beside).max(BigDecimal.ZERO).min(bought))
          .orElse(bought);
    }
  }

  private static List<Ahead> ahead(Measured measured, Stretch stretch) {
    List<Ahead> all = new ArrayList<>();
    measured
        .first()
        .filter(first -> first.rule() instanceof Commitment)
        .ifPresent(
            first ->
                first.measured().within(stretch).stream()
                    .map(p -> new Ahead((Commitment) first.rule(), first.measured(), p))
                    .forEach(all::add));
    return all;
  }

  /** What is to be bought in a stretch; empty while the end of the term is unknown. */
  private Optional<BigDecimal> asked(Measured measured, Stretch stretch) {
    return inProportion(amount, measured, stretch);
  }

  /** What is bought outside the scenario in a stretch; empty: unknown. */
  private Optional<BigDecimal> besides(Measured measured, Stretch stretch) {
    return Optional.ofNullable(measured.circumstances().besides().get(measured.clause().id()))
        .flatMap(besides -> inProportion(besides, measured, stretch));
  }

  /** The part of an amount of the clause that is due for a stretch; of a capacity, all of it. */
  private Optional<BigDecimal> inProportion(BigDecimal whole, Measured measured, Stretch stretch) {
    if (of.isLevel()) {
      return Optional.of(whole);
    }
    return per.map(Cycle::seconds)
        .or(() -> PlannedTerm.seconds(measured.clause(), measured.circumstances().events()))
        .map(length -> stretch.seconds().divide(length, MathContext.DECIMAL64))
        .map(part -> whole.multiply(part, MathContext.DECIMAL64));
  }
}
