package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import situs.contract.Contracts;
import situs.contract.SubjectKind;
import situs.model.Cause;
import situs.model.ComponentKind;
import situs.model.Metro;
import situs.model.Offer;
import situs.model.OriginDemand;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Workload;

/**
 * What of a subject could be otherwise: regions, offers, sellers, segments and origins of its
 * scenario, terms that its contracts leave open, and later dates at which the law changes.
 */
final class Aspects {
  private static final List<String> STATES = List.of("stateful", "stateless");

  private final Scenario scenario;
  private final Contracts contracts;
  private final Map<String, Region> regions = new TreeMap<>();
  private final Map<String, Metro> metros = new TreeMap<>();

  Aspects(Scenario scenario, Contracts contracts) {
    this.scenario = scenario;
    this.contracts = contracts;
    scenario.datacenters().forEach(d -> regions.put(d.region().id().toString(), d.region()));
    scenario.workloads().stream()
        .flatMap(workload -> workload.demand().stream())
        .map(OriginDemand::metro)
        .forEach(metro -> metros.put(metro.name(), metro));
  }

  List<Aspect> of(Reviewed subject, Instant at) {
    Map<String, Object> facts = subject.facts().values();
    String sold = "what is sold of " + facts.get("workload.name");
    List<Aspect> all = new ArrayList<>(places(subject));
    if (facts.containsKey("channel.seller")) {
      all.add(seller(facts, sold));
      all.add(segment(facts, sold));
    }
    subject.route().ifPresent(route -> all.addAll(traffic(route, facts, sold)));
    contracts.openTerms().forEach(term -> all.add(term(term)));
    all.add(date(at));
    return all;
  }

  private List<Aspect> places(Reviewed subject) {
    Map<String, Object> facts = subject.facts().values();
    return switch (subject.facts().kind()) {
      case PLACEMENT -> placed(facts);
      case ROUTE -> subject.route().map(this::stations).orElse(List.of());
      case CHARGE -> List.of(chargedIn(facts), bought(facts, "charge.purchase"));
      case TOTAL -> List.of();
    };
  }

  private Aspect seller(Map<String, Object> facts, String sold) {
    return new Aspect(
        "seller",
        "seller, " + sold,
        others(facts.get("channel.seller"), ofWorkloads(w -> w.channel().seller())),
        (situation, seller) -> situation.with(sold(seller)));
  }

  private Aspect segment(Map<String, Object> facts, String sold) {
    return new Aspect(
        "segment",
        "segment, " + sold,
        others(facts.get("customer.segment"), ofWorkloads(w -> w.channel().segment())),
        (situation, segment) -> situation.with(Map.of("customer.segment", segment)));
  }

  /** What is so of a route alone: where its customer is, why it is taken, what it calls. */
  private List<Aspect> traffic(Route route, Map<String, Object> facts, String sold) {
    List<Aspect> all = new ArrayList<>();
    all.add(
        new Aspect(
            "origin",
            "origin " + route.origin() + ", " + sold,
            others(route.origin(), metros.keySet().stream()),
            (situation, metro) -> situation.from(metros.get(metro))));
    all.add(
        new Aspect(
            "cause",
            "cause, " + route.name(),
            others(route.cause().word(), Arrays.stream(Cause.values()).map(Cause::word)),
            (situation, cause) -> situation.because(cause(cause))));
    if (!"none".equals(facts.getOrDefault("call.state", ""))) {
      all.add(
          new Aspect(
              "state of the call",
              "state of the call, " + sold,
              others(facts.get("call.state"), STATES.stream()),
              (situation, state) -> situation.with(Map.of("call.state", state))));
    }
    return all;
  }

  private static Cause cause(String word) {
    return Arrays.stream(Cause.values())
        .filter(c -> c.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  /** How a term that the text leaves open might be settled. */
  private static Aspect term(String name) {
    String fact = "term." + name;
    return new Aspect(
        fact,
        fact,
        List.of("yes", "no"),
        (situation, settled) -> situation.with(Map.of(fact, settled.equals("yes"))));
  }

  private Aspect date(Instant at) {
    return new Aspect(
        "law of a later date",
        "law",
        Regimes.all(scenario, contracts).stream()
            .filter(i -> i.isAfter(at))
            .map(i -> i.toString().replace("T00:00:00Z", ""))
            .toList(),
        (situation, date) ->
            situation.at(Instant.parse(date.contains("T") ? date : date + "T00:00:00Z")));
  }

  private List<Aspect> placed(Map<String, Object> facts) {
    List<Aspect> all = new ArrayList<>();
    all.add(
        new Aspect(
            "region",
            standing(
                facts.get("workload.name"), facts.get("component"), facts.get("placement.region")),
            others(facts.get("placement.region"), regions.keySet().stream()),
            (situation, region) ->
                situation.moved(place(SubjectKind.PLACEMENT, regions.get(region)))));
    if (facts.containsKey("placement.instance_type")) {
      all.add(rented(facts));
      all.add(bought(facts, "placement.purchase"));
    }
    return all;
  }

  /** Types that carry accelerators where this one does, and none where it has none. */
  private Aspect rented(Map<String, Object> facts) {
    Object own = facts.get("placement.instance_type");
    boolean accelerated =
        offers().anyMatch(o -> o.type().name().equals(own) && o.type().accelerators() > 0);
    return new Aspect(
        "instance type",
        "instance type of " + facts.get("workload.name") + "." + facts.get("component"),
        others(
            own,
            offers()
                .filter(offer -> offer.type().accelerators() > 0 == accelerated)
                .map(offer -> offer.type().name())),
        (situation, type) -> situation.with(Map.of("placement.instance_type", type)));
  }

  private Aspect bought(Map<String, Object> facts, String fact) {
    Object own = facts.getOrDefault(fact, "");
    return new Aspect(
        "purchase",
        "purchase of " + facts.get("workload.name") + "." + facts.get("component"),
        own.equals("") ? List.of() : others(own, offers().map(offer -> offer.purchase().word())),
        (situation, purchase) -> situation.with(Map.of(fact, purchase)));
  }

  private Stream<Offer> offers() {
    return scenario.datacenters().stream().flatMap(place -> place.offers().stream());
  }

  private Aspect chargedIn(Map<String, Object> facts) {
    return new Aspect(
        "region",
        "charges of " + facts.get("workload.name") + " in " + facts.get("charge.region"),
        others(facts.get("charge.region"), regions.keySet().stream()),
        (situation, region) -> situation.with(place(SubjectKind.CHARGE, regions.get(region))));
  }

  private static Map<String, Object> place(SubjectKind kind, Region region) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put(kind.word() + ".provider", region.id().provider());
    place.put(kind.word() + ".region", region.id().toString());
    place.put(kind.word() + ".country", region.country());
    if (kind == SubjectKind.PLACEMENT) {
      place.put(kind.word() + ".geography", region.geography());
    }
    return place;
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
              others(here, regions.keySet().stream()),
              (situation, region) -> situation.moved(station, regions.get(region))));
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

  private Stream<String> ofWorkloads(Function<Workload, String> of) {
    return scenario.workloads().stream().map(of);
  }

  /** What it could be instead. */
  private static List<String> others(Object own, Stream<String> all) {
    return all.filter(value -> !value.equals(own)).distinct().sorted().toList();
  }
}
