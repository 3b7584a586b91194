package situs.placement;

import situs.serving.CallMix;

/** What answers model calls, and how soon it is expected to. */
sealed interface ModelServer extends Option permits ModelOption, ManagedOption {

  /** Mean seconds on the server when a share {@code utilisation} of its capacity is used. */
  double callS(CallMix calls, double utilisation);

  /** The same as a run is expected to show it. */
  double expectedCallS(CallMix calls, double utilisation);

  /** Mean seconds there until the first token, with nobody before it. */
  double firstTokenS(CallMix calls);

  /** Mean seconds that a call waits before so many instances, as a run is expected to show it. */
  double expectedWaitS(double utilisation, int instances);

  /**
   * The same if all instances that there are were rented, and who comes went where there is least
   * to do: no pool at that utilisation is quicker.
   */
  double leastWaitS(double utilisation);

  /** Accelerator or service, for the reader. */
  String server();
}
