package situs.placement;

import java.util.Locale;
import java.util.Optional;
import situs.model.Component;
import situs.model.Offer;
import situs.model.Provenance;
import situs.model.Region;
import situs.model.ServingProfile;
import situs.serving.CallMix;
import situs.serving.ReplicaEstimate;

/**
 * A model pool on an offer. Its work is counted in seconds of saturated replicas a second.
 *
 * @param estimate of one replica, for the mix of all who call the pool
 */
record ModelOption(
    Component component,
    Region region,
    Offer offer,
    ServingProfile serving,
    ReplicaEstimate estimate,
    Tenure tenure)
    implements RentedOption, ModelServer {

  @Override
  public double callS(CallMix calls, double utilisation) {
    return estimate.callS(calls, utilisation);
  }

  @Override
  public double firstTokenS(CallMix calls) {
    return estimate.firstTokenS(calls);
  }

  @Override
  public double expectedCallS(CallMix calls, double utilisation) {
    return estimate.expectedCallS(calls, utilisation);
  }

  @Override
  public double expectedWaitS(double utilisation, int instances) {
    return estimate.expectedWaitS(utilisation, estimate.prefillsAmong(replicas(instances)));
  }

  @Override
  public double leastWaitS(double utilisation) {
    return estimate.waitS(utilisation, estimate.prefillsAmong(replicas(limit())));
  }

  /**
   * Calls at a pool at once, where a call has the choice as among all instances that there are.
   *
   * @param work at the mean rate
   */
  double underWay(double work, double instances) {
    if (instances == 0) {
      return 0;
    }
    double replicas = instances * replicas(1);
    double utilisation = work / (replicas * tenure.up());
    return replicas * estimate.underWay(utilisation, estimate.prefillsAmong(replicas(limit())));
  }

  /**
   * Calls that wait at once before so many instances, each at that utilisation (Little's law), when
   * they go where there is least to do.
   */
  double waiting(double utilisation, int instances) {
    int servers = replicas(instances);
    return servers
        * utilisation
        * estimate.callsPerSecond()
        * estimate.waitS(utilisation, estimate.prefillsAmong(servers));
  }

  @Override
  public String server() {
    return serving.accelerator();
  }

  @Override
  public double work(Flow flow) {
    return flow.peakPerSecond() * estimate.secondsPerCall(((Flow.Call) flow.unit()).mix());
  }

  @Override
  public double capacity(int instances, Sizing sizing) {
    return sustained(instances) * sizing.utilisation(component());
  }

  /** In replicas that are never taken back. */
  private double sustained(int instances) {
    return inProportion(instances) * tenure.up();
  }

  /**
   * Replicas on so many instances; where they either prefill or decode, as many as they are worth.
   */
  double inProportion(int instances) {
    int replicas = replicas(instances);
    return estimate.split().map(s -> s.terms().inProportion(replicas)).orElse((double) replicas);
  }

  @Override
  public boolean isEven() {
    return estimate.split().isEmpty();
  }

  @Override
  public int instancesFor(double work, Sizing sizing) {
    double wanted = work * (1 - ROUNDING);
    int instances =
        (int) Math.ceil(wanted / (replicas(1) * tenure.up() * sizing.utilisation(component())));
    while (!isEven() && instances <= limit() && capacity(instances, sizing) < wanted) {
      instances++;
    }
    return instances;
  }

  /** All that fit are used: the instance is paid whole. */
  @Override
  public int replicas(int instances) {
    return instances * (offer.type().accelerators() / serving.parallel());
  }

  @Override
  public Optional<ServingProfile> profile() {
    return Optional.of(serving);
  }

  @Override
  public String words(double work, int instances, Sizing sizing) {
    return String.format(
            Locale.ROOT,
            "peak takes %.0f %% of what %s sustain (%.3g calls/s each at batch %d, bounded by"
                + " %s; planned to %.0f %%)",
            100 * work / sustained(instances),
            servers(replicas(instances)),
            estimate.callsPerSecond(),
            estimate.batch(),
            estimate.limit().words(),
            100 * sizing.utilisation(component()))
        + absence()
        + doubt();
  }

  private String absence() {
    return tenure.up() == 1
        ? ""
        : String.format(
            Locale.ROOT, "; interruptions are expected to take %.2g %%", 100 * (1 - tenure.up()));
  }

  /** A plan that rests on times which nobody measured says so. */
  private String doubt() {
    Provenance origin = serving.provenance();
    return origin.status().certain()
        ? ""
        : "; iteration times are " + origin.status().word() + ": " + origin.source();
  }

  private String servers(int replicas) {
    return estimate
        .split()
        .map(s -> s.terms().prefillsAmong(replicas))
        .map(p -> "%d prefill and %d decode replicas".formatted(p, replicas - p))
        .orElseGet(() -> replicas + " replicas");
  }

  @Override
  public UnitCost unitCost(Flow flow, Sizing sizing) {
    double secondsPerCall = estimate.secondsPerCall(((Flow.Call) flow.unit()).mix());
    double callsPerHour =
        3600 * replicas(1) * tenure.up() * sizing.utilisation(component()) / secondsPerCall;
    return new UnitCost(usdPerHour() / callsPerHour * 1000, "per 1,000 calls");
  }
}
