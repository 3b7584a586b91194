package situs.simulation;

/**
 * How long a replica takes from being rented until it serves, seconds.
 *
 * @param modelS instance start, and weights read into the accelerators' memory
 * @param runtimeS instance start
 */
record BootTimes(double modelS, double runtimeS) {
  /** Assumed; all of it lies before the first demand, see {@link Timeline}. */
  static final BootTimes ASSUMED = new BootTimes(300, 60);
}
