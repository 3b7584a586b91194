package situs.simulation;

import java.util.List;
import situs.model.Incident.Surge;

/** A pace multiplied by surges while they last. */
record SurgingPace(Pace ground, List<Surge> surges, double measuredFromS) implements Pace {

  @Override
  public double until(double t) {
    double end = ground.until(t);
    for (Surge surge : surges) {
      double from = measuredFromS + surge.atS();
      double until = from + surge.forS();
      if (from > t) {
        end = Math.min(end, from);
      } else if (until > t) {
        end = Math.min(end, until);
      }
    }
    return end;
  }

  @Override
  public double rate(double from, double until) {
    double rate = ground.rate(from, until);
    for (Surge surge : surges) {
      double begins = measuredFromS + surge.atS();
      if (from >= begins && from < begins + surge.forS()) {
        rate *= surge.factor();
      }
    }
    return rate;
  }
}
