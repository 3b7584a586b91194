package situs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.audit.Violation;
import situs.contract.Remedy;
import situs.contract.SubjectKind;
import situs.experiment.ViolationRow;
import situs.model.Money;
import situs.model.Span;

class ObjectionTest {
  /** What the clause comes to, all that violates it together. */
  private static final double CLAUSE_USD = 0.2;

  private static final String ELSEWHERE = "gamma.model@gamma/a/big";

  private static ViolationRow row(
      String clause, String reading, String placement, double requests, String reason) {
    return row(clause, reading, placement, requests, reason, Remedy.Per.REQUEST);
  }

  private static ViolationRow row(
      String clause,
      String reading,
      String placement,
      double requests,
      String reason,
      Remedy.Per per) {
    return new ViolationRow(
        "split",
        "supply",
        clause,
        reading,
        SubjectKind.PLACEMENT,
        placement,
        placement,
        Optional.empty(),
        Optional.empty(),
        requests,
        0,
        List.of(List.of(new Span(0, 60))),
        Optional.of(requests / 100),
        Optional.of(CLAUSE_USD),
        Optional.of(new Remedy(per, Money.usd("0.01"), "assumed")),
        reason,
        Violation.Answer.FORBIDDEN,
        List.of());
  }

  @Test
  void placementsWithTheSameReasonsShareAnEntry() {
    List<Objection> objections =
        Objection.group(
            List.of(
                row("on-alpha", "spirit", "agents.runtime@beta/a/big", 5, "on beta"),
                row("on-alpha", "spirit", "agents.runtime@beta/b/big", 7, "on beta"),
                row("on-alpha", "spirit", "api.model@gamma/c/big", 1, "on gamma")));

    assertThat(objections)
        .extracting(Objection::placements)
        .containsExactly("agents.runtime@beta/a/big, @beta/b/big", "api.model@gamma/c/big");
  }

  @Test
  void aStateStoreDoesNotCountTheSessionsOfItsRuntimeAgain() {
    // 5 + 7 sessions, each seen by the runtime and by the store; 3 of another workload beside them.
    Objection objection =
        Objection.group(
                List.of(
                    row("on-alpha", "spirit", "agents.runtime@beta/a/big", 5, "on beta"),
                    row("on-alpha", "spirit", "agents.runtime@beta/b/big", 7, "on beta"),
                    row("on-alpha", "spirit", "agents.state@beta/a", 5, "on beta"),
                    row("on-alpha", "spirit", "agents.state@beta/b", 7, "on beta"),
                    row("on-alpha", "spirit", "others.runtime@beta/a/big", 3, "on beta"),
                    row("on-alpha", "spirit", ELSEWHERE, 9, "on gamma")))
            .get(0);

    assertThat(objection.requests()).isEqualTo(15);
    // 0.01 USD a request.
    assertThat(objection.exposureUsd().orElseThrow()).isCloseTo(0.15, within(1e-9));
  }

  @Test
  void aDayIsDueOnceHoweverManyPlacementsThereAre() {
    // Exposures of 0.05 and 0.07 USD, each of its placement alone.
    Objection objection =
        Objection.group(
                List.of(
                    row("c", "spirit", "api.model@beta/a/big", 5, "on beta", Remedy.Per.DAY),
                    row("c", "spirit", "api.model@beta/b/big", 7, "on beta", Remedy.Per.DAY),
                    row("c", "spirit", ELSEWHERE, 9, "on gamma", Remedy.Per.DAY)))
            .get(0);
    assertThat(objection.exposureUsd()).contains(0.07);
  }

  @Test
  void theBrokenPeriodsOfASumOverManyAreOneObjection() {
    List<Objection> objections =
        Objection.group(
            List.of(
                total("share, first hour", 5, "it is 60 %"),
                total("share, second hour", 7, "it is 70 %")));
    assertThat(objections).singleElement();
    assertThat(objections.get(0).isOfPeriods()).isTrue();
    assertThat(objections.get(0).requests()).isEqualTo(12);
    assertThat(objections.get(0).exposureUsd()).contains(CLAUSE_USD);
    // Of a single period, that period.
    Objection one = Objection.group(List.of(total("share, first hour", 5, "it is 60 %"))).get(0);
    assertThat(one.isOfPeriods()).isFalse();
    assertThat(one.placements()).isEqualTo("share, first hour");
  }

  private static ViolationRow total(String name, double requests, String reason) {
    return new ViolationRow(
        "split",
        "supply",
        "share",
        "letter",
        SubjectKind.TOTAL,
        name,
        "",
        Optional.empty(),
        Optional.empty(),
        requests,
        0,
        List.of(List.of(new Span(0, 60))),
        Optional.of(requests / 100),
        Optional.of(CLAUSE_USD),
        Optional.of(new Remedy(Remedy.Per.DAY, Money.usd("0.01"), "assumed")),
        reason,
        Violation.Answer.FORBIDDEN,
        List.of());
  }

  @Test
  void allThatAClauseObjectsToCostsWhatTheAuditMakesOfItTogether() {
    // 0.15 and 0.12 USD by themselves, of which customers paid for some twice.
    List<Objection> objections =
        Objection.group(
            List.of(
                row("c", "spirit", "api.model@beta/a/big", 15, "on beta", Remedy.Per.REVENUE),
                row(
                    "c",
                    "spirit",
                    "agents.runtime@beta/a/big",
                    12,
                    "on beta",
                    Remedy.Per.REVENUE)));
    assertThat(objections).singleElement();
    assertThat(objections.get(0).exposureUsd()).contains(CLAUSE_USD);
  }

  @Test
  void readingsAreNeverAddedUp() {
    Objection objection =
        Objection.group(
                List.of(
                    row("on-alpha", "letter", "api.model@beta/a/big", 5, "on beta"),
                    row("on-alpha", "spirit", "api.model@beta/a/big", 5, "on beta")))
            .get(0);

    assertThat(objection.requests()).isEqualTo(5);
    assertThat(objection.exposureUsd()).contains(CLAUSE_USD);
    assertThat(objection.readingsByReason()).containsEntry("on beta", List.of("letter", "spirit"));
  }
}
