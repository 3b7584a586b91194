package situs.placement;

import java.util.Map;
import situs.model.Component;

/**
 * How much room a plan leaves.
 *
 * @param modelUtilisation share of a model replica's sustainable rate that the peak may take
 * @param runtimeSigmas standard deviations of the number of live sessions kept free above its mean
 * @param caps lower shares for some components
 */
record Sizing(double modelUtilisation, double runtimeSigmas, Map<Component, Double> caps) {

  /** What strategies plan with unless they say otherwise. Assumed. */
  static final Sizing USUAL = new Sizing(0.6, 3);

  /** More replicas than needed, for short queues and small batches. Assumed. */
  static final Sizing ROOMY = new Sizing(0.4, 3);

  Sizing {
    caps = Map.copyOf(caps);
    if (!(modelUtilisation > 0 && modelUtilisation <= 1 && runtimeSigmas >= 0)) {
      throw new IllegalArgumentException("need utilisation in (0, 1] and sigmas >= 0");
    }
  }

  /** The same for all components. */
  Sizing(double modelUtilisation, double runtimeSigmas) {
    this(modelUtilisation, runtimeSigmas, Map.of());
  }

  /** Share of the sustainable rate that the peak may take of a component's pools. */
  double utilisation(Component component) {
    return caps.getOrDefault(component, modelUtilisation);
  }
}
