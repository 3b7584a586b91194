package situs.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Stop;
import situs.model.Workload;

/**
 * What is known of a subject, by the names of {@link Fact}. What is missing is unknown.
 *
 * @param values texts, or lists of texts; lengths of time in seconds and answers where clauses of
 *     their own ask for them
 */
public record Facts(SubjectKind kind, Map<String, Object> values) {

  public Facts {
    values = Map.copyOf(values);
  }

  /** A copy with facts of another source added. */
  Facts with(Map<String, ?> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.putAll(more);
    return new Facts(kind, all);
  }

  /** What is known by that name. */
  Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A length of time, seconds. */
  Optional<Double> seconds(String name) {
    return value(name).filter(Double.class::isInstance).map(Double.class::cast);
  }

  /** Which of these facts are missing. */
  List<String> without(String... names) {
    return Arrays.stream(names).filter(name -> !values.containsKey(name)).toList();
  }

  /** The fact that says whose ground the subject is on. */
  String providerFact() {
    return providerFact(kind);
  }

  static String providerFact(SubjectKind kind) {
    return kind == SubjectKind.ROUTE ? "target.provider" : kind.word() + ".provider";
  }

  /** The same, with the providers that had room for it. */
  public Facts withRoom(List<String> providers) {
    return with(Map.of(FirstRefusal.ROOM, List.copyOf(providers)));
  }

  /** The providers that had room for it; none where that is not known. */
  public List<String> room() {
    return values.get(FirstRefusal.ROOM) instanceof List<?> room
        ? room.stream().map(String::valueOf).toList()
        : List.of();
  }

  /**
   * A line of the bill.
   *
   * @param workload whose it is; empty text for what was signed for and nothing was placed on
   * @param category as in FOCUS: {@code Compute}
   * @param purchase {@code on-demand}, {@code spot}; empty for traffic
   */
  public static Facts ofCharge(
      Scenario scenario, String workload, Region region, String category, String purchase) {
    Map<String, Object> values =
        workload.isEmpty() ? owner(scenario) : workload(scenario, scenario.workload(workload));
    values.put("charge.provider", region.id().provider());
    values.put("charge.region", region.id().toString());
    values.put("charge.country", region.country());
    values.put("charge.category", category);
    values.put("charge.purchase", purchase);
    return new Facts(SubjectKind.CHARGE, values);
  }

  /** A component where it was placed. */
  public static Facts of(Scenario scenario, Placed placed) {
    return ofOption(scenario, placed.component(), placed.region(), placed.offer());
  }

  /** A component where it might be placed. */
  public static Facts ofOption(
      Scenario scenario, Component component, Region region, Optional<Offer> offer) {
    Map<String, Object> values = workload(scenario, scenario.workload(component.workload()));
    values.put("component", component.kind().word());
    values.put("placement.provider", region.id().provider());
    values.put("placement.region", region.id().toString());
    values.put("placement.country", region.country());
    values.put("placement.geography", region.geography());
    offer.ifPresent(o -> values.put("placement.instance_type", o.type().name()));
    values.put("placement.purchase", offer.map(o -> o.purchase().word()).orElse(""));
    return new Facts(SubjectKind.PLACEMENT, values);
  }

  /** One hop of a route. */
  public static Facts of(Scenario scenario, Route route) {
    Workload workload = scenario.workload(route.workload());
    Map<String, Object> values = workload(scenario, workload);
    values.put("hop.from", route.source().role());
    values.put("hop.to", route.target().role());
    stop(values, "source", route.source());
    stop(values, "target", route.target());
    List<String> providers = new ArrayList<>();
    List<String> regions = new ArrayList<>();
    for (Stop stop : route.chain()) {
      providers.add(stop.provider());
      regions.add(stop.role().equals("client") ? "client" : stop.place());
    }
    values.put("chain", List.copyOf(providers));
    values.put("chain_regions", List.copyOf(regions));
    if (!route.target().role().equals(ComponentKind.MODEL.word())) {
      values.put("call.state", "none");
    } else {
      workload.callState().ifPresent(state -> values.put("call.state", state));
    }
    values.put("cause", route.cause().word());
    values.put("origin", route.origin());
    values.put("customer.country", route.chain().get(0).country());
    values.put("customer.geography", route.chain().get(0).geography());
    return new Facts(SubjectKind.ROUTE, values);
  }

  private static Map<String, Object> workload(Scenario scenario, Workload workload) {
    Map<String, Object> values = owner(scenario);
    values.put("workload.name", workload.name());
    values.put("workload.kind", workload.kind());
    values.put("workload.model", scenario.modelOf(workload).model().name());
    values.put("channel.seller", workload.channel().seller());
    workload.channel().party().ifPresent(party -> values.put("channel.party", party.word()));
    values.put("customer.segment", workload.channel().segment());
    return values;
  }

  private static Map<String, Object> owner(Scenario scenario) {
    Map<String, Object> values = new LinkedHashMap<>();
    scenario.owner().ifPresent(owner -> values.put("owner", owner));
    return values;
  }

  private static void stop(Map<String, Object> values, String name, Stop stop) {
    values.put(name + ".provider", stop.provider());
    values.put(name + ".region", stop.place());
    values.put(name + ".country", stop.country());
    values.put(name + ".geography", stop.geography());
  }
}
