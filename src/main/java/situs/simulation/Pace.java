package situs.simulation;

import java.util.List;
import situs.model.Incident.Surge;

/** A rate over the time of a run, constant over stretches. */
interface Pace {

  /** End of the stretch that begins at {@code t}, after it; may be infinite. */
  double until(double t);

  /** The rate on a stretch, per second. */
  double rate(double from, double until);

  /** One rate for ever. */
  static Pace constant(double rate) {
    return new Pace() {
      @Override
      public double until(double t) {
        return Double.POSITIVE_INFINITY;
      }

      @Override
      public double rate(double from, double until) {
        return rate;
      }
    };
  }

  /**
   * This pace multiplied by surges.
   *
   * @param measuredFromS from which surges count their time
   */
  default Pace with(List<Surge> surges, double measuredFromS) {
    return surges.isEmpty() ? this : new SurgingPace(this, List.copyOf(surges), measuredFromS);
  }
}
