package situs.scenario;

import situs.model.Arrivals;
import situs.model.Datacenter;
import situs.model.Offer;
import situs.model.OriginDemand;
import situs.model.Scenario;
import situs.model.Workload;

/** The same scenario, larger or smaller: {@code run --scale 100}. */
public final class ScenarioScale {
  private ScenarioScale() {}

  /**
   * Demand and capacity multiplied: mean rates, the speed-up of replayed traces, the instances on
   * offer, rounded to whole ones and at least one, and rate limits. What a request or session is
   * stays as it is.
   */
  public static Scenario scaled(Scenario scenario, double factor) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("a scale must be greater than 0, is " + factor);
    }
    return scenario.with(
        scenario.datacenters().stream().map(d -> scaled(d, factor)).toList(),
        scenario.workloads().stream().map(w -> scaled(w, factor)).toList());
  }

  private static Datacenter scaled(Datacenter datacenter, double factor) {
    return new Datacenter(
        datacenter.region(),
        datacenter.offers().stream().map(o -> scaled(o, factor)).toList(),
        datacenter.managed().stream().map(m -> m.scaled(factor)).toList());
  }

  private static Offer scaled(Offer offer, double factor) {
    return offer.scaled(count -> instances(count, factor));
  }

  private static int instances(int count, double factor) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.round(count * factor)));
  }

  private static Workload scaled(Workload workload, double factor) {
    return workload.with(
        workload.demand().stream()
            .map(d -> new OriginDemand(d.metro(), scaled(d.arrivals(), factor)))
            .toList(),
        workload.capacity().times(factor));
  }

  private static Arrivals scaled(Arrivals arrivals, double factor) {
    return arrivals instanceof Arrivals.Curve curve
        ? curve.times(factor)
        : ((Arrivals.Replay) arrivals).times(factor);
  }
}
