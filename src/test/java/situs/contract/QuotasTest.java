package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;

/** What a plan is held to is what an audit measures. */
class QuotasTest {
  private static final Instant STARTS = Instant.parse("2026-03-18T00:00:00Z");
  private static final Instant ENDS = Instant.parse("2026-03-19T00:00:00Z");
  private static final String HEAD =
      "contract: t\nterms: {counts: open}\nclauses:\n  c:\n    text: t\n    cite: t\n    ";

  private static Contracts read(String clause) {
    return ContractFixture.read(HEAD + clause.strip().indent(4).strip() + "\n");
  }

  private static Contracts with(Contracts contracts, BigDecimal besides, BigDecimal carried) {
    return contracts.under(
        ContractFixture.purchases(Map.of("c", besides), Map.of("c", carried), Map.of()));
  }

  /**
   * A thousand random days a clause: the sum comes up to what is asked exactly where the audit
   * finds the clause kept, and to what breaks it exactly where it finds it broken. Half of the
   * facts may be unknown.
   */
  @Test
  void aTotalIsKeptWhereTheSumComesUpToTheLeast() {
    String share = "over: route\nwhen: customer.country == \"US\" || term.counts\n";
    agree(
        share + "minimum-share: {of: requests, at-least: 40 %, where: target.provider == \"a\"}",
        SubjectKind.ROUTE);
    agree(
        share + "maximum-share: {of: tokens, at-most: 60 %, where: target.provider == \"a\"}",
        SubjectKind.ROUTE);
    agree(
        "over: charge\nminimum-share: {of: spend, at-least: 40 %, where: charge.country == \"US\"}",
        SubjectKind.CHARGE);
    agree(
        "over: charge\nwhen: charge.country == \"US\"\n"
            + "minimum-spend: {amount: 182625 USD, with: a, per: year}",
        SubjectKind.CHARGE);
    agree(
        "over: placement\nminimum-capacity: {of: accelerators, amount: 700, with: [a, b]}",
        SubjectKind.PLACEMENT);
  }

  private static void agree(String clause, SubjectKind kind) {
    Contracts contracts = with(read(clause), new BigDecimal("100"), BigDecimal.ZERO);
    Contract contract = contracts.contracts().get(0);
    Clause only = contract.clauses().get(0);
    Quota quota = contracts.quotas(STARTS, ENDS).get(0);
    Quota breach = contracts.breachesBy(STARTS, STARTS, ENDS).get(0);
    SplittableRandom random = new SplittableRandom(7);
    int kept = 0;
    int broken = 0;
    for (int day = 0; day < 1000; day++) {
      List<Sighting> seen = seen(random, kind, quota.of());
      Optional<Verdict> verdict = verdict(contracts, contract, only, seen);
      // Of what may or may not be there at all, the audit finds nothing to measure.
      if (verdict.isPresent()) {
        boolean satisfied = verdict.get() instanceof Verdict.Satisfied;
        assertThat(sum(quota, seen) >= quota.least() - 1e-6)
            .as("%s: %s, %s", clause, seen, verdict)
            .isEqualTo(satisfied);
        kept += satisfied ? 1 : 0;
        boolean violated = verdict.get() instanceof Verdict.Violated;
        assertThat(sum(breach, seen) > breach.least() + 1e-6)
            .as("%s is broken: %s, %s", clause, seen, verdict)
            .isEqualTo(violated);
        broken += violated ? 1 : 0;
      }
    }
    assertThat(kept).as(clause).isBetween(100, 900);
    assertThat(broken).as(clause).isBetween(50, 900);
  }

  private static Optional<Verdict> verdict(
      Contracts contracts, Contract contract, Clause clause, List<Sighting> seen) {
    List<Measured.Counted> counted = new ArrayList<>();
    for (Sighting sighting : seen) {
      Scope scope = contracts.speaksOf(contract, clause, "letter", sighting.facts(), STARTS);
      if (scope.speaks() != Truth.FALSE) {
        counted.add(new Measured.Counted(sighting, scope));
      }
    }
    Measured measured =
        new Measured(
            clause,
            List.of(new Measured.Part(STARTS, ENDS, 0, counted)),
            seen,
            contracts.circumstances(),
            Optional.empty());
    return clause.measure("letter").orElseThrow().totals(measured).stream()
        .map(Total::verdict)
        .findFirst();
  }

  private static double sum(Quota quota, List<Sighting> seen) {
    return seen.stream()
        .mapToDouble(
            s ->
                s.amounts().get(quota.of()).doubleValue()
                    * quota.weight(s.facts(), quota.parts().get(0), 0))
        .sum();
  }

