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

class ObjectionTest {

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
        Optional.of(requests / 100),
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
                    row("on-alpha", "spirit", "others.runtime@beta/a/big", 3, "on beta")))
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
                    row("c", "spirit", "api.model@beta/b/big", 7, "on beta", Remedy.Per.DAY)))
            .get(0);
    assertThat(objection.exposureUsd()).contains(0.07);
  }

  @Test
  void totalsOfSeveralPeriodsAddUpUnderTheirOwnNames() {
    Objection objection =
        Objection.group(List.of(total("share, first hour", 5), total("share, first hour", 7)))
            .get(0);
    assertThat(objection.placements()).isEqualTo("share, first hour");
    assertThat(objection.requests()).isEqualTo(12);
    assertThat(objection.exposureUsd().orElseThrow()).isCloseTo(0.12, within(1e-9));
  }

  private static ViolationRow total(String name, double requests) {
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
        Optional.of(requests / 100),
        Optional.of(new Remedy(Remedy.Per.DAY, Money.usd("0.01"), "assumed")),
        "too much",
        Violation.Answer.FORBIDDEN,
        List.of());
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
    assertThat(objection.exposureUsd()).contains(0.05);
    assertThat(objection.readingsByReason()).containsEntry("on beta", List.of("letter", "spirit"));
  }
}
