package situs.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.audit.Audits.BLUE;
import static situs.audit.Audits.RED;
import static situs.audit.Audits.clause;
import static situs.audit.Audits.contract;
import static situs.audit.Audits.placed;
import static situs.audit.Audits.use;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.ContractFixture;
import situs.contract.Circumstances;
import situs.contract.Contracts;
import situs.contract.Fee;
import situs.contract.Measure;
import situs.contract.Sighting.Timing;
import situs.contract.Total;
import situs.model.Incident.Outage;
import situs.model.Money;
import situs.model.Placed;
import situs.model.RouteUse;

/** What clauses that measure find of what came and went, by hand arithmetic over a day. */
class ObligationsOverTimeTest {
  private static final double HOUR_S = 3600;
  private static final double DAY_S = 24 * HOUR_S;

  /** Nothing is bought outside the scenario for any of these clauses. */
  private static Contracts alone(Contracts contracts, String... clauses) {
    return known(contracts, Map.of(), Map.of(), clauses);
  }

  private static Contracts known(
      Contracts contracts, Map<String, Instant> events, Map<String, Fee> revenue, String... none) {
    Map<String, BigDecimal> besides = new HashMap<>();
    List.of(none).forEach(clause -> besides.put(clause, BigDecimal.ZERO));
    return contracts.under(
        new Circumstances(
            List.of(), events, Map.of(), Map.of(), Map.of(), Map.of(), besides, Map.of(), revenue));
  }

  private static List<Total> totals(Contracts contracts, Seen seen, Placed... placed) {
    return Auditor.audit(new Watch(Audits.SCENARIO, contracts), Audits.placement(placed), seen)
        .obligations()
        .stream()
        .map(Obligation::total)
        .toList();
  }

  private static String rounded(Optional<BigDecimal> value) {
    return value
        .map(v -> v.setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString())
        .orElse("");
  }

  private static List<String> gaps(List<Total> totals) {
    return totals.stream().map(t -> rounded(t.gap())).toList();
  }

  private static Seen spent(Charge... charges) {
    return new Seen(List.of(), List.of(charges), Map.of());
  }

  /** 55 USD in the first half of the day and 110 in the second, of which 60 are due in each. */
  @Test
  void spendOfAPeriodIsWhatAroseInIt() {
    Contracts hourly =
        alone(
            clause("over: charge", "minimum-spend: {amount: 60 USD, with: blue, per: hour}"), "c");
    Charge[] charges = new Charge[24];
    for (int hour = 0; hour < 24; hour++) {
      String usd = hour < 12 ? "55" : "110";
      charges[hour] = Audits.charge(BLUE, usd, hour * HOUR_S, (hour + 1) * HOUR_S);
    }
    List<Total> totals = totals(hourly, spent(charges));
    assertThat(gaps(totals).subList(0, 12)).containsOnly("-5");
    assertThat(gaps(totals).subList(12, 24)).containsOnly("50");
  }

  @Test
  void aShareOfSpendIsThatOfItsPeriodAndSaysWhatOfItIsInProportion() {
    Contracts daily =
        clause(
            "over: charge",
            "in-force: {until: \"2026-03-18T12:00:00Z\"}",
            "maximum-share: {of: spend, at-most: 50 %, where: charge.provider == \"red\"}");
    Charge tiered =
        new Charge(
            "api", RED, "Networking", "", Money.usd("30"), 0, 12 * HOUR_S, Timing.PROPORTION);
    List<Total> totals =
        totals(
            daily,
            spent(
                tiered,
                Audits.charge(BLUE, "70", 0, 12 * HOUR_S),
                Audits.charge(RED, "900", 12 * HOUR_S, DAY_S)));
    // 30 of 100, all of the 30 from tiers; the 900 are of the afternoon.
    assertThat(totals).hasSize(1);
    assertThat(rounded(totals.get(0).value())).isEqualTo("0.3");
    assertThat(rounded(Optional.of(totals.get(0).inProportion()))).isEqualTo("0.3");
  }

