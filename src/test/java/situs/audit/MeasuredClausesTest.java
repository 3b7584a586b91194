package situs.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.audit.Audits.BLUE;
import static situs.audit.Audits.RED;
import static situs.audit.Audits.audit;
import static situs.audit.Audits.clause;
import static situs.audit.Audits.placed;
import static situs.audit.Audits.use;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.ContractFixture;
import situs.contract.Circumstances;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Fee;
import situs.contract.Measure;
import situs.contract.Sighting;
import situs.contract.Total;
import situs.contract.Verdict;
import situs.model.Money;
import situs.model.RouteUse;

/** Clauses that measure, by hand arithmetic over a day of known routes and a known bill. */
class MeasuredClausesTest {
  /** In the first hour 40 of 100 go to red, in the second 10 of 100. */
  private static final RouteUse[] DAY = {
    use(RED, 10, 3000, 40),
    use(BLUE, 20, 3500, 60),
    use(RED, 3600, 7000, 10),
    use(BLUE, 3700, 7100, 90)
  };

  private static Circumstances circumstances(
      Map<String, BigDecimal> besides, Map<String, BigDecimal> carried, Map<String, Fee> revenue) {
    return ContractFixture.purchases(besides, carried, revenue);
  }

  private static Contracts besides(Contracts contracts, String amount) {
    return amount.isEmpty()
        ? contracts
        : contracts.under(circumstances(Map.of("c", new BigDecimal(amount)), Map.of(), Map.of()));
  }

  private static Total only(Findings findings) {
    assertThat(findings.obligations()).hasSize(1);
    return findings.obligations().get(0).total();
  }

  private static String rounded(Optional<BigDecimal> value) {
    return value
        .map(v -> v.setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString())
        .orElse("");
  }

  @ParameterizedTest(name = "at least {0} per {1}: {2}")
  @CsvSource({
    // 60 % and 90 %; 150 of 200 over the day.
    "60 %, hour, 0 0.3",
    "65 %, hour, -0.05 0.25",
    "75 %, day, 0",
    "80 %, day, -0.05",
  })
  void aShareIsThatOfEachPeriod(String share, String per, String gaps) {
    Findings findings =
        audit(
            clause(
                "over: route",
                "minimum-share: {of: requests, at-least: %s, where: target.provider == \"blue\", per: %s}"
                    .formatted(share, per)),
            DAY);
    assertThat(findings.obligations())
        .extracting(o -> rounded(o.total().gap()))
        .isEqualTo(List.of(gaps.split(" ")));
  }

  @ParameterizedTest(name = "{0} {1}: {2} more")
  @CsvSource({
    // 150 of 200: with 50 more elsewhere 150 of 250 are 60 %; with 200 more there 350 of 400 are
    // 87.5 %; at 75 % nothing may come, and what is broken already has no room.
    "minimum-share, at-least: 60 %, 50",
    "minimum-share, at-least: 75 %, 0",
    "minimum-share, at-least: 80 %, none",
    "maximum-share, at-most: 87.5 %, 200",
    "maximum-share, at-most: 75 %, 0",
    "maximum-share, at-most: 100 %, none",
  })
  void theRoomOfAShareIsInWhatItMeasures(String kind, String limit, String more) {
    Findings findings =
        audit(
            clause(
                "over: route",
                "%s: {of: requests, %s, where: target.provider == \"blue\", per: day}"
                    .formatted(kind, limit)),
            DAY);
    Optional<java.math.BigDecimal> room = only(findings).more();
    assertThat(room.map(r -> rounded(Optional.of(r))).orElse("none")).isEqualTo(more);
  }

