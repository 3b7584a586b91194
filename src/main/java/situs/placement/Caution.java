package situs.placement;

import java.util.HashMap;
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
 */
public record Caution(
    Map<Component, Double> utilisation,
    Map<ClauseReading, Double> margins,
    Map<Latency, Double> spreads,
    Set<Component> steady) {
  public static final Caution NONE = new Caution(Map.of(), Map.of(), Map.of(), Set.of());

  /** What an objective is about. */
  public record Latency(String workload, Metric metric) {}

  public Caution {
    utilisation = Map.copyOf(utilisation);
    margins = Map.copyOf(margins);
    spreads = Map.copyOf(spreads);
    steady = Set.copyOf(steady);
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
    return new Caution(all, margins, spreads, steady);
  }

  /** The same with so much more of a total. */
  public Caution with(ClauseReading clause, double more) {
    Map<ClauseReading, Double> all = new TreeMap<>(margins);
    all.merge(clause, more, Double::sum);
    return new Caution(utilisation, all, spreads, steady);
  }

  /** The same with another spread of a latency. */
  public Caution with(Latency latency, double seconds) {
    Map<Latency, Double> all = new HashMap<>(spreads);
    all.put(latency, seconds);
    return new Caution(utilisation, margins, all, steady);
  }

  /** The same with a component on nothing that is taken back. */
  public Caution steady(Component component) {
    Set<Component> all = new TreeSet<>(steady);
    all.add(component);
    return new Caution(utilisation, margins, spreads, all);
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
