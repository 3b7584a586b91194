package situs.placement;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import situs.model.Arrivals.Curve;
import situs.model.OriginDemand;

/**
 * Mean rates of demand in stretches of a run: of a curve in local time, of a trace its mean. Surges
 * and bursts are not planned for.
 */
final class Rates {
  /** As the simulation follows a curve. */
  private static final double STEP_S = 60;

  private final Instant starts;
  private final double runS;
  private final Map<Key, Double> known = new HashMap<>();

  private record Key(OriginDemand demand, double fromS, double untilS) {}

  Rates(Instant starts, double runS) {
    this.starts = starts;
    this.runS = runS;
  }

  /** Over the mean rate of the run. */
  double factor(OriginDemand demand, double fromS, double untilS) {
    return demand.arrivals() instanceof Curve curve
        ? known.computeIfAbsent(
            new Key(demand, fromS, untilS),
            k -> mean(demand, curve, fromS, untilS) / curve.meanPerSecond(runS))
        : 1;
  }

  private double mean(OriginDemand demand, Curve curve, double fromS, double untilS) {
    int steps = (int) Math.max(1, Math.ceil((untilS - fromS) / STEP_S));
    double stepS = (untilS - fromS) / steps;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += perSecond(demand, curve, fromS + (i + 0.5) * stepS);
    }
    return sum / steps;
  }

  private double perSecond(OriginDemand demand, Curve curve, double atS) {
    ZonedDateTime local = starts.plusNanos(Math.round(atS * 1e9)).atZone(demand.metro().zone());
    return curve.perSecond()
        * curve.day().factor(local.toLocalTime().toNanoOfDay() / 1e9)
        * curve.week().factor(local.getDayOfWeek().getValue() - 1)
        * curve.growth().at(atS);
  }
}
