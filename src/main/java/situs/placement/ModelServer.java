package situs.placement;

import situs.serving.CallMix;

/** What answers model calls, and how soon it is expected to. */
sealed interface ModelServer extends Option permits ModelOption, ManagedOption {

  /** Mean seconds on the server when a share {@code utilisation} of its capacity is used. */
  double callS(CallMix calls, double utilisation);

  /** Accelerator or service, for the reader. */
  String server();
}
