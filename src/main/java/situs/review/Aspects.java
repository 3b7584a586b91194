package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import situs.contract.Contracts;
import situs.model.ComponentKind;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Workload;

/**
 * What of a subject could be otherwise: regions, sellers and segments of its scenario, and later
 * dates at which the law changes.
 */
final class Aspects {
  private static final List<String> STATES = List.of("stateful", "stateless");

  private final Scenario scenario;
  private final Contracts contracts;
  private final Map<String, Region> regions = new TreeMap<>();

  Aspects(Scenario scenario, Contracts contracts) {
    this.scenario = scenario;
    this.contracts = contracts;
    scenario.datacenters().forEach(d -> regions.put(d.region().id().toString(), d.region()));
  }

  List<Aspect> of(Reviewed subject, Instant at) {
    Map<String, Object> facts = subject.facts().values();
    String sold = "what is sold of " + facts.get("workload.name");
    List<Aspect> all = new ArrayList<>();
    subject
        .route()
        .ifPresentOrElse(route -> all.addAll(stations(route)), () -> all.add(place(facts)));
    all.add(
        new Aspect(
            "seller",
            "seller, " + sold,
            others(facts.get("channel.seller"), workload -> workload.channel().seller()),
            (situation, seller) -> situation.with(sold(seller))));
    all.add(
        new Aspect(
            "segment",
            "segment, " + sold,
            others(facts.get("customer.segment"), workload -> workload.channel().segment()),
            (situation, segment) -> situation.with(Map.of("customer.segment", segment))));
    if (!"none".equals(facts.getOrDefault("call.state", "")) && subject.route().isPresent()) {
      all.add(
          new Aspect(
              "state of the call",
              "state of the call, " + sold,
              STATES.stream().filter(s -> !s.equals(facts.get("call.state"))).toList(),
              (situation, state) -> situation.with(Map.of("call.state", state))));
    }
    all.add(
        new Aspect(
            "law of a later date",
            "law",
            Regimes.all(scenario, contracts).stream()
                .filter(i -> i.isAfter(at))
                .map(i -> i.toString().replace("T00:00:00Z", ""))
                .toList(),
            (situation, date) ->
                situation.at(Instant.parse(date.contains("T") ? date : date + "T00:00:00Z"))));
    return all;
  }

  private Aspect place(Map<String, Object> facts) {
    return new Aspect(
        "region",
        standing(facts.get("workload.name"), facts.get("component"), facts.get("placement.region")),
        regions.keySet().stream().filter(r -> !r.equals(facts.get("placement.region"))).toList(),
        (situation, region) -> situation.with(placed(regions.get(region))));
  }

  private static Map<String, Object> placed(Region region) {
    return Map.of(
        "placement.provider", region.id().provider(),
        "placement.region", region.id().toString(),
        "placement.country", region.country(),
        "placement.geography", region.geography());
  }

  /** Each station but the client's. */
  private List<Aspect> stations(Route route) {
    List<Aspect> all = new ArrayList<>();
    for (int i = 1; i < route.chain().size(); i++) {
      int station = i;
      String here = route.chain().get(i).place();
      String role = route.chain().get(i).role();
      all.add(
          new Aspect(
              "region of the " + role,
              standing(pool(route, role), role, here),
              regions.keySet().stream().filter(r -> !r.equals(here)).toList(),
              (situation, region) -> situation.with(station, regions.get(region))));
    }
    return all;
  }

  /** The workload whose pool a station is. */
  private String pool(Route route, String role) {
    Workload workload = scenario.workload(route.workload());
    return role.equals(ComponentKind.MODEL.word())
        ? scenario.modelOf(workload).name()
        : workload.name();
  }

  private static String standing(Object pool, Object component, Object region) {
    return pool + "." + component + " at " + region;
  }

  private Map<String, Object> sold(String seller) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("channel.seller", seller);
    scenario
        .owner()
        .ifPresent(owner -> facts.put("channel.party", seller.equals(owner) ? "first" : "third"));
    return facts;
  }

  /** What other workloads have there. */
  private List<String> others(Object own, Function<Workload, String> of) {
    return scenario.workloads().stream()
        .map(of)
        .filter(value -> !value.equals(own))
        .distinct()
        .sorted()
        .toList();
  }
}
