package situs.placement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import situs.contract.Facts;
import situs.contract.Measure;
import situs.contract.Quota;
import situs.contract.Quota.Bound;
import situs.model.Scenario;

/**
 * What could be conceded in a clause, each step small enough to be offered.
 *
 * @param readings those under which clauses must be kept
 */
record Steps(Scenario scenario, Law law, Predicate<String> readings) {
  private static final double POINTS = 0.05;
  private static final double PART = 0.1;

  /** Of a clause that measures one step; of any other, one a region. */
  List<Concession.Step> of(String clause) {
    List<Quota> asked =
        law.quotas().stream()
            .filter(q -> q.clause().equals(clause) && readings.test(q.reading()))
            .toList();
    if (asked.isEmpty()) {
      return scenario.datacenters().stream().map(d -> region(d.region().id().toString())).toList();
    }
    // Readings that differ in their figures are eased alike; the first is told.
    Quota first = asked.get(0);
    return List.of(
        first.share().map(share -> share(share, first.bound())).orElseGet(() -> sum(first, asked)));
  }

  private static Concession.Step region(String region) {
    return new Concession.Step(
        "does not bind where " + region + " has part",
        1,
        "region",
        facts -> isIn(facts, region),
        0,
        0,
        false);
  }

  private static boolean isIn(Facts facts, String region) {
    return region.equals(facts.values().get("placement.region"))
        || facts.values().get("chain_regions") instanceof List<?> chain && chain.contains(region);
  }

  private static Concession.Step share(double share, Bound bound) {
    double points = Math.min(POINTS, bound == Bound.AT_LEAST ? share : 1 - share);
    double eased = bound == Bound.AT_LEAST ? share - points : share + points;
    String words =
        "%s %s %% instead of %s %%"
            .formatted(bound.words(), plain(100 * eased), plain(100 * share));
    return new Concession.Step(words, 100 * points, "point", f -> false, points, 0, true);
  }

  /** What flows is told by the day, what stands as it stands. */
  private Concession.Step sum(Quota first, List<Quota> all) {
    boolean flows = first.of() == Measure.SPEND;
    double least =
        flows
            ? perDay(all.stream().filter(q -> q.reading().equals(first.reading())).toList())
            : first.least();
    String unit = flows ? "USD/day" : unit(first.of());
    String words =
        "%s %s instead of %s %s"
            .formatted(first.bound().words(), plain((1 - PART) * least), plain(least), unit);
    return new Concession.Step(words, PART * least, unit, f -> false, 0, PART, true);
  }

  private double perDay(List<Quota> periods) {
    double days = scenario.duration().toMillis() / (double) Duration.ofDays(1).toMillis();
    return periods.stream().mapToDouble(Quota::least).sum() / days;
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static String unit(Measure of) {
    return of.unit().isEmpty() ? of.word() : of.unit();
  }
}
