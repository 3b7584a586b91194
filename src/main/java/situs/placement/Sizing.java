package situs.placement;

/**
 * How much room a plan leaves.
 *
 * @param modelUtilisation share of a model replica's sustainable rate that the peak may take
 * @param runtimeSigmas standard deviations of the number of live sessions kept free above its mean
 */
record Sizing(double modelUtilisation, double runtimeSigmas) {

  /** What strategies plan with unless they say otherwise. Assumed. */
  static final Sizing USUAL = new Sizing(0.6, 3);

  /** More replicas than needed, for short queues and small batches. Assumed. */
  static final Sizing ROOMY = new Sizing(0.4, 3);

  Sizing {
    if (!(modelUtilisation > 0 && modelUtilisation <= 1 && runtimeSigmas >= 0)) {
      throw new IllegalArgumentException("need utilisation in (0, 1] and sigmas >= 0");
    }
  }
}
