package situs.contract;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import situs.contract.Measured.Counted;
import situs.contract.Measured.Stretch;

/**
 * {@code minimum-share} and {@code maximum-share}: of all that the clause speaks of, the share for
 * which a condition holds.
 *
 * @param share 0 to 1
 * @param least whether the share must not be less, else not more
 * @param where what counts towards the share
 */
record ShareLimit(Measure of, BigDecimal share, boolean least, Predicate where, Optional<Cycle> per)
    implements TotalRule {
  private static final int DIGITS = 9;

  static final Kind MINIMUM = kind("minimum-share", "at-least", "at least");
  static final Kind MAXIMUM = kind("maximum-share", "at-most", "at most");

  private static Kind kind(String key, String limit, String words) {
    return new Kind(
        key,
        SubjectKind.WRITTEN,
        "in every period, " + words + " that share of what the clause speaks of is as `where` says",
        List.of(
            "of: `requests` or `tokens` (over routes), `spend` (charges), `instances`,"
                + " `accelerators` or `power` (placements)",
            limit + ": a share, `80 %`",
            "where: condition, what counts towards it",
            "per: `hour`, `day`, `month` or `year`; without, the whole of the measured window. Of a"
                + " capacity the worst moment of the period counts"),
        """
        over: route
        when: hop.to == "model"
        %s: {of: requests, %s: 60 %%, where: target.provider == "azure", per: hour}
        """
            .formatted(key, limit),
        (value, wording) -> ShareReader.read(value, wording, key, limit));
  }

  /**
   * Bounds of the share, which differ where something cannot be told.
   *
   * @param part that surely counts towards it
   * @param whole that it is surely a share of; 0: it may be a share of nothing
   */
  private record Bounds(BigDecimal low, BigDecimal high, BigDecimal part, BigDecimal whole) {
    boolean isTold() {
      return isOfSomething() && low.equals(high);
    }

    boolean isOfSomething() {
      return whole.signum() > 0;
    }
  }

  @Override
  public List<Predicate> predicates() {
    return List.of(where);
  }

  /** What is beyond the share; who paid for it is not told apart. */
  @Override
  public Set<Remedy.Per> seen(SubjectKind over) {
    return of.over() == SubjectKind.ROUTE
        ? EnumSet.of(Remedy.Per.REQUEST, Remedy.Per.TOKEN)
        : Set.of();
  }

  @Override
  public String words() {
    return demand() + Cycle.words(per);
  }

  private String demand() {
    return "%s %s of %s with %s"
        .formatted(least ? "at least" : "at most", Percent.exact(share), of.word(), where.text());
  }

  @Override
  public Optional<Measure> measured() {
    return Optional.of(of);
  }

  @Override
  public boolean counts(Facts subject) {
    return where.test(subject) == Truth.TRUE;
  }

  /** What moves from one side to the other leaves the whole as it is. */
  @Override
  public Optional<String> toKeep(BigDecimal lacking, BigDecimal whole) {
    return Optional.of(
        "%s of the %s, %s of %s, must %s where %s"
            .formatted(
                Percent.of(lacking),
                of.word(),
                of.shown(lacking.multiply(whole)),
                of.shown(whole),
                least ? "move to" : "move away from",
                where.text()));
  }

  @Override
  public List<Total> totals(Measured measured) {
    List<Total> totals = new ArrayList<>();
    for (Stretch period : measured.periods(per)) {
      // A capacity is held at any time: the worst of them counts.
      List<Stretch> moments = of.isLevel() ? measured.moments(period) : List.of(period);
      moments.stream()
          .flatMap(moment -> bounds(moment).stream())
          .min(Comparator.comparing(this::worstGap))
          .ifPresent(bounds -> totals.add(total(period, bounds)));
    }
    return totals;
  }

  private BigDecimal worstGap(Bounds bounds) {
    return least ? bounds.low().subtract(share) : share.subtract(bounds.high());
  }

  @Override
  public List<Line> lines(Measured nothing) {
    return nothing.periods(per).stream()
        .map(p -> new Line(p, of, BigDecimal.ZERO, bound(), Optional.of(share), this::weight))
        .toList();
  }

  /** A minimum is broken where the same share is a maximum that is kept, and the other way. */
  @Override
  public List<Line> breaches(Measured nothing) {
    return new ShareLimit(of, share, !least, where, per).lines(nothing);
  }

  private Quota.Bound bound() {
    return least ? Quota.Bound.AT_LEAST : Quota.Bound.AT_MOST;
  }

  /** What may or may not count counts against the bound, as in {@link #bounds}. */
  private double weight(Facts subject, Truth in, double margin) {
    Truth here = where.test(subject);
    if (in == Truth.UNKNOWN && here == (least ? Truth.TRUE : Truth.FALSE)) {
      return 0;
    }
    return least
        ? (here == Truth.TRUE ? 1 : 0) - Math.min(1, share.doubleValue() + margin)
        : Math.max(0, share.doubleValue() - margin) - (here == Truth.FALSE ? 0 : 1);
  }

  private Optional<Bounds> bounds(Stretch period) {
    BigDecimal sure = BigDecimal.ZERO;
    BigDecimal maybe = BigDecimal.ZERO;
    BigDecimal whole = BigDecimal.ZERO;
    BigDecimal beside = BigDecimal.ZERO;
    BigDecimal outside = BigDecimal.ZERO;
    for (Counted counted : period.counted()) {
      BigDecimal amount = amount(counted, period);
      Truth here = where.test(counted.sighting().facts());
      if (counted.in() == Truth.UNKNOWN) {
        beside = beside.add(here == Truth.FALSE ? BigDecimal.ZERO : amount);
        outside = outside.add(here == Truth.TRUE ? BigDecimal.ZERO : amount);
      } else {
        whole = whole.add(amount);
        sure = sure.add(here == Truth.TRUE ? amount : BigDecimal.ZERO);
        maybe = maybe.add(here == Truth.FALSE ? BigDecimal.ZERO : amount);
      }
    }
    if (whole.add(beside).add(outside).signum() == 0) {
      return Optional.empty();
    }
    // What may or may not count counts against the bound, or for it.
    return Optional.of(
        new Bounds(
            over(sure, whole.add(outside), BigDecimal.ONE),
            over(maybe.add(beside), whole.add(beside), BigDecimal.ZERO),
            sure,
            whole));
  }

  /**
   * @param otherwise the share where there may be nothing but what is on the other side
   */
  private static BigDecimal over(BigDecimal part, BigDecimal whole, BigDecimal otherwise) {
    return whole.signum() == 0 ? otherwise : part.divide(whole, DIGITS, RoundingMode.HALF_EVEN);
  }

  private BigDecimal amount(Counted counted, Stretch period) {
    return counted.sighting().amount(of, period.fromS(), period.untilS()).orElse(BigDecimal.ZERO);
  }

  private Total total(Stretch period, Bounds bounds) {
    boolean told = bounds.isTold();
    BigDecimal worst = least ? bounds.low() : bounds.high();
    BigDecimal best = least ? bounds.high() : bounds.low();
    BigDecimal gap = worstGap(bounds);
    boolean kept = gap.signum() >= 0;
    boolean broken =
        bounds.isOfSomething()
            && (least ? best.subtract(share) : share.subtract(best)).signum() < 0;
    Verdict verdict =
        kept
            ? new Verdict.Satisfied("kept")
            : broken
                ? new Verdict.Violated(reason(best) + period.coverage())
                : undetermined(period);
    return Total.of("share of " + of.word() + " with " + where.text(), period, verdict)
        .measuring(
            "",
            Optional.of(worst).filter(w -> told),
            Optional.of(share),
            Optional.of(gap).filter(g -> told))
        .offending(
            more(bounds).filter(m -> told && kept),
            broken ? Offence.of(this, period, gap.negate()) : Offence.NONE)
        .dividing(inProportion(period));
  }

  /** Of the share, the part that rests on amounts in proportion. */
  private BigDecimal inProportion(Stretch period) {
    BigDecimal whole = period.sum(of);
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : period.inProportion(of).divide(whole, DIGITS, RoundingMode.HALF_EVEN);
  }

  /**
   * How much more elsewhere of a minimum, or there of a maximum, takes the share to its limit. Of a
   * whole w with a part p: p / (w + x) is a minimum of s when x = p / s - w, and (p + x) / (w + x)
   * a maximum when x = (s w - p) / (1 - s).
   */
  private Optional<BigDecimal> more(Bounds bounds) {
    BigDecimal room =
        least
            ? bounds.part().subtract(bounds.whole().multiply(share))
            : bounds.whole().multiply(share).subtract(bounds.part());
    BigDecimal each = least ? share : BigDecimal.ONE.subtract(share);
    return each.signum() == 0
        ? Optional.empty()
        : Optional.of(room.divide(each, DIGITS, RoundingMode.HALF_EVEN));
  }

  private String reason(BigDecimal value) {
    return demand() + "; it is " + Percent.of(value);
  }

  private Verdict undetermined(Stretch period) {
    Set<String> missing = new LinkedHashSet<>();
    for (Counted counted : period.counted()) {
      missing.addAll(where.missing(counted.sighting().facts()));
    }
    String names = missing.stream().collect(joining(", "));
    return new Verdict.Undetermined(
        names, "cannot be told without " + (names.isEmpty() ? "more facts" : names));
  }

  /**
   * Whether a subject is on the side that is too much: elsewhere of a minimum, there of a maximum.
   */
  boolean offends(Counted counted) {
    Truth here = where.test(counted.sighting().facts());
    return counted.in() == Truth.TRUE && here == (least ? Truth.FALSE : Truth.TRUE);
  }
}
