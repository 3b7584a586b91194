package situs.placement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import situs.contract.Measure;
import situs.contract.Quota;
import situs.contract.Quota.Bound;

/**
 * The levels at which a clause that measures could ask for less: from 0, as it reads, to the last,
 * at which it asks for nothing. They are figures that could be written down: half points of a
 * share, whole instances, thousandths of a sum.
 *
 * @param from what it asks: of a share in per cent, of money by the day, else as it stands
 * @param range of it that can be conceded
 * @param step between two levels
 */
record Scale(String clause, Bound bound, double from, double range, double step, String unit) {
  private static final double HALF_A_POINT = 0.5;
  private static final double TENTH_OF_A_POINT = 0.1;
  private static final double FEW_POINTS = 10;
  private static final int PARTS = 1000;

  /** As good as a whole number of steps. */
  private static final double SAME = 1e-9;

  /**
   * Readings and periods that differ in their figures are eased alike; the strictest is told.
   *
   * @param asked by the clause under the readings that bind
   * @param days of the run
   */
  static Optional<Scale> of(List<Quota> asked, double days) {
    return asked.stream()
        .filter(q -> left(q) > 0)
        .max(Comparator.comparingDouble(Scale::left))
        .map(q -> q.share().isPresent() ? ofShare(q) : ofSum(q, asked, days));
  }

  /** What can be conceded: of a share in shares, else in the unit of what is measured. */
  private static double left(Quota quota) {
    return quota
        .share()
        .map(share -> quota.bound() == Bound.AT_LEAST ? share : 1 - share)
        .orElse(quota.least());
  }

  private static Scale ofShare(Quota quota) {
    double range = 100 * left(quota);
    double step = range < FEW_POINTS ? TENTH_OF_A_POINT : HALF_A_POINT;
    double from = 100 * quota.share().orElseThrow();
    return new Scale(quota.clause(), quota.bound(), from, range, step, Change.Eased.POINT);
  }

  private static Scale ofSum(Quota quota, List<Quota> asked, double days) {
    double sum = quota.of().isFlow() ? perDay(quota, asked, days) : quota.least();
    double step =
        switch (quota.of()) {
          case INSTANCES, ACCELERATORS -> Math.ceil(sum / PARTS);
          case SPEND, POWER, REQUESTS, TOKENS -> sum / PARTS;
        };
    return new Scale(quota.clause(), quota.bound(), sum, sum, step, unit(quota.of()));
  }

  private static double perDay(Quota strictest, List<Quota> asked, double days) {
    return asked.stream()
            .filter(q -> q.reading().equals(strictest.reading()))
            .mapToDouble(q -> Math.max(0, q.least()))
            .sum()
        / days;
  }

  private static String unit(Measure of) {
    return of.isFlow() ? of.unit() + "/day" : of.unit().isEmpty() ? of.word() : of.unit();
  }

  /** The last level. */
  int levels() {
    return (int) Math.ceil(range / step - SAME);
  }

  /** Conceded at a level, in the unit. */
  double amount(int level) {
    return Math.min(level * step, range);
  }

  /** What the clause asks at a level. */
  double asked(int level) {
    return bound == Bound.AT_LEAST ? from - amount(level) : from + amount(level);
  }

  /** What all clauses ask once this one is at a level. */
  List<Quota> eased(List<Quota> all, int level) {
    return all.stream().map(q -> q.clause().equals(clause) ? eased(q, level) : q).toList();
  }

  private Quota eased(Quota quota, int level) {
    return quota
        .share()
        .map(share -> quota.withShare(moved(quota, share, amount(level) / 100)))
        .orElseGet(() -> quota.withLeast(quota.least() * (1 - amount(level) / range)));
  }

  private static double moved(Quota quota, double share, double by) {
    return quota.bound() == Bound.AT_LEAST ? Math.max(0, share - by) : Math.min(1, share + by);
  }

  Change.Eased change(int level, int below) {
    return new Change.Eased(bound, from, asked(level), asked(below), unit);
  }
}
