package situs.simulation;

import situs.model.Placed;

/** A pool that answers model calls. */
abstract sealed class CallPool extends Pool permits ModelPool, ManagedPool {

  CallPool(Placed placed) {
    super(placed);
  }

  /** Whether a request of that size can ever be served here. */
  abstract boolean canHold(int prompt, int output);

  /** Whether it tells by itself what of a session's context is cached. */
  abstract boolean cachesPrefixes();

  /** A request is there. */
  abstract void arrive(int slot, double now);

  /** A request has ended. */
  abstract void ended(int slot, double now);
}