  private static Seen rented(Map<String, NavigableMap<Double, Integer>> rented) {
    return new Seen(List.of(), List.of(), rented);
  }

  private static NavigableMap<Double, Integer> steps(Object... secondsAndNumbers) {
    NavigableMap<Double, Integer> steps = new TreeMap<>();
    for (int i = 0; i < secondsAndNumbers.length; i += 2) {
      steps.put(
          HOUR_S * ((Number) secondsAndNumbers[i]).doubleValue(),
          (Integer) secondsAndNumbers[i + 1]);
    }
    return steps;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // 2, and 1 from 7:00 to 8:00
        "amount: 2                          | -1",
        "amount: 1                          | 0",
        // 2 - 1/24 on average over the day
        "amount: 1.5, per: day              | 0.4583",
      })
  void capacityIsWhatWasRentedAndNotWhatWasPlaced(String amount, String gap) {
    Contracts contracts =
        alone(
            clause(
                "over: placement",
                "minimum-capacity: {of: instances, with: blue, " + amount.strip() + "}"),
            "c");
    Placed blue = placed(BLUE, 2);
    List<Total> totals =
        totals(contracts, rented(Map.of(blue.id(), steps(0, 2, 7, 1, 8, 2))), blue);
    assertThat(gaps(totals)).containsExactly(gap);
  }

  /** One leaves as the other comes: at any time there is one. */
  @Test
  void theLeastOfASumIsNotTheSumOfTheLeast() {
    Contracts contracts =
        alone(clause("over: placement", "minimum-capacity: {of: instances, amount: 1}"), "c");
    Placed blue = placed(BLUE, 1);
    Placed red = placed(RED, 1);
    Seen seen = rented(Map.of(blue.id(), steps(0, 1, 12, 0), red.id(), steps(0, 0, 12, 1)));
    assertThat(gaps(totals(contracts, seen, blue, red))).containsExactly("0");
  }

  /** Blue is 1 of 2, and 3 of 4 from 1:00 to 2:00. */
  @Test
  void aShareOfCapacityIsHeldAtAnyTime() {
    Contracts contracts =
        clause(
            "over: placement",
            "maximum-share: {of: instances, at-most: 60 %, where: placement.provider == \"blue\"}");
    Placed blue = placed(BLUE, 3);
    Placed red = placed(RED, 1);
    Seen seen = rented(Map.of(blue.id(), steps(0, 1, 1, 3, 2, 1), red.id(), steps(0, 1)));
    List<Total> totals = totals(contracts, seen, blue, red);
    assertThat(rounded(totals.get(0).value())).isEqualTo("0.75");
  }

  @ParameterizedTest(name = "carry-over {0}: {1}")
  @CsvSource({
    // 12 hours of 3 and 12 of 1, where 2 are asked for: one too many each hour before noon, which
    // is
    // used up by midnight. Half an hour more of it would be too much.
    "yes, 0",
    "no, -1"
  })
  void whatWasRentedTooMuchCountsLaterWhereTheClauseSaysSo(String carry, String last) {
    Contracts contracts =
        alone(
            clause(
                "over: placement",
                "minimum-capacity: {of: instances, amount: 2, per: hour, carry-over: %s}"
                    .formatted(carry)),
            "c");
    Placed blue = placed(BLUE, 3);
    List<Total> totals = totals(contracts, rented(Map.of(blue.id(), steps(0, 3, 12, 1))), blue);
    assertThat(rounded(totals.get(23).gap())).isEqualTo(last);
    assertThat(rounded(totals.get(23).shortfall())).isEqualTo(carry.equals("no") ? "1" : "");
    assertThat(totals.get(23).due()).as("nobody says what it costs").isEmpty();
  }

  /** The term is two days: 44,000 USD are 22,000 a day, on whichever side of the rest. */
  @Test
  void aCommitmentThatRestsIsDueOnceOverAllOfItsTerm() {
    Contracts contracts =
        alone(
            contract(
                """
                clauses:
                  c:
                    text: t
                    cite: t
                    in-force: {from: 2026-03-18, until: 2026-03-20T06:00:00Z}
                    over: charge
                    minimum-spend: {amount: 44000 USD}
                amendments:
                  a: {from: 2026-03-18T06:00:00Z, suspends: {c: {until: 2026-03-18T12:00:00Z}}}
                """),
            "c");
    List<Total> totals =
        totals(
            contracts,
            spent(
                Audits.charge(BLUE, "100", 0, 6 * HOUR_S),
                Audits.charge(BLUE, "999", 6 * HOUR_S, 12 * HOUR_S),
                Audits.charge(BLUE, "200", 12 * HOUR_S, DAY_S)));
    assertThat(totals).extracting(t -> rounded(t.limit())).containsExactly("5500", "11000");
    assertThat(totals).extracting(t -> rounded(t.value())).containsExactly("100", "200");
  }

  /** 40 days as planned; the event comes on the first, and so 12 hours of them are due. */
  @Test
  void aCommitmentThatAnEventEndsIsDueInPartOnly() {
    Contracts contracts =
        known(
            contract(
                """
                events: {over: t}
                clauses:
                  c:
                    text: t
                    cite: t
                    in-force: {from: 2026-03-18, until: [2026-04-27, over]}
                    over: charge
                    minimum-spend: {amount: 40000 USD}
                """),
            Map.of("over", Instant.parse("2026-03-18T12:00:00Z")),
            Map.of(),
            "c");
    List<Total> totals = totals(contracts, spent(Audits.charge(BLUE, "100", 0, 12 * HOUR_S)));
    assertThat(totals).extracting(t -> rounded(t.limit())).containsExactly("500");
  }

  /** 20 % of 40 USD before the rest and of 30 after it, of which the cap leaves 3. */
  @Test
  void theCapOfARevenueShareIsOneForAllStretches() {
    Contracts contracts =
        known(
            contract(
                """
                clauses:
                  c: {text: t, cite: t, over: route, "revenue-share": {share: 20 %, cap: 11 USD}}
                amendments:
                  a: {from: 2026-03-18T06:00:00Z, suspends: {c: {until: 2026-03-18T12:00:00Z}}}
                """),
            Map.of(),
            Map.of("api", new Fee(Measure.REQUESTS, Money.usd("1"))),
            "c");
    RouteUse morning = use(BLUE, 10, 3000, 40);
    RouteUse evening = use(BLUE, 15 * HOUR_S, 16 * HOUR_S, 30);
    List<Total> totals = totals(contracts, Seen.of(List.of(morning, evening)), placed(BLUE, 1));
    assertThat(totals).extracting(t -> rounded(t.due())).containsExactly("8", "3");
    assertThat(totals).as("it cannot be broken").allSatisfy(t -> assertThat(t.gap()).isEmpty());
  }

  @ParameterizedTest(name = "{0} USD spent: {1} and {2} short")
  @CsvSource({
    // 100 USD a day for the first, 300 more for the second
    "50, 50, 300",
    "250, '', 150",
    "400, '', ''"
  })
  void aDollarCountsForOneCommitmentOnly(String spent, String first, String second) {
    String year = "over: charge, \"minimum-spend\": {per: day, with: blue, ";
    Contracts contracts =
        alone(
            contract(
                "clauses:\n  c: {text: t, cite: t, "
                    + year
                    + "amount: 100 USD}}\n  d: {text: t, cite: t, "
                    + year
                    + "amount: 300 USD, beyond: c}}\n"),
            "c",
            "d");
    List<Total> totals = totals(contracts, spent(Audits.charge(BLUE, spent)));
    assertThat(totals).extracting(t -> rounded(t.shortfall())).containsExactly(first, second);
    assertThat(totals).extracting(t -> rounded(t.due())).containsExactly(first, second);
  }

  @Test
  void whatIsBoughtBesideForTheFirstLeavesMoreForTheSecondAndMustBeKnown() {
    Contracts contracts =
        contract(
            """
            clauses:
              c: {text: t, cite: t, over: charge, "minimum-spend": {per: day, amount: 100 USD}}
              d:
                text: t
                cite: t
                over: charge
                minimum-spend: {per: day, amount: 300 USD, beyond: c}
            """);
    Seen seen = spent(Audits.charge(BLUE, "250"));
    assertThat(totals(alone(contracts, "d"), seen))
        .extracting(t -> t.verdict().reason())
        .contains("cannot be told without besides.c, what is bought outside the scenario");
    Map<String, BigDecimal> besides = Map.of("c", new BigDecimal("80"), "d", BigDecimal.ZERO);
    Contracts told = contracts.under(ContractFixture.besides(besides));
    // 20 of the 250 are for the first; 230 of 300.
    assertThat(totals(told, seen))
        .extracting(t -> rounded(t.shortfall()))
        .containsExactly("", "70");
  }

  @Test
  void powerThatIsHeldForOneCommitmentIsNotHeldForTheNext() {
    Contracts contracts =
        alone(
            contract(
                """
                clauses:
                  c: {text: t, cite: t, over: placement, "minimum-capacity": {of: instances, amount: 2}}
                  d:
                    text: t
                    cite: t
                    over: placement
                    minimum-capacity: {of: instances, amount: 1, beyond: c}
                """),
            "c",
            "d");
    assertThat(gaps(totals(contracts, rented(Map.of()), placed(BLUE, 2))))
        .containsExactly("0", "-1");
    assertThat(gaps(totals(contracts, rented(Map.of()), placed(BLUE, 3))))
        .containsExactly("1", "0");
  }

  /** Blue is down from 2:00 to 22:00, and had room for the other four hours only. */
  @Test
  void aHolderThatIsDownHasNoRoom() {
    Contracts contracts =
        clause(
            "over: placement",
            "first-refusal: {to: blue}",
            "remedy: {per: day, amount: 24 USD, basis: assumed}");
    Findings findings =
        Auditor.audit(
            Audits.with(new Outage(2 * HOUR_S, 20 * HOUR_S, BLUE.id())),
            contracts,
            Audits.placement(placed(RED, 1)),
            List.of(use(RED, 10, 3000, 7), use(RED, 3 * HOUR_S, 4 * HOUR_S, 100)));
    assertThat(findings.violations())
        .singleElement()
        .satisfies(v -> assertThat(v.requests()).isEqualTo(7));
    assertThat(
            new Watch(Audits.with(new Outage(2 * HOUR_S, 20 * HOUR_S, BLUE.id())), contracts)
                .boundaries())
        .as("traffic is counted apart there")
        .containsExactly(
            Instant.parse("2026-03-18T02:00:00Z"), Instant.parse("2026-03-18T22:00:00Z"));
    Findings always =
        Auditor.audit(
            Audits.with(new Outage(0, DAY_S, BLUE.id())),
            contracts,
            Audits.placement(placed(RED, 1)),
            List.of());
    assertThat(always.violations()).isEmpty();
  }

  /** The run is a day; of March it is a 31st part, and of its hours it covers all. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"month, 0.0323", "hour, 1", "day, 1"})
  void aPeriodThatARunCoversInPartIsMarked(String per, String covered) {
    Contracts contracts =
        alone(
            clause("over: charge", "minimum-spend: {amount: 60 USD, per: %s}".formatted(per)), "c");
    assertThat(totals(contracts, spent(Audits.charge(BLUE, "1"))))
        .allSatisfy(t -> assertThat(rounded(t.covered())).isEqualTo(covered));
  }
}
