package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.frontier;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.audit.Standing;
import situs.contract.Circumstances;
import situs.contract.Contracts;
import situs.model.Boot;
import situs.model.Capacity;
import situs.model.Level;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Share;
import situs.model.Workload;
import situs.placement.Cheapest;
import situs.review.Opinion.Basis;

/** One instance on red and two on blue, to which a plan sends three and one of four requests. */
class PlannedTotalsTest {
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");
  private static final Offer GPU = offer(gpus("gpu8", "G", 8), "1", 9);

  static final Scenario SCENARIO =
      scenario(
          List.of(datacenter("red/a", GPU), datacenter("blue/b", GPU)),
          List.of(model("api", OptionalInt.of(8), flat("Town", 4))),
          profile("G", 8, 1));

  private static Placed placed(int datacenter, int instances) {
    return new Placed(
        SCENARIO.modelOf(SCENARIO.workload("api")).pool(),
        SCENARIO.datacenters().get(datacenter).region(),
        Optional.of(GPU),
        Optional.of(profile("G", 8, 1)),
        instances,
        instances,
        "");
  }

  static Placement placement(RoutingRule routing, Share... shares) {
    return new Placement(
        "test", List.of(placed(0, 1), placed(1, 2)), List.of(), routing, List.of(shares));
  }

  private static Share share(int datacenter, double share) {
    return new Share("api", "Town", Optional.empty(), placed(datacenter, 1).id(), share);
  }

  static final Placement PLANNED = placement(RoutingRule.WEIGHTED, share(0, 0.75), share(1, 0.25));

  static Contracts contracts(String over, String rule) {
    String clause = "  c:\n    text: t\n    cite: t\n    over: %s\n    %s\n".formatted(over, rule);
    return ContractFixture.read("contract: t\nclauses:\n" + clause);
  }

  private static Opinion only(Placement placement, String over, String rule) {
    List<Opinion> all =
        Review.of(SCENARIO, contracts(over, rule), List.of(placement), List.of(NOW))
            .get(0)
            .opinions();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  static String onRed(String limit) {
    return "minimum-share: {of: requests, %s, where: target.provider == 'red'}".formatted(limit);
  }

  @Test
  void aShareOfRequestsIsThatOfThePlan() {
    Opinion kept = only(PLANNED, "route", onRed("at-least: 74.9 %"));
    assertThat(kept.basis()).isEqualTo(Basis.PLAN);
    assertThat(kept.standing()).isEqualTo(Standing.COMPLIANT);
    Opinion broken = only(PLANNED, "route", onRed("at-least: 75.1 %"));
    assertThat(broken.standing()).isEqualTo(Standing.BREACH);
    assertThat(broken.judgement().verdict().reason()).endsWith("it is 75 %");
  }

  @Test
  void whereNothingIsPlannedWeightedRoutingGoesByReplicas() {
    Placement byReplicas = placement(RoutingRule.WEIGHTED);
    assertThat(only(byReplicas, "route", onRed("at-least: 50 %")).judgement().verdict().reason())
        .endsWith("it is 33.33 %");
  }

  @Test
  void allGoesToTheFirstWhereARuleNamesOne() {
    assertThat(only(placement(RoutingRule.CHEAPEST), "route", onRed("at-least: 100 %")).standing())
        .isEqualTo(Standing.COMPLIANT);
  }

  @Test
  void whatGoesWhereTheLeastIsToDoOnlyARunCanTell() {
    Opinion opinion = only(placement(RoutingRule.LEAST_LOADED), "route", onRed("at-least: 100 %"));
    assertThat(opinion.needsRun()).isTrue();
    assertThat(opinion.standing()).isEqualTo(Standing.COMPLIANT);
  }

  @Test
  void aShareOfInstancesIsThatOfWhatIsPlaced() {
    Opinion opinion =
        only(
            PLANNED,
            "placement",
            "maximum-share: {of: instances, at-most: 60 %, where: placement.provider == 'blue'}");
    assertThat(opinion.standing()).isEqualTo(Standing.BREACH);
    assertThat(opinion.judgement().verdict().reason()).endsWith("it is 66.67 %");
  }

  /** Of two on blue a schedule leaves one until eight in the morning. */
  @Test
  void capacityIsWhatAScheduleLeavesOfIt() {
    Capacity byNight =
        new Capacity(
            new Capacity.Scheduled(
                new TreeMap<>(
                    Map.of(
                        LocalTime.of(8, 0), Level.ALL, LocalTime.of(20, 0), new Level.Share(0.5))),
                ZoneOffset.UTC),
            Boot.ASSUMED);
    Scenario scheduled =
        SCENARIO.with(
            SCENARIO.datacenters(),
            SCENARIO.workloads().stream()
                .map(w -> w.with(w.demand(), byNight))
                .map(Workload.class::cast)
                .toList());
    Contracts contracts =
        contracts("placement", "minimum-capacity: {of: instances, amount: 2, with: blue}");
    Opinion opinion =
        Review.of(scheduled, contracts.under(NOTHING_BESIDE), List.of(PLANNED), List.of(NOW))
            .get(0)
            .opinions()
            .get(0);
    assertThat(opinion.basis()).isEqualTo(Basis.PLAN);
    assertThat(opinion.judgement().verdict().reason())
        .isEqualTo("at least 2 of instances is due; it is 1");
  }

  static final Circumstances NOTHING_BESIDE = ContractFixture.besides(Map.of("c", BigDecimal.ZERO));

  @Test
  void whatIsSpentOnlyARunCanTell() {
    Opinion opinion =
        only(
            PLANNED,
            "charge",
            "maximum-share: {of: spend, at-most: 60 %, where: charge.provider == 'blue'}");
    assertThat(opinion.needsRun()).isTrue();
  }

  @Test
  void aPlanIsForTheTimeOfItsRun() {
    List<Opinion> earlier =
        Review.of(
                SCENARIO,
                contracts("route", onRed("at-least: 80 %")),
                List.of(PLANNED),
                List.of(NOW.minusSeconds(1)))
            .get(0)
            .opinions();
    assertThat(earlier).hasSize(1).allMatch(Opinion::needsRun);
  }

  /** Sessions have two turns of three calls: of eight round trips six go to the model. */
  @Test
  void callsOfAgentsCountBesideTheirTurns() {
    Scenario agents =
        scenario(
            List.of(datacenter("red/a", GPU, offer(machine("m", 64), "1", 9))),
            List.of(
                model("api", OptionalInt.of(8)),
                frontier("agents", "api", "owner", flat("Town", 0.01))),
            profile("G", 8, 1));
    Contracts contracts =
        contracts(
            "route", "minimum-share: {of: requests, at-least: 80 %, where: hop.to == 'model'}");
    Placement placement = new Cheapest().place(agents, Contracts.NONE);
    assertThat(Review.of(agents, contracts, List.of(placement), List.of(NOW)).get(0).opinions())
        .extracting(o -> o.judgement().verdict().reason())
        .singleElement()
        .asString()
        .endsWith("it is 75 %");
  }
}
