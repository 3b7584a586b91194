package situs.simulation;

/**
 * How long the replicas take that are there when a run begins, seconds. No figure depends on it:
 * what starts later takes as long as its {@link situs.model.Boot} says.
 *
 * @param modelS instance start, and weights read into the accelerators' memory
 * @param runtimeS instance start
 */
record BootTimes(double modelS, double runtimeS) {
  /** Assumed; all of it lies before the first demand, see {@link Timeline}. */
  static final BootTimes ASSUMED = new BootTimes(300, 60);
}