  @Test
  void whatIsTooMuchIsCountedWithItsTimes() {
    Findings findings =
        audit(
            clause(
                "over: route",
                "maximum-share: {of: requests, at-most: 35 %, where: target.provider == \"red\", per: hour}",
                "remedy: {per: request, amount: 1 USD, basis: assumed}"),
            DAY);
    // 40 of 100 in the first hour are 5 too many.
    assertThat(findings.violations())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.requests()).isEqualTo(5);
              assertThat(v.tokens()).isEqualTo(500);
              assertThat(v.firstAtS()).contains(10.0);
              assertThat(v.lastAtS()).contains(3000.0);
              assertThat(v.exposure()).contains(Money.usd("5"));
              assertThat(v.reason())
                  .isEqualTo(
                      "at most 35 % of requests with target.provider == \"red\"; it is 40 %");
            });
    assertThat(findings.standing()).isEqualTo(Standing.BREACH);
  }

  @Test
  void whatIsExemptCountsTowardsNoShare() {
    Findings findings =
        audit(
            clause(
                "over: route",
                "maximum-share: {of: requests, at-most: 5 %, where: target.provider == \"red\"}",
                "except: {red: target.provider == \"red\"}"),
            DAY);
    assertThat(rounded(only(findings).value())).isEqualTo("0");
  }

  @ParameterizedTest(name = "at least {0}: {1}")
  // Of 200, 150 are blue; the rest may or may not be what the clause speaks of.
  @CsvSource({"75 %, Satisfied", "80 %, Undetermined", "100 %, Undetermined"})
  void aShareOfWhichAPartIsUnknownIsToldWhereBothBoundsAgree(String share, String verdict) {
    Findings findings = audit(unknownForRed(share), DAY);
    assertThat(only(findings).verdict().getClass().getSimpleName()).isEqualTo(verdict);
  }

  private static Contracts unknownForRed(String share) {
    return Audits.contract(
        "terms: {counts: open}\nclauses:\n  c:\n    text: t\n    cite: t\n    over: route\n"
            + "    when: target.provider == \"blue\" || term.counts\n"
            + "    minimum-share: {of: requests, at-least: "
            + share
            + ", where: target.provider == \"blue\"}\n");
  }

  @ParameterizedTest(name = "besides {0}: {1}, gap {2}, due {3}")
  @CsvSource({
    // A day of 400,000 USD a year is 1095.1403 USD; the day's bill with blue is 1000 USD.
    "0, Violated, -95.1403, 95.1403",
    "36525, Satisfied, 4.8597, ''",
    "'', Undetermined, '', ''",
  })
  void spendIsDueInProportionToTime(String besides, String verdict, String gap, String due) {
    Contracts contracts =
        clause(
            "over: charge",
            "minimum-spend: {amount: 400000 USD, with: blue, per: year}",
            "remedy: {per: shortfall, share: 50 %, basis: assumed}");
    Findings findings = audit(besides(contracts, besides));
    Total total = only(findings);
    assertThat(total.verdict().getClass().getSimpleName()).isEqualTo(verdict);
    assertThat(rounded(total.gap())).isEqualTo(gap);
    assertThat(rounded(total.due())).isEqualTo(due);
    if (!due.isEmpty()) {
      assertThat(findings.exposureByReading().get("letter").toDouble())
          .isCloseTo(95.1403 / 2, org.assertj.core.api.Assertions.within(1e-3));
    }
  }

  @Test
  void aCommitmentThatStaysIdleIsSpentToo() {
    Contracts contracts =
        clause("over: charge", "minimum-spend: {amount: 400000 USD, with: blue, per: year}");
    Charge idle =
        new Charge(
            "", BLUE, "Compute", "committed", Money.usd("100"), 0, 86_400, Sighting.Timing.SEEN);
    Findings findings =
        Auditor.audit(
            new Watch(Audits.SCENARIO, besides(contracts, "0")),
            Audits.placement(placed(BLUE, 1)),
            new Seen(List.of(), List.of(Audits.charge(BLUE, "1000"), idle), Map.of()));
    // 1000 and 100 of the 1095.1403 that are due in a day
    assertThat(rounded(only(findings).gap())).isEqualTo("4.8597");
  }

  /** Nobody knows for whom it was not used. */
  @Test
  void aClauseThatAsksForTheWorkloadCannotTellOfAnIdleCommitment() {
    Facts facts = Facts.ofCharge(Audits.SCENARIO, "", BLUE, "Compute", "committed");
    assertThat(facts.values()).containsEntry("charge.purchase", "committed");
    assertThat(facts.values()).doesNotContainKeys("workload.name", "channel.seller");
  }

  @Test
  void whatIsUnknownOfATotalIsListedAndMakesNoPlacementContested() {
    Findings findings =
        audit(clause("over: charge", "minimum-spend: {amount: 800000 USD, per: year}"));
    assertThat(findings.unsettled())
        .singleElement()
        .extracting(Unsettled::reason)
        .isEqualTo("cannot be told without besides.c, what is bought outside the scenario");
    assertThat(findings.standing()).isEqualTo(Standing.COMPLIANT);
  }

  @Test
  void withoutTheEndOfItsTermNothingCanBeSaidOfAPartOfIt() {
    Contracts open =
        clause(
            "over: charge",
            "in-force: {from: 2026-03-01}",
            "minimum-spend: {amount: 44000 USD, with: blue}");
    assertThat(only(audit(besides(open, "0"))).verdict())
        .isEqualTo(new Verdict.Undetermined("until", "cannot be told without the end of its term"));
    // 40 days: 1100 USD a day.
    Contracts forty =
        clause(
            "over: charge",
            "in-force: {from: 2026-03-01, until: 2026-04-10}",
            "minimum-spend: {amount: 44000 USD, with: blue}");
    assertThat(rounded(only(audit(besides(forty, "0"))).gap())).isEqualTo("-100");
  }

  @ParameterizedTest(name = "carry-over {0}: gap {1}")
  @CsvSource({"yes, 104.8597", "no, -95.1403"})
  void whatWasSpentTooMuchBeforeCountsWhereTheClauseSaysSo(String carry, String gap) {
    Contracts contracts =
        clause(
                "over: charge",
                "minimum-spend: {amount: 400000 USD, with: blue, per: year, carry-over: %s}"
                    .formatted(carry))
            .under(
                circumstances(
                    Map.of("c", BigDecimal.ZERO), Map.of("c", new BigDecimal(200)), Map.of()));
    assertThat(rounded(only(audit(contracts)).gap())).isEqualTo(gap);
  }

  @ParameterizedTest(name = "{0} of {1}: gap {2}")
  @CsvSource({
    // One instance of 8 accelerators of 700 W with blue.
    "1, instances, 0",
    "10, accelerators, -2",
    "5 kW, power, 600",
  })
  void capacityIsHeldAtAnyTime(String amount, String of, String gap) {
    Contracts contracts =
        clause(
            "over: placement",
            "minimum-capacity: {of: %s, amount: %s, with: blue}".formatted(of, amount));
    assertThat(rounded(only(audit(besides(contracts, "0"))).gap())).isEqualTo(gap);
  }

  @ParameterizedTest(name = "paid before {0}: due {1}")
  @CsvSource({
    // 20 % of 0.01 USD for each of 200 requests; the cap is 1 USD.
    "0, 0.4",
    "0.9, 0.1",
    "1, 0",
    "'', ''",
  })
  void aRevenueShareIsPayableUpToItsCap(String before, String due) {
    Map<String, BigDecimal> paid =
        before.isEmpty() ? Map.of() : Map.of("c", new BigDecimal(before));
    Contracts contracts =
        clause("over: route", "revenue-share: {share: 20 %, cap: 1 USD}")
            .under(
                circumstances(
                    paid, Map.of(), Map.of("api", new Fee(Measure.REQUESTS, Money.usd("0.01")))));
    Findings findings = audit(contracts, DAY);
    assertThat(rounded(only(findings).due())).isEqualTo(due);
    assertThat(findings.violations()).isEmpty();
  }

  @Test
  void revenueThatIsNotStatedIsUnknownAndNotNothing() {
    Findings findings = audit(clause("over: route", "revenue-share: {share: 20 %}"), DAY);
    assertThat(only(findings).due()).isEmpty();
    assertThat(findings.unsettled())
        .singleElement()
        .extracting(Unsettled::reason)
        .isEqualTo("cannot be told without revenue.api");
  }

  @Test
  void placementsAreHeldTogetherOrApart() {
    String with = ": {in: provider, with: placement.provider == \"blue\"}";
    String when = "when: placement.provider == \"red\"";
    Findings apart = audit(clause("over: placement", when, "separation" + with));
    Findings together = audit(clause("over: placement", when, "colocation" + with));
    assertThat(apart.violations()).isEmpty();
    assertThat(together.violations())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.placement()).isEqualTo(placed(RED, 1).id());
              assertThat(v.reason())
                  .isEqualTo("nothing with placement.provider == \"blue\" is in the same provider");
            });
  }

  @Test
  void firstRefusalOfTrafficIsBreachedOnlyWhileTheHolderHadRoom() {
    Findings findings =
        audit(
            clause("over: route", "first-refusal: {to: blue}"),
            use(RED, 100, 200, 7),
            use(RED, 300, 2700, 5, "blue"),
            use(BLUE, 0, 9000, 50, "blue"));
    assertThat(findings.violations())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.requests()).isEqualTo(5);
              assertThat(v.tokens()).isEqualTo(500);
              // 40 minutes.
              assertThat(v.lastAtS().orElseThrow() - v.firstAtS().orElseThrow()).isEqualTo(2400);
            });
  }

  @ParameterizedTest(name = "blue has {0} of 3 instances: {1}")
  @CsvSource({"2, 1", "3, 0"})
  void firstRefusalOfCapacityLooksAtWhatCouldStillBeRented(int rented, int violations) {
    Findings findings =
        Auditor.audit(
            Audits.SCENARIO,
            clause("over: placement", "first-refusal: {to: blue}"),
            Audits.placement(placed(RED, 1), placed(BLUE, rented)),
            List.of());
    assertThat(findings.violations()).hasSize(violations);
  }

  @ParameterizedTest(name = "may take 10 d, takes {0}: {1}")
  @CsvSource({"9, breach", "11, compliant", "'', contested"})
  void aHolderThatTakesTooLongToAnswerHasLetItPass(String days, String standing) {
    Circumstances answers =
        new Circumstances(
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            days.isEmpty()
                ? Map.of()
                : Map.of("blue", java.time.Duration.ofDays(Long.parseLong(days))),
            Map.of(),
            Map.of(),
            Map.of());
    Contracts contracts =
        clause("over: route", "first-refusal: {to: blue, answer: 10 d}").under(answers);
    Findings findings = audit(contracts, use(RED, 300, 2700, 5, "blue"));
    assertThat(findings.standing().word()).isEqualTo(standing);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "route | maximum-share: {of: requests, at-most: 90 %, where: target.provider == \"red\"} | target.provider",
        "route | minimum-share: {of: requests, at-least: 10 %, where: target.provider == \"red\"} | target.provider",
        "route | 'revenue-share: {share: 20 %}' | target.provider",
        "charge | minimum-spend: {amount: 1 USD, per: day} | charge.provider",
        "placement | minimum-capacity: {of: instances, amount: 1} | placement.provider",
        "placement | 'separation: {in: region, with: component == \"state\"}' | placement.provider",
      })
  void exceptionsThatDisagreeOnWhatCountsAreAnErrorOfTheTotal(
      String over, String rule, String provider) {
    // To red both apply: one leaves it out; the other, by its own exception, counts it again.
    Contracts contracts =
        clause(
            "over: " + over,
            rule,
            "except:",
            "  free: {when: %s == \"red\", cite: Schedule 1}".formatted(provider),
            "  bound:",
            "    when: %s == \"red\"".formatted(provider),
            "    except: {again: {when: workload.name == \"api\", cite: Schedule 2}}");
    Findings findings = audit(contracts, DAY);
    assertThat(findings.standing()).isEqualTo(Standing.CONTESTED);
    assertThat(findings.disagreements())
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.conflict().one().at().toString()).isEqualTo("t.yaml:9:7");
              assertThat(d.conflict().other().at().toString()).isEqualTo("t.yaml:12:18");
            });
    assertThat(findings.unsettled())
        .singleElement()
        .satisfies(
            u ->
                assertThat(u.reason())
                    .contains(
                        "'free' (Schedule 1) and 'again' (Schedule 2) both apply and disagree")
                    .contains("'free' leaves it out; 'again' counts it, of ")
                    .contains("red"));
  }

  @Test
  void whatNoExceptionDisagreesOnIsMeasuredPeriodByPeriod() {
    // In the second hour nothing goes to red: 90 of 90 are elsewhere.
    Contracts contracts =
        clause(
            "over: route",
            "maximum-share: {of: requests, at-most: 50 %, where: target.provider == \"red\", per: hour}",
            "except:",
            "  free: target.provider == \"red\"",
            "  bound:",
            "    when: target.provider == \"red\"",
            "    except: {again: workload.name == \"api\"}");
    Findings findings = audit(contracts, DAY[0], DAY[1], DAY[3]);
    assertThat(findings.obligations())
        .extracting(o -> o.total().verdict().word())
        .containsExactly("exceptions disagree", "kept");
  }

  @Test
  void aShareOfWhatMayNotCountAtAllCannotBeTold() {
    // No term says whether anything counts: a share of nothing, or 150 of 200.
    Contracts contracts =
        Audits.contract(
            """
            terms: {counts: open}
            clauses:
              c:
                text: t
                cite: t
                over: route
                when: term.counts
                minimum-share: {of: requests, at-least: 80 %, where: target.provider == "blue"}
            """);
    assertThat(only(audit(contracts, DAY)).verdict()).isInstanceOf(Verdict.Undetermined.class);
  }

  @Test
  void onlyWhatIsPermittedIsAllowedAndTheRestIsNotForbidden() {
    Contracts contracts =
        Audits.contract(
            """
            clauses:
              closed: {text: t, cite: t, over: route, permitted-by: [licence]}
              licence: {text: t, cite: t, over: route, permit: target.provider == "blue"}
            """);
    Findings findings = audit(contracts, DAY);
    assertThat(findings.violations())
        .allSatisfy(v -> assertThat(v.answer()).isEqualTo(Violation.Answer.NOT_PERMITTED))
        .extracting(Violation::subject)
        .containsExactly("api from Town: client > red/one, hop 0, primary");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // 40 requests in 2990 s at 0.01 USD.
        "                     | 0.4",
        "cure: 1 h            | 0",
        "cure: 30 min         | 0.4",
        "cap: 0.25 USD        | 0.25",
        "floor: 7 USD         | 7",
      })
  void aRemedyHasATimeToCureACapAndAFloor(String limits, String exposure) {
    String more = limits == null ? "" : ", " + limits;
    Contracts contracts =
        clause(
            "over: route",
            "forbid: target.provider == \"red\"",
            "remedy: {per: request, amount: 0.01 USD, basis: assumed" + more + "}");
    Findings findings = audit(contracts, use(RED, 10, 3000, 40));
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.usd(exposure));
  }

  @Test
  void aRemedyMayBeAShareOfTheRevenueConcerned() {
    Contracts contracts =
        clause(
            "over: route",
            "forbid: target.provider == \"red\"",
            "remedy: {per: revenue, share: 5 %, basis: assumed}");
    RouteUse use = use(RED, 10, 3000, 40);
    assertThat(audit(contracts, use).violations().get(0).exposure()).isEmpty();
    Contracts priced =
        contracts.under(
            circumstances(
                Map.of(), Map.of(), Map.of("api", new Fee(Measure.TOKENS, Money.usd("0.001")))));
    // 4000 tokens earn 4 USD.
    assertThat(audit(priced, use).exposureByReading()).containsEntry("letter", Money.usd("0.2"));
  }

  @Test
  void terminationIsARightAndNoSum() {
    Contracts contracts =
        clause(
            "over: route",
            "forbid: target.provider == \"red\"",
            "remedy: {per: termination, basis: assumed}");
    Findings findings = audit(contracts, DAY);
    assertThat(findings.violations().get(0).remedy().orElseThrow().words())
        .isEqualTo("termination");
    assertThat(findings.violations().get(0).exposure()).isEmpty();
    assertThat(findings.claims())
        .singleElement()
        .extracting(Claim::amount)
        .isEqualTo(Optional.empty());
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.ZERO);
  }
}
