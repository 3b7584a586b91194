package situs.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static situs.audit.Audits.BLUE;
import static situs.audit.Audits.RED;
import static situs.audit.Audits.audit;
import static situs.audit.Audits.clause;
import static situs.audit.Audits.use;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.ScenarioFixture;
import situs.contract.Contracts;
import situs.model.Cause;
import situs.model.Episode;
import situs.model.Money;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Scenario;
import situs.model.Stop;

/** When a breach lasted, and what its remedy makes of that. */
class EpisodesTest {
  private static final int HOUR = 3600;

  /** Two surges of 20 minutes on red, at 01:00 and at 09:00, of 50 and 70 calls. */
  private static final RouteUse SURGES =
      new RouteUse(
          route(Cause.SPILLOVER),
          List.of(
              new Episode(HOUR, HOUR + 1200, 50, 5000),
              new Episode(9 * HOUR, 9 * HOUR + 1200, 70, 7000)),
          0,
          0,
          List.of());

  private static Route route(Cause cause) {
    List<Stop> chain = List.of(Stop.client(ScenarioFixture.metro("Town")), Stop.at("model", RED));
    return new Route("api", "Town", chain, 0, cause);
  }

  private static Contracts offRed(String remedy) {
    return clause("over: route", "forbid: target.provider == \"red\"", "remedy: {" + remedy + "}");
  }

  private static double lengthS(Violation violation) {
    return violation.episodes().stream().mapToDouble(e -> e.span().lengthS()).sum();
  }

