package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.audit.Standing;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Cheapest;

class ReviewTest {
  private static final Instant BEFORE = Instant.parse("2025-12-31T00:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-01-01T00:00:00Z");

  private static final Scenario SCENARIO =
      scenario(
          List.of(datacenter("red/a", offer(gpus("gpu8", "G", 8), "1", 9))),
          List.of(model("api", OptionalInt.of(8), flat("Town", 3))),
          profile("G", 8, 1));

  private static Contracts contracts(String clauses) {
    return ContractFixture.read("contract: t\nterms: {open: open}\nclauses:\n" + clauses);
  }

  private static Review review(String clauses, Instant... regimes) {
    Placement placement = new Cheapest().place(SCENARIO, Contracts.NONE);
    return Review.of(SCENARIO, contracts(clauses), List.of(placement), List.of(regimes)).get(0);
  }

  private static String clause(String id, String over, String more) {
    return "  %s:\n    text: t\n    cite: t\n    over: %s\n%s\n".formatted(id, over, more);
  }

  @Test
  void judgesWhatIsPlacedAndTheHopsOfTraffic() {
    Review review =
        review(
            clause("places", "placement", "    forbid: placement.provider == 'red'")
                + clause("routes", "route", "    require: target.provider == 'red'"),
            AFTER);
    assertThat(review.opinions())
        .extracting(o -> o.subject().name() + " " + o.judgement().verdict().word())
        .containsExactly("api.model@red/a/gpu8 forbidden", "api: client > red/a, hop 0 kept");
    assertThat(review.standing(AFTER)).isEqualTo(Standing.BREACH);
  }

  @Test
  void asksTheLawOfEachInstant() {
    Review review =
        review(
            clause(
                "later",
                "placement",
                "    in-force: {from: 2026-01-01}\n    forbid: placement.provider == 'red'"),
            BEFORE,
            AFTER);
    assertThat(review.standing(BEFORE)).isEqualTo(Standing.COMPLIANT);
    assertThat(review.standing(AFTER)).isEqualTo(Standing.BREACH);
  }

  @Test
  void whatSomeReadingsObjectToIsContested() {
    Review review =
        review(
            clause(
                "read",
                "placement",
                "    readings:\n      letter: {objects: never}\n"
                    + "      spirit: {forbid: placement.provider == 'red'}"),
            AFTER);
    assertThat(review.standing(AFTER)).isEqualTo(Standing.CONTESTED);
    assertThat(review.standing(AFTER, "letter")).isEqualTo(Standing.COMPLIANT);
    assertThat(review.standing(AFTER, "spirit")).isEqualTo(Standing.BREACH);
  }

  @Test
  void whatCannotBeToldIsOpen() {
    Review review =
        review(
            clause("vague", "placement", "    forbid: term.open && placement.provider == 'red'"),
            AFTER);
    assertThat(review.standing(AFTER)).isEqualTo(Standing.CONTESTED);
  }

  @Test
  void whatOnlyARunCanTellIsNotHeldAgainstAPlacement() {
    Review review = review(clause("refusal", "placement", "    first-refusal: {to: blue}"), AFTER);
    assertThat(review.standing(AFTER)).isEqualTo(Standing.COMPLIANT);
    assertThat(review.opinions()).isNotEmpty().allMatch(Opinion::needsRun);
  }
}
