package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.contract.Texts.clause;
import static situs.contract.Texts.contract;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.document.Document;
import situs.document.Issues;

/**
 * Days of a place. In Los Angeles clocks are 8 hours behind UTC in winter and 7 in summer; in 2026
 * they are put forward on 8 March and back on 1 November, at 2 o'clock.
 */
class ZonesTest {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-02-27, 2026-02-27T00:00:00Z",
    "2026-02-27 America/Los_Angeles, 2026-02-27T08:00:00Z",
    "2026-07-01 America/Los_Angeles, 2026-07-01T07:00:00Z",
    "2026-02-27T00:00:00[America/Los_Angeles], 2026-02-27T08:00:00Z",
    "2026-02-27T09:30[America/Los_Angeles], 2026-02-27T17:30:00Z",
    "2026-02-27T09:30:00-08:00, 2026-02-27T17:30:00Z",
    // Half past one is twice on 1 November: first in summer time.
    "2026-11-01T01:30-07:00[America/Los_Angeles], 2026-11-01T08:30:00Z",
    "2026-11-01T01:30-08:00[America/Los_Angeles], 2026-11-01T09:30:00Z",
  })
  void aDateMayNameItsZone(String written, Instant instant) {
    Contracts contracts =
        contract(
            "clauses:",
            clause("c", "over: route\nin-force: {from: \"" + written + "\"}\nforbid: \"true\""));
    Clause c = contracts.contracts().get(0).clauses().get(0);
    assertThat(c.isInForceAt(instant)).isTrue();
    assertThat(c.isInForceAt(instant.minusNanos(1))).isFalse();
  }

  @Test
  void theContractsZoneIsThatOfItsDays() {
    Contracts contracts =
        contract(
            "zone: America/Los_Angeles",
            "clauses:",
            clause(
                "c",
                "over: route\nin-force: {from: 2026-02-27, until: 2026-07-01 UTC}\nforbid: \"true\""));
    Clause c = contracts.contracts().get(0).clauses().get(0);
    assertThat(c.inForce().changes())
        .containsExactly(
            Instant.parse("2026-02-27T08:00:00Z"), Instant.parse("2026-07-01T00:00:00Z"));
  }

  @ParameterizedTest(name = "{0}: {1} to {2} is cut at {3}")
  @CsvSource({
    // 8 March has 23 hours, 1 November 25.
    "DAY, 2026-03-08T08:00:00Z, 2026-03-10T07:00:00Z, 2026-03-09T07:00:00Z",
    "DAY, 2026-11-01T07:00:00Z, 2026-11-03T08:00:00Z, 2026-11-02T08:00:00Z",
    "MONTH, 2026-02-20T00:00:00Z, 2026-04-02T00:00:00Z, 2026-03-01T08:00:00Z 2026-04-01T07:00:00Z",
    "YEAR, 2026-12-31T00:00:00Z, 2027-01-01T09:00:00Z, 2027-01-01T08:00:00Z",
    "HOUR, 2026-03-08T09:30:00Z, 2026-03-08T11:30:00Z, 2026-03-08T10:00:00Z 2026-03-08T11:00:00Z",
  })
  void periodsAreThoseOfTheZone(Cycle.Unit unit, Instant from, Instant until, String cuts) {
    assertThat(new Cycle(unit, PACIFIC).cuts(from, until))
        .containsExactlyElementsOf(List.of(cuts.split(" ")).stream().map(Instant::parse).toList());
  }

  @Test
  void clocksThatSkipMidnightBeginTheDayWhenTheyGoOn() {
    // In Santiago clocks go from midnight to one on 6 September 2026: 23:59:59 -04 is 03:59:59Z.
    Instant before = Instant.parse("2026-09-05T12:00:00Z");
    Instant after = Instant.parse("2026-09-07T12:00:00Z");
    assertThat(new Cycle(Cycle.Unit.DAY, ZoneId.of("America/Santiago")).cuts(before, after))
        .containsExactly(
            Instant.parse("2026-09-06T04:00:00Z"), Instant.parse("2026-09-07T03:00:00Z"));
  }

  @Test
  void whatIsMeasuredByTheDayIsSaidToBeOfTheZone() {
    Contracts contracts =
        contract(
            "zone: America/Los_Angeles",
            "clauses:",
            clause("c", "over: charge\nminimum-spend: {amount: 24 USD, per: day}"));
    TotalRule rule = contracts.contracts().get(0).clauses().get(0).measure("letter").orElseThrow();
    assertThat(rule.words()).isEqualTo("at least 24 USD of spend, each day of America/Los_Angeles");
    assertThat(rule.per()).contains(new Cycle(Cycle.Unit.DAY, PACIFIC));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-27T00:00:00 | with its zone such as 2026-02-27T09:00:00Z, 2026-02-27T09:00:00-08:00 or 2026-02-27T09:00[America/Los_Angeles], is '2026-02-27T00:00:00'",
        "2026-02-27 America/Los_Angles | there is no time zone 'America/Los_Angles'; did you mean 'America/Los_Angeles'?",
        "2026-03-08T02:30[America/Los_Angeles] | there is no such time in America/Los_Angeles, where clocks are put forward",
        "2026-11-01T01:30[America/Los_Angeles] | it is twice in America/Los_Angeles: write 2026-11-01T01:30-07:00[America/Los_Angeles] or 2026-11-01T01:30-08:00[America/Los_Angeles]",
        "2026-02-27T09:00-07:00[America/Los_Angeles] | then the offset of America/Los_Angeles is -08:00",
      })
  void whatIsNoInstantIsRefusedWithTheWayOut(String written, String message) {
    assertThat(wrong("UTC", written)).startsWith("z.yaml:4:").contains(message);
  }

  @Test
  void aZoneThatThereIsNotIsRefused() {
    assertThat(wrong("Los_Angeles", "2026-02-27"))
        .startsWith("z.yaml:2:7: 'zone' must be a time zone such as America/Los_Angeles or UTC")
        .contains("did you mean 'America/Los_Angeles'?");
  }

  private static String wrong(String zone, String from) {
    Issues issues = new Issues();
    String text =
        """
        contract: c
        zone: %s
        clauses:
          c: {text: t, cite: s, over: route, forbid: "true", in-force: {from: "%s"}}
        """
            .formatted(zone, from);
    issues.source("z.yaml", text);
    Document.parse("z.yaml", text, issues).flatMap(root -> ContractFile.of(root, issues));
    return issues.render();
  }
}
