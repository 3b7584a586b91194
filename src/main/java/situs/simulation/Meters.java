package situs.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is paid by use, read at every boundary. */
final class Meters {
  private final Map<String, MeteredUse> read = new HashMap<>();
  private final List<MeteredUse> stretches = new ArrayList<>();
  private double sinceS;

  /** Forgets everything read so far. */
  void restart() {
    read.clear();
    stretches.clear();
    sinceS = 0;
  }

  /**
   * Reads what was used since the last time.
   *
   * @param measuredS now, seconds of the measured window
   * @param uses what each component used since the start of the window
   */
  void read(double measuredS, List<PoolUse> uses) {
    for (PoolUse use : uses) {
      TokenUse before = TokenUse.NONE;
      double heldBefore = 0;
      MeteredUse last = read.get(use.placement());
      if (last != null) {
        before = last.tokens();
        heldBefore = last.stateGibHours();
      }
      stretches.add(
          new MeteredUse(
              use.placement(),
              sinceS,
              measuredS,
              use.tokens().minus(before),
              use.stateGibHours() - heldBefore));
      read.put(
          use.placement(),
          new MeteredUse(use.placement(), 0, measuredS, use.tokens(), use.stateGibHours()));
    }
    sinceS = measuredS;
  }

  /** All that was read, in order of time. */
  List<MeteredUse> stretches() {
    return List.copyOf(stretches);
  }
}
