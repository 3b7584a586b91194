package situs.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import situs.model.Component;
import situs.model.Metric;

/**
 * How much more careful than usual a plan is, because an earlier one did not keep its promise.
 *
 * @param utilisation most that the peak may take of a model pool's sustainable rate, by component;
 *     the usual where there is none
 * @param margins how much better than it asks a clause that measures is to be kept, in what it
 *     measures in a period (a share: in shares), beside the room for chance
 * @param spreads seconds that the quantile of an objective is taken to lie above the estimated mean
 * @param steady components that are to stand on nothing that its provider takes back
 * @param refuted plans that are not to come out again
 * @param pools how full they are taken to be
 * @param ease what may be paid, as a part of the least cost, so that calls wait less at the same
 *     instances
 */
public record Caution(
    Map<Component, Double> utilisation,
    Map<ClauseReading, Double> margins,
    Map<Latency, Double> spreads,
    Set<Component> steady,
    List<Refuted> refuted,
    Pools pools,
    double ease) {
  public static final Caution NONE =
      new Caution(Map.of(), Map.of(), Map.of(), Set.of(), List.of(), Pools.FULL, 0);

  /**
   * No more than the usual care, but that calls are divided so that they wait least where that
   * costs next to nothing. One of a hundred, assumed.
   */
  public static final Caution EASED =
      new Caution(Map.of(), Map.of(), Map.of(), Set.of(), List.of(), Pools.FULL, 0.01);

  /** The same, and pools may be emptier than they could be. */
  public static final Caution EMPTIER = EASED.emptier();

  /** How full pools are taken to be. */
  public enum Pools {
    /** As full as they may be: no more is rented than carries all demand. */
    FULL,
    /** As empty as it takes: a way is too long only where it is with nobody else in the pool. */
    EMPTIER
  }

  /** What an objective is about. */
  public record Latency(String workload, Metric metric) {}

  public Caution {
    utilisation = Map.copyOf(utilisation);
    margins = Map.copyOf(margins);
    spreads = Map.copyOf(spreads);
    steady = Set.copyOf(steady);
    refuted = List.copyOf(refuted);
  }

  /** Most that the peak may take of the component's pools. */
  public double utilisation(Component component) {
    return sizing().utilisation(component);
  }

  double margin(ClauseReading clause) {
    return margins.getOrDefault(clause, 0.0);
  }

  /** The same with a lower utilisation of a component. */
  public Caution with(Component component, double lower) {
    Map<Component, Double> all = new TreeMap<>(utilisation);
    all.put(component, lower);
    return new Caution(all, margins, spreads, steady, refuted, pools, EASED.ease);
  }

  /** The same with so much more of a total. */
  public Caution with(ClauseReading clause, double more) {
    Map<ClauseReading, Double> all = new TreeMap<>(margins);
    all.merge(clause, more, Double::sum);
    return new Caution(utilisation, all, spreads, steady, refuted, pools, EASED.ease);
  }

  /** The same with another spread of a latency. */
  public Caution with(Latency latency, double seconds) {
    Map<Latency, Double> all = new HashMap<>(spreads);
    all.put(latency, seconds);
    return new Caution(utilisation, margins, all, steady, refuted, pools, EASED.ease);
  }

  /** The same with a component on nothing that is taken back. */
  public Caution steady(Component component) {
    Set<Component> all = new TreeSet<>(steady);
    all.add(component);
    return new Caution(utilisation, margins, spreads, all, refuted, pools, EASED.ease);
  }

  /** The same with pools that may be emptier than they could be. */
  public Caution emptier() {
    return new Caution(utilisation, margins, spreads, steady, refuted, Pools.EMPTIER, ease);
  }

  /** The same without these plans. */
  public Caution without(List<Refuted> plans) {
    List<Refuted> all = new ArrayList<>(refuted);
    all.addAll(plans);
    return new Caution(utilisation, margins, spreads, steady, all, pools, EASED.ease);
  }

  /** Of two the most that any asks of totals, beside the rest of this one. */
  public Caution withTotalsOf(Caution other) {
    Map<ClauseReading, Double> all = new TreeMap<>(margins);
    other.margins.forEach((clause, more) -> all.merge(clause, more, Math::max));
    return new Caution(utilisation, all, spreads, steady, refuted, pools, ease);
  }

  /** Half way from less care to this: of loads in proportion, of seconds by their sum. */
  public Caution towards(Caution less) {
    Map<Component, Double> loads = new TreeMap<>();
    utilisation.forEach((c, load) -> loads.put(c, Math.sqrt(load * less.utilisation(c))));
    Map<Latency, Double> seconds = new HashMap<>();
    spreads.forEach((l, s) -> seconds.put(l, (s + less.spread(l)) / 2));
    return new Caution(loads, margins, seconds, steady, refuted, pools, EASED.ease);
  }

  /** Whether an option is steady enough. */
  boolean permits(Option option) {
    return !steady.contains(option.component())
        || option.rented().map(o -> o.interruptionsPerS() == 0).orElse(true);
  }

  /** Seconds that its quantile is taken to lie above the estimated mean. */
  public double spread(Latency latency) {
    return spreads.getOrDefault(latency, 0.0);
  }

  Sizing sizing() {
    return new Sizing(Sizing.USUAL.modelUtilisation(), Sizing.USUAL.runtimeSigmas(), utilisation);
  }
}
