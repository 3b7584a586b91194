package situs.placement;

import java.util.Locale;
import java.util.Optional;
import situs.model.Component;
import situs.model.Offer;
import situs.model.Region;
import situs.model.ServingProfile;

/**
 * A runtime pool on an offer. Its work is the mean number of live sessions at the peak. Sessions
 * come at random and stay for any time, so their number is Poisson (M/G/infinity); m + s*sqrt(m)
 * places hold it, s standard deviations above its mean m.
 *
 * @param sessionsPerInstance at least 1
 */
record RuntimeOption(
    Component component, Region region, Offer offer, int sessionsPerInstance, Tenure tenure)
    implements RentedOption {

  @Override
  public double work(Flow flow) {
    return flow.peakPerSecond() * ((Flow.Session) flow.unit()).lengthS();
  }

  /** The m that solves m + s*sqrt(m) = places. */
  @Override
  public double capacity(int instances, Sizing sizing) {
    double places = instances * places();
    double s = sizing.runtimeSigmas();
    double root = (Math.sqrt(s * s + 4 * places) - s) / 2;
    return root * root;
  }

  @Override
  public boolean isEven() {
    return false;
  }

  @Override
  public int instancesFor(double work, Sizing sizing) {
    double mean = work * (1 - ROUNDING);
    return (int) Math.ceil((mean + sizing.runtimeSigmas() * Math.sqrt(mean)) / places());
  }

  /** Of an instance, on average: one that was taken back has none until its successor serves. */
  private double places() {
    return sessionsPerInstance * tenure.up();
  }

  @Override
  public int replicas(int instances) {
    return instances;
  }

  @Override
  public Optional<ServingProfile> profile() {
    return Optional.empty();
  }

  @Override
  public String words(double work, int instances, Sizing sizing) {
    return String.format(
        Locale.ROOT,
        "%.3g sessions at the peak and %.0f standard deviations more in %d places on %d instances",
        work,
        sizing.runtimeSigmas(),
        instances * sessionsPerInstance,
        instances);
  }

  @Override
  public UnitCost unitCost(Flow flow, Sizing sizing) {
    return new UnitCost(usdPerHour() / places(), "per place and hour");
  }
}
