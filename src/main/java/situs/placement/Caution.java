package situs.placement;

import java.util.Map;
import java.util.TreeMap;
import situs.model.Component;

/**
 * How much more careful than usual a plan is, because an earlier one did not keep its promise.
 *
 * @param utilisation most that the peak may take of a model pool's sustainable rate, by component;
 *     the usual where there is none
 * @param margins how much better than it asks a clause that measures is to be kept, in what it
 *     measures in a period (a share: in shares), beside the room for chance
 */
public record Caution(Map<Component, Double> utilisation, Map<ClauseReading, Double> margins) {
  public static final Caution NONE = new Caution(Map.of(), Map.of());

  public Caution {
    utilisation = Map.copyOf(utilisation);
    margins = Map.copyOf(margins);
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
    return new Caution(all, margins);
  }

  /** The same with so much more of a total. */
  public Caution with(ClauseReading clause, double more) {
    Map<ClauseReading, Double> all = new TreeMap<>(margins);
    all.merge(clause, more, Double::sum);
    return new Caution(utilisation, all);
  }

  Sizing sizing() {
    return new Sizing(Sizing.USUAL.modelUtilisation(), Sizing.USUAL.runtimeSigmas(), utilisation);
  }
}
