package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;
import static situs.ScenarioFixture.spot;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import situs.ScenarioFixture;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.document.Document;
import situs.document.Issues;
import situs.model.Arrivals;
import situs.model.GeoPoint;
import situs.model.Metro;
import situs.model.OriginDemand;
import situs.model.Scenario;
import situs.placement.Cheapest;

/**
 * A model on an on-demand gpu8 of red/a, the cheapest; blue/b has another type, and red/a the same
 * as spot. Customers are in Town, in the US, and in Paris.
 */
class AspectsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final Metro PARIS =
      new Metro(
          "Paris", "FR", "europe", new GeoPoint(0, 0), ZoneId.of("UTC"), ScenarioFixture.HERE);

  private static final Scenario SCENARIO =
      scenario(
          List.of(
              datacenter(
                  "red/a",
                  offer(gpus("gpu8", "G", 8), "1", 9),
                  spot(gpus("gpu8", "G", 8), "9", 9, 0.1)),
              datacenter("blue/b", offer(gpus("big8", "G", 8), "5", 9))),
          List.of(
              model(
                  "api",
                  OptionalInt.of(8),
                  flat("Town", 1),
                  new OriginDemand(PARIS, Arrivals.Curve.flat(1)))),
          profile("G", 8, 1));

  private static Contracts contracts(String... clauses) {
    Issues issues = new Issues();
    String text =
        "contract: t\nterms: {open: open, settled: no}\nclauses:\n" + String.join("", clauses);
    var read =
        Document.parse("t.yaml", text, issues).flatMap(root -> ContractFile.of(root, issues));
    assertThat(issues.render()).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
  }

  private static String clause(String id, String over, String rule) {
    return "  %s:\n    text: t\n    cite: c\n    over: %s\n    %s\n".formatted(id, over, rule);
  }

  private static List<Reviewed> parts() {
    return Reviewed.of(SCENARIO, new Cheapest().place(SCENARIO, Contracts.NONE));
  }

  private static Explanation explain(Reviewed subject, String... clauses) {
    return Explanation.of(SCENARIO, contracts(clauses), subject, List.of(), NOW, judgement -> true);
  }

  private static List<WayOut> ways(Reviewed subject, String... clauses) {
    return explain(subject, clauses).troubles().get(0).waysOut();
  }

  private static WayOut way(String what, String... to) {
    return new WayOut(List.of(what), List.of(List.of(to)), List.of());
  }

  private static Reviewed placement() {
    return parts().get(0);
  }

  /** From Town. */
  private static Reviewed hop() {
    return parts().get(1);
  }

  @Test
  void anotherInstanceTypeOrWayToBuyIsAWayOut() {
    assertThat(
            ways(
                placement(), clause("c", "placement", "forbid: placement.instance_type == 'gpu8'")))
        .containsExactly(way("instance type", "big8"));
    assertThat(
            ways(
                placement(), clause("c", "placement", "forbid: placement.purchase == 'on-demand'")))
        .containsExactly(way("purchase", "spot"));
  }

  @Test
  void aCustomerOfAnotherCountryIsAWayOut() {
    assertThat(ways(hop(), clause("c", "route", "forbid: customer.country == 'US'")))
        .containsExactly(way("origin", "Paris"));
    assertThat(ways(hop(), clause("c", "route", "forbid: origin == 'Town'")))
        .containsExactly(way("origin", "Paris"));
  }

  @Test
  void anotherCauseIsAWayOut() {
    assertThat(ways(hop(), clause("c", "route", "forbid: cause == 'primary'")))
        .containsExactly(way("cause", "failover", "spillover"));
  }

  /** One that is settled stays as it is. */
  @Test
  void aTermThatIsLeftOpenMayBeSettled() {
    assertThat(
            ways(placement(), clause("c", "placement", "require: \"term.open || term.settled\"")))
        .containsExactly(way("term.open", "yes"));
  }

  @Test
  void allThatWasTriedIsTold() {
    assertThat(explain(hop(), clause("c", "route", "forbid: 'true'")).tried())
        .containsExactly(
            "region of the model",
            "seller",
            "segment",
            "origin",
            "cause",
            "state of the call",
            "term.open",
            "law of a later date");
    assertThat(explain(placement(), clause("c", "placement", "forbid: 'true'")).tried())
        .containsExactly(
            "region",
            "instance type",
            "purchase",
            "seller",
            "segment",
            "term.open",
            "law of a later date");
  }

  private static final String REFUSAL = clause("refusal", "route", "first-refusal: {to: blue}");

  /** Whether blue had room elsewhere nobody saw; with blue itself nothing is refused. */
  @Test
  void whatARunSawIsKeptUntilTheHopGoesElsewhere() {
    assertThat(ways(hop().withRoom(List.of("blue")), REFUSAL))
        .containsExactly(way("region of the model", "blue/b"));
  }

  @Test
  void whatOnlyARunCanTellIsNoWayOut() {
    assertThat(ways(hop(), REFUSAL)).containsExactly(way("region of the model", "blue/b"));
  }

  /** Of another clause that waits for a run before and after, the way says so. */
  @Test
  void whatWaitsForARunAnywayIsNamed() {
    assertThat(ways(hop(), clause("c", "route", "forbid: cause == 'primary'"), REFUSAL))
        .containsExactly(
            new WayOut(
                List.of("cause"),
                List.of(List.of("failover", "spillover")),
                List.of(),
                List.of("t/refusal")));
  }
}
