package situs.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import situs.contract.Contracts;
import situs.model.Datacenter;
import situs.model.FrontierWorkload;
import situs.model.ModelWorkload;
import situs.model.Network;
import situs.model.OriginDemand;
import situs.model.Provenance;
import situs.model.RegionId;
import situs.model.Scenario;
import situs.model.ServingProfile;
import situs.model.Workload;

/**
 * What the optima of a scenario rest on that is not certain. The least of many costs rests on every
 * price that could have been chosen, and not on those of the choice alone.
 *
 * @param prices of offers, managed models, traffic and storage, each with its status
 * @param times serving profiles and round trips, each with its status
 * @param unasked clauses in force that no optimum is held to, by why not
 */
public record Footing(
    Map<String, String> prices, Map<String, String> times, Map<String, List<String>> unasked) {

  public Footing {
    prices = Map.copyOf(prices);
    times = Map.copyOf(times);
    unasked = Collections.unmodifiableMap(new LinkedHashMap<>(unasked));
  }

  public static Footing of(Scenario scenario, Contracts contracts) {
    Map<String, String> prices = new TreeMap<>();
    Map<String, String> times = new TreeMap<>();
    for (Datacenter datacenter : scenario.datacenters()) {
      offered(datacenter, prices, times);
      ways(scenario, datacenter.region().id(), prices, times);
    }
    scenario.storage().ifPresent(s -> add(prices, "storage", s.provenance()));
    scenario.profiles().stream()
        .filter(profile -> isUsable(scenario, profile))
        .forEach(p -> add(times, p.model() + " on " + p.accelerator(), p.provenance()));
    return new Footing(prices, times, unasked(scenario, contracts));
  }

  private static Map<String, List<String>> unasked(Scenario scenario, Contracts contracts) {
    Instant from = scenario.starts();
    Instant until = from.plus(scenario.duration());
    Map<String, List<String>> unasked = new LinkedHashMap<>();
    unasked.put("only a run can tell", contracts.onlyToldByARun(from, until));
    unasked.put(
        "what is bought beside the scenario, or the end of the term, is not stated",
        contracts.commitmentsNotTold(from, until));
    unasked.put("no optimum weighs what stands beside what", contracts.apart(from, until));
    unasked.values().removeIf(List::isEmpty);
    return unasked;
  }

  private static void offered(
      Datacenter datacenter, Map<String, String> prices, Map<String, String> times) {
    String region = datacenter.region().id().toString();
    datacenter
        .offers()
        .forEach(o -> add(prices, region + " " + o.type().name(), o.price().provenance()));
    datacenter
        .managed()
        .forEach(
            m -> {
              add(prices, region + " " + m.service(), m.prices().provenance());
              add(times, region + " " + m.service(), m.speed().provenance());
            });
  }

  /** What leaves a region, and how long it takes. */
  private static void ways(
      Scenario scenario, RegionId region, Map<String, String> prices, Map<String, String> times) {
    Network network = scenario.network();
    network
        .internetTariff(region)
        .ifPresent(t -> add(prices, "data from " + region + " to clients", t.provenance()));
    for (Workload workload : scenario.workloads()) {
      for (OriginDemand origin : workload.demand()) {
        add(
            times,
            origin.metro().name() + " to " + region,
            network.rtt(origin.metro(), region).provenance());
      }
    }
    if (scenario.workloads().stream().anyMatch(FrontierWorkload.class::isInstance)) {
      between(scenario, region, prices, times);
    }
  }

  private static void between(
      Scenario scenario, RegionId region, Map<String, String> prices, Map<String, String> times) {
    for (Datacenter other : scenario.datacenters()) {
      RegionId target = other.region().id();
      String way = region + " to " + target;
      if (!target.equals(region)) {
        scenario
            .network()
            .tariffBetween(region, target)
            .ifPresent(t -> add(prices, "data from " + way, t.provenance()));
      }
      add(times, way, scenario.network().rtt(region, target).provenance());
    }
  }

  private static boolean isUsable(Scenario scenario, ServingProfile profile) {
    return scenario.workloads().stream()
            .anyMatch(w -> w instanceof ModelWorkload m && m.model().name().equals(profile.model()))
        && scenario.datacenters().stream()
            .flatMap(d -> d.offers().stream())
            .flatMap(o -> o.type().accelerator().stream())
            .anyMatch(a -> a.name().equals(profile.accelerator()));
  }

  private static void add(Map<String, String> figures, String what, Provenance provenance) {
    if (!provenance.status().certain()) {
      figures.put(what, provenance.status().word());
    }
  }

  /** Behind a sum of money. */
  String markOfCost() {
    return prices.isEmpty() ? "" : Marks.MARK;
  }

  /** Behind a time. */
  String markOfTime() {
    return times.isEmpty() ? "" : Marks.MARK;
  }

  /** {@code assumed; recalled-unverified}; empty where all is certain. */
  static String statuses(Map<String, String> figures) {
    return String.join("; ", new TreeSet<>(figures.values()));
  }

  /** What no optimum was asked for, one line a reason. */
  public List<String> unaskedNotes() {
    return unasked.entrySet().stream()
        .map(e -> "Not asked, for " + e.getKey() + ": " + String.join(", ", e.getValue()) + ".")
        .toList();
  }

  /** What the marks stand for, one line a kind of figure. */
  List<String> doubts() {
    List<String> notes = new ArrayList<>();
    note(notes, "prices", prices);
    note(notes, "times", times);
    return notes;
  }

  /** The same of money alone. */
  public List<String> doubtsOfCost() {
    List<String> notes = new ArrayList<>();
    note(notes, "prices", prices);
    return notes;
  }

  private static void note(List<String> notes, String what, Map<String, String> figures) {
    if (!figures.isEmpty()) {
      List<String> all =
          new TreeMap<>(figures)
              .entrySet().stream().map(f -> f.getKey() + " (" + f.getValue() + ")").toList();
      String few = String.join(", ", all.subList(0, Math.min(3, all.size())));
      String more = all.size() > 3 ? " and " + (all.size() - 3) + " more" : "";
      notes.add(
          Marks.MARK
              + " rests on "
              + what
              + " that are not certain ("
              + statuses(figures)
              + "): "
              + few
              + more);
    }
  }
}