  private static List<Sighting> seen(SplittableRandom random, SubjectKind kind, Measure of) {
    List<Sighting> seen = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Map<String, Object> facts = new TreeMap<>();
      String provider = kind == SubjectKind.ROUTE ? "target.provider" : kind.word() + ".provider";
      facts.put(provider, List.of("a", "b", "c").get(random.nextInt(3)));
      String country = kind == SubjectKind.ROUTE ? "customer.country" : kind.word() + ".country";
      facts.put(country, random.nextInt(3) < 2 ? "US" : "DE");
      if (random.nextInt(6) == 0) {
        facts.remove(random.nextBoolean() && kind == SubjectKind.ROUTE ? provider : country);
      }
      seen.add(
          new Sighting(
              new Facts(kind, facts),
              "s" + i,
              0,
              86_400,
              Optional.empty(),
              Optional.empty(),
              Map.of(of, BigDecimal.valueOf(random.nextInt(1, 500)))));
    }
    return seen;
  }

  @Test
  void anHourlyShareIsAskedForByTheHour() {
    List<Quota> quotas =
        read("over: route\n"
                + "minimum-share: {of: requests, at-least: 40 %, where: cause == \"x\", per: hour}")
            .quotas(STARTS, ENDS);
    assertThat(quotas).hasSize(24);
    assertThat(quotas.get(23).parts())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.fromS()).isEqualTo(23 * 3600);
              assertThat(p.untilS()).isEqualTo(24 * 3600);
            });
  }

  /** A day is due the 365.25th part of a year's amount less what is bought beside and before. */
  @Test
  void aCommitmentIsProratedAndWhatIsBoughtElsewhereIsTakenFromIt() {
    Contracts contracts =
        read("over: charge\nminimum-spend: {amount: 365250 USD, per: year, carry-over: yes}");
    assertThat(contracts.quotas(STARTS, ENDS))
        .as("nothing is known of what is bought beside")
        .isEmpty();
    Quota quota =
        with(contracts, new BigDecimal("36525"), new BigDecimal("50")).quotas(STARTS, ENDS).get(0);
    assertThat(quota.least()).isCloseTo(1000 - 100 - 50, Offset.offset(1e-9));
    assertThat(quota.clause()).isEqualTo("t/c");
  }

  @Test
  void whatIsCarriedOverOrComesAfterAnotherNoSumBreaks() {
    Contracts carried =
        read("over: charge\nminimum-spend: {amount: 365250 USD, per: year, carry-over: yes}");
    assertThat(with(carried, BigDecimal.ZERO, BigDecimal.ZERO).breachesBy(STARTS, STARTS, ENDS))
        .isEmpty();
  }

  /** By the law of a time at which it is not in force it asks nothing, whenever the run is. */
  @Test
  void theLawOfATimeIsThatOfTheWholeRun() {
    Contracts later =
        read(
            "over: route\nin-force: {from: 2030-01-01}\n"
                + "maximum-share: {of: requests, at-most: 40 %, where: cause == \"x\"}");
    assertThat(later.quotas(STARTS, ENDS)).isEmpty();
    assertThat(later.quotasBy(STARTS, STARTS, ENDS)).isEmpty();
    assertThat(later.quotasBy(Instant.parse("2030-06-01T00:00:00Z"), STARTS, ENDS))
        .singleElement()
        .satisfies(q -> assertThat(q.parts().get(0).seconds()).isEqualTo(86_400));
  }

  @Test
  void aClauseAsksOnlyForTheTimeInWhichItIsInForce() {
    Quota quota =
        read("over: route\nin-force: {from: \"2026-03-18T06:00:00Z\"}\n"
                + "maximum-share: {of: requests, at-most: 40 %, where: cause == \"x\"}")
            .quotas(STARTS, ENDS)
            .get(0);
    assertThat(quota.parts()).extracting(Quota.Part::fromS).containsExactly(6 * 3600.0);
    assertThat(quota.parts()).extracting(Quota.Part::seconds).containsExactly(18 * 3600.0);
  }

  /** A margin is added to the least and taken from the most, and never beyond all or nothing. */
  @Test
  void aMarginMakesAShareStricter() {
    String where = "where: target.provider == \"a\"}";
    Facts there = new Facts(SubjectKind.ROUTE, Map.of("target.provider", "a"));
    Facts elsewhere = new Facts(SubjectKind.ROUTE, Map.of("target.provider", "b"));
    Quota least =
        read("over: route\nminimum-share: {of: requests, at-least: 90 %, " + where)
            .quotas(STARTS, ENDS)
            .get(0);
    Quota.Part part = least.parts().get(0);
    assertThat(least.weight(there, part, 0.05)).isCloseTo(0.05, offset());
    assertThat(least.weight(elsewhere, part, 0.05)).isCloseTo(-0.95, offset());
    assertThat(least.weight(elsewhere, part, 0.5)).isCloseTo(-1, offset());
    Quota most =
        read("over: route\nmaximum-share: {of: requests, at-most: 10 %, " + where)
            .quotas(STARTS, ENDS)
            .get(0);
    assertThat(most.weight(there, part, 0.05)).isCloseTo(-0.95, offset());
    assertThat(most.weight(elsewhere, part, 0.05)).isCloseTo(0.05, offset());
    assertThat(most.weight(elsewhere, part, 0.5)).isCloseTo(0, offset());
  }

  /** Room for chance is that of the new share, so the share itself is another. */
  @Test
  void anotherShareIsAsIfItStoodInTheContract() {
    String minimum = "over: route\nminimum-share: {of: requests, at-least: %s %%, ";
    String maximum = "over: route\nmaximum-share: {of: requests, at-most: %s %%, ";
    for (String kind : List.of(minimum, maximum)) {
      Quota written = share(kind, 25);
      Quota moved = share(kind, 60).withShare(0.25);
      assertThat(moved.share()).contains(0.25);
      for (String provider : List.of("a", "b")) {
        Facts to = new Facts(SubjectKind.ROUTE, Map.of("target.provider", provider));
        for (double margin : List.of(0.0, 0.05, 0.4, 0.9)) {
          Quota.Part part = written.parts().get(0);
          assertThat(moved.weight(to, part, margin))
              .as("%s, to %s, %s", kind, provider, margin)
              .isCloseTo(written.weight(to, part, margin), offset());
        }
      }
    }
  }

  private static Quota share(String kind, int percent) {
    return read(kind.formatted(percent) + "where: target.provider == \"a\"}")
        .quotas(STARTS, ENDS)
        .get(0);
  }

  private static Offset<Double> offset() {
    return Offset.offset(1e-12);
  }
}