  @Test
  void aBreachInTwoSurgesLastsAsLongAsTheTwo() {
    Findings findings = audit(offRed("per: request, amount: 1 USD, basis: assumed"), SURGES);
    assertThat(findings.violations())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.episodes()).containsExactlyElementsOf(SURGES.episodes());
              assertThat(lengthS(v)).isEqualTo(Duration.ofMinutes(40).toSeconds());
              assertThat(v.firstAtS()).contains(3600.0);
              assertThat(v.lastAtS()).contains(9 * 3600 + 1200.0);
              assertThat(v.requests()).isEqualTo(120);
              assertThat(v.tokens()).isEqualTo(12_000);
            });
  }

  /** Calls by two causes that lie a stretch of seconds apart. */
  @ParameterizedTest(name = "{0} s apart: {1}")
  @CsvSource({"0, 1", "600, 1", "601, 2"})
  void routesThatShareAClauseShareItsEpisodes(double apartS, int episodes) {
    Breach breach = new Breach();
    Period day = new Period(Audits.SCENARIO.starts(), 0, 86_400);
    breach.add(Usage.of(use(RED, 100, 200, 1)), day);
    breach.add(Usage.of(use(RED, 200 + apartS, 5000, 2)), day);
    assertThat(breach.episodes()).hasSize(episodes);
    assertThat(breach.episodes().stream().mapToLong(Episode::requests).sum()).isEqualTo(3);
  }

  @Test
  void episodesEndWithTheLawAndGoOnWhereItDoes() {
    // Until 06:00 and again from 06:05: a placement is in breach but for five minutes. The other
    // clause cuts the rest at noon, which ends no episode.
    Contracts contracts =
        Audits.contract(
            """
            clauses:
              c: {text: t, cite: t, over: placement, forbid: 'placement.provider == "red"'}
              o: {text: t, cite: t, over: route, require: "true", in-force: {until: "2026-03-18T12:00:00Z"}}
            amendments:
              pause:
                from: 2026-03-18T06:00:00Z
                suspends: {c: {until: "2026-03-18T06:05:00Z"}}
            """);
    assertThat(audit(contracts).violations())
        .singleElement()
        .satisfies(
            v ->
                assertThat(v.episodes())
                    .containsExactly(
                        new Episode(0, 21_600, 0, 0), new Episode(21_900, 86_400, 0, 0)));
  }

  @Test
  void aPlacementIsInBreachWhetherOrNotAnybodyCalls() {
    Contracts contracts = clause("over: placement", "forbid: placement.provider == \"red\"");
    assertThat(audit(contracts, SURGES).violations())
        .singleElement()
        .satisfies(
            v -> assertThat(v.episodes()).containsExactly(new Episode(0, 86_400, 120, 12_000)));
  }

  /** 20 minutes at 01:00 with 50 calls, 20 minutes at 09:00 with 70. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "per: request, amount: 1 USD, cure: 1 h     | 0",
        "per: request, amount: 1 USD, cure: 20 min  | 0",
        "per: request, amount: 1 USD, cure: 19 min  | 120",
        "per: token, amount: 0.01 USD, cure: 19 min | 120",
        "per: day, amount: 1000 USD, cure: 1 h      | 0",
        "per: lump-sum, amount: 7 USD, cure: 1 h    | 0",
      })
  void anEpisodeThatIsOverWithinTheTimeToCureItCostsNothing(String remedy, String due) {
    Findings findings = audit(offRed(remedy + ", basis: assumed"), SURGES);
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.usd(due));
  }

  @Test
  void onlyTheEpisodesThatWereNotCuredAreDue() {
    // 50 calls in 20 minutes are cured; 30 in two hours are not.
    RouteUse uneven =
        new RouteUse(
            route(Cause.PRIMARY),
            List.of(new Episode(HOUR, HOUR + 1200, 50, 1), new Episode(40_000, 47_200, 30, 1)),
            0,
            0,
            List.of());
    Findings findings =
        audit(offRed("per: request, amount: 1 USD, cure: 1 h, basis: assumed"), uneven);
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.usd("30"));
  }

  @Test
  void whatStillLastsAtTheEndOfTheWindowIsNotOver() {
    // 23:50 to 24:00 on the route; all day where it is placed.
    String remedy = "per: lump-sum, amount: 7 USD, cure: 30 d, basis: assumed";
    assertThat(audit(offRed(remedy), use(RED, 85_800, 86_399, 3)).exposureByReading())
        .containsEntry("letter", Money.usd("7"));
    Contracts placed =
        clause(
            "over: placement", "forbid: placement.provider == \"red\"", "remedy: {" + remedy + "}");
    assertThat(audit(placed).exposureByReading()).containsEntry("letter", Money.usd("7"));
  }

  /** Three days from midnight, 1,000 USD a day. */
  @ParameterizedTest(name = "{0} s to {1} s: {2}")
  @CsvSource({
    "3600, 6000, 1000",
    // One minute on each side of midnight.
    "86340, 86460, 2000",
    "86340, 86400, 1000",
    "86400, 86400, 1000",
    "0, 259200, 3000",
  })
  void aDayIsDueForEachCalendarDayOnWhichTheBreachLasted(double from, double until, String due) {
    Scenario threeDays = Audits.SCENARIO.withRun(Duration.ofDays(3), 1, 1);
    Findings findings =
        Auditor.audit(
            threeDays,
            offRed("per: day, amount: 1000 USD, basis: assumed"),
            Audits.placement(Audits.placed(RED, 1), Audits.placed(BLUE, 1)),
            List.of(use(RED, from, until, 5)));
    assertThat(findings.exposureByReading()).containsEntry("letter", Money.usd(due));
  }

  @Test
  void episodesOfManyAreThoseOfAllTheirSightings() {
    // Each thing is seen every 7 minutes for a while: by brute force over all sightings.
    List<Double> sightings =
        Stream.of(0, 2500, 2600, 6000, 9000)
            .flatMap(at -> Stream.iterate((double) at, t -> t + 420).limit(1 + at % 7))
            .sorted()
            .toList();
    Breach breach = new Breach();
    Period day = new Period(Audits.SCENARIO.starts(), 0, 86_400);
    for (int at : List.of(0, 2500, 2600, 6000, 9000)) {
      breach.add(Usage.of(use(RED, at, at + 420 * (at % 7), 1 + at % 7)), day);
    }
    double lengthS = 0;
    int episodes = 1;
    for (int i = 1; i < sightings.size(); i++) {
      double gap = sightings.get(i) - sightings.get(i - 1);
      lengthS += gap <= 600 ? gap : 0;
      episodes += gap <= 600 ? 0 : 1;
    }
    assertThat(breach.episodes()).hasSize(episodes);
    assertThat(breach.episodes().stream().mapToDouble(e -> e.span().lengthS()).sum())
        .isCloseTo(lengthS, within(1e-9));
  }
}
