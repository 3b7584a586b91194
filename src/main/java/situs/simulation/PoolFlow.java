package situs.simulation;

/**
 * Who came to a pool and who left it in the measured window; for a model pool requests, for a
 * runtime pool sessions. What was there and came is what left and is still there.
 *
 * @param placement {@link situs.model.Placed#id()}
 * @param before there at the start of the window
 * @param arrivals that came
 * @param completions that ended
 * @param failed that left without an end: their server failed
 * @param after there at the end of the window
 */
public record PoolFlow(
    String placement, long before, long arrivals, long completions, long failed, long after) {

  /** Whether nobody appeared from nowhere or vanished. */
  public boolean balances() {
    return before + arrivals == completions + failed + after;
  }
}
