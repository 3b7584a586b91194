package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.review.PlannedTotalsTest.PLANNED;
import static situs.review.PlannedTotalsTest.SCENARIO;
import static situs.review.PlannedTotalsTest.contracts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.audit.Charge;
import situs.audit.Contributions;
import situs.audit.Expected;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Derivation;
import situs.contract.Judgement;
import situs.contract.Sighting.Timing;
import situs.contract.Verdict;
import situs.model.Money;
import situs.model.Route;
import situs.review.TotalExplanation.Found;

/** Of a hundred requests thirty went to red and seventy to blue; red was paid 40 dollars. */
class TotalExplanationTest {
  private static final Instant FROM = SCENARIO.starts();
  private static final Duration WINDOW = Duration.ofHours(2);

  private static Expected went(String region, double requests) {
    Route route =
        Reviewed.seen(SCENARIO, "api from Town: client > " + region + ", hop 0, primary")
            .flatMap(Reviewed::route)
            .orElseThrow();
    return new Expected(route, 0, WINDOW.toSeconds(), requests, 10 * requests);
  }

  private static List<String> lines(
      String over, String rule, Duration period, Optional<String> lacking) {
    Contracts contracts = contracts(over, rule);
    Contract contract = contracts.contracts().get(0);
    Clause clause = contract.clauses().get(0);
    Charge rent =
        new Charge(
            "api",
            SCENARIO.datacenters().get(0).region(),
            "Compute",
            "on-demand",
            Money.usd("40"),
            0,
            WINDOW.toSeconds(),
            Timing.SEEN);
    Contributions contributions =
        new Contributions(
            SCENARIO,
            contracts,
            PLANNED,
            List.of(went("red/a", 30), went("blue/b", 70)),
            List.of(rent));
    Found found = new Found(FROM, FROM.plus(period), "such", lacking.map(BigDecimal::new), WINDOW);
    return TotalExplanation.of(
            contracts,
            new Judgement(contract, clause, "letter", new Verdict.Violated("too little")),
            found,
            contributions)
        .all()
        .map(Derivation::text)
        .toList();
  }

  /** Of 100 requests a fifth lacks: 20 must move. */
  @Test
  void aShareNamesBothSidesAndHowMuchMustMove() {
    assertThat(
            lines(
                "route",
                "minimum-share: {of: requests, at-least: 50 %, where: target.provider == 'red'}\n"
                    + "    remedy: {per: day, amount: 5 USD, basis: assumed}",
                WINDOW,
                Optional.of("0.2")))
        .containsExactly(
            "t, c, letter: forbidden (too little)",
            "it says: t",
            "source: t (reported)",
            "in force at all times",
            "read as it stands, for it names no reading 'letter'",
            "asks: at least 50 % of requests with target.provider == 'red'",
            "measured such",
            "counts towards it: 30 of requests in the measured window",
            "api from Town: client > red/a, hop 0, primary: 30",
            "counts only to the whole: 70 of requests in the measured window",
            "api from Town: client > blue/b, hop 0, primary: 70",
            "to keep it: 20 % of the requests, 20 of 100, must move to where"
                + " target.provider == 'red'",
            "remedy: 5 USD per day (assumed)");
  }

  /** Half the window has half of the requests by the mean: 10 of 50. */
  @Test
  void ofAPeriodTheWholeIsItsMeanPart() {
    assertThat(
            lines(
                "route",
                "maximum-share: {of: requests, at-most: 50 %, where: target.provider == 'blue'}",
                Duration.ofHours(1),
                Optional.of("0.2")))
        .contains(
            "to keep it: 20 % of the requests, 10 of 50, must move away from where"
                + " target.provider == 'blue', as the mean of the window goes");
  }

  @Test
  void aCommitmentNamesWhatCountsAndWhatIsShort() {
    assertThat(
            lines(
                "charge",
                "minimum-spend: {amount: 100 USD, with: red, per: hour}",
                WINDOW,
                Optional.of("160")))
        .contains(
            "counts towards it: 40 USD of spend in the measured window",
            "api: Compute in red/a: 40 USD",
            "to keep it: 160 USD more of spend must be bought with red",
            "remedy: none is stated");
  }

  @Test
  void whatMustStandTogetherSaysWhatMustMove() {
    assertThat(
            lines(
                "placement",
                "colocation: {in: region, with: component == 'state'}",
                WINDOW,
                Optional.empty()))
        .contains(
            "to keep it: one with component == 'state' must stand in its region, or it where one"
                + " does");
  }
}
