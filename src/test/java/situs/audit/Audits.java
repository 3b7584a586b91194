package situs.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import situs.ContractFixture;
import situs.ScenarioFixture;
import situs.contract.Contracts;
import situs.contract.Sighting.Timing;
import situs.model.Cause;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Episode;
import situs.model.Incident;
import situs.model.Money;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Region;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Stop;

/** A day of one model in two regions of two providers, and contracts over it. */
final class Audits {
  static final Region RED = ScenarioFixture.region("red/one");
  static final Region BLUE = ScenarioFixture.region("blue/one");
  static final Scenario SCENARIO =
      ScenarioFixture.scenario(
          List.of(ScenarioFixture.datacenter("blue/one", gpus(3)), box("red/one")),
          List.of(
              ScenarioFixture.model("api", OptionalInt.empty(), ScenarioFixture.flat("Town", 1))),
          ScenarioFixture.profile("G", 8, 1));

  /** The same day with what happens in it. */
  static Scenario with(Incident... incidents) {
    return ScenarioFixture.scenario(
        SCENARIO.home(),
        SCENARIO.datacenters(),
        SCENARIO.workloads(),
        List.of(incidents),
        SCENARIO.profiles(),
        SCENARIO.network());
  }

  private Audits() {}

  private static situs.model.Datacenter box(String region) {
    return ScenarioFixture.datacenter(region, gpus(2));
  }

  private static situs.model.Offer gpus(int instances) {
    return ScenarioFixture.offer(ScenarioFixture.gpus("g", "G", 8), "10", instances);
  }

  /** The model in a region, on so many instances. */
  static Placed placed(Region region, int instances) {
    return new Placed(
        new Component("api", ComponentKind.MODEL),
        region,
        Optional.of(gpus(3)),
        Optional.of(ScenarioFixture.profile("G", 8, 1)),
        instances,
        instances,
        "test");
  }

  static Placement placement(Placed... placed) {
    return new Placement("test", List.of(placed), List.of(), RoutingRule.NEAREST);
  }

  /** So many calls of 100 tokens to a region; which providers had room for them too. */
  static RouteUse use(Region region, double first, double last, long requests, String... roomAt) {
    List<Stop> chain =
        List.of(Stop.client(ScenarioFixture.metro("Town")), Stop.at("model", region));
    Route route = new Route("api", "Town", chain, 0, Cause.PRIMARY);
    return new RouteUse(
        route, List.of(new Episode(first, last, requests, 100 * requests)), 0, 0, List.of(roomAt));
  }

  static Charge charge(Region region, String usd) {
    return charge(region, usd, 0, SCENARIO.durationS());
  }

  /** The same of a stretch of the day. */
  static Charge charge(Region region, String usd, double fromS, double untilS) {
    return new Charge(
        "api", region, "Compute", "on-demand", Money.usd(usd), fromS, untilS, Timing.SEEN);
  }

  /** A contract of one clause of these lines. */
  static Contracts clause(String... lines) {
    return contract(
        "clauses:\n  c:\n    text: t\n    cite: t\n    " + String.join("\n    ", lines) + "\n");
  }

  static Contracts contract(String text) {
    return ContractFixture.read("contract: t\n" + text);
  }

  static Findings audit(Contracts contracts, RouteUse... uses) {
    return Auditor.audit(
        new Watch(SCENARIO, contracts),
        placement(placed(RED, 1), placed(BLUE, 1)),
        new Seen(List.of(uses), List.of(charge(BLUE, "1000"), charge(RED, "500")), Map.of()));
  }
}
