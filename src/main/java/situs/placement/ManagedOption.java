package situs.placement;

import java.util.Locale;
import java.util.Optional;
import situs.model.Component;
import situs.model.ManagedOffering;
import situs.model.ManagedOffering.Limits;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Region;
import situs.serving.CallMix;
import situs.serving.CallMix.Kind;

/**
 * A model pool bought by the token. Its work is counted in shares of the limit that binds first:
 * tokens or requests a minute. There is one contract a workload to be had, with limits of its own,
 * and it costs nothing by itself.
 */
record ManagedOption(Component component, Region region, ManagedOffering offering)
    implements ModelServer {

  @Override
  public int limit() {
    return 1;
  }

  @Override
  public Optional<Offer> rented() {
    return Optional.empty();
  }

  @Override
  public double usdPerHour() {
    return 0;
  }

  @Override
  public double usageUsdPerHour(Flow flow) {
    return 3600 * flow.meanPerSecond() * usdPerCall(flow);
  }

  private double usdPerCall(Flow flow) {
    return mix(flow).kinds().stream()
        .mapToDouble(
            k ->
                k.share()
                    * offering.prices().usd(k.promptTokens(), k.cachedTokens(), k.outputTokens()))
        .sum();
  }

  private static CallMix mix(Flow flow) {
    return ((Flow.Call) flow.unit()).mix();
  }

  @Override
  public String terms() {
    return "by the token";
  }

  @Override
  public String offerKey() {
    return region.id() + "/" + offering.service();
  }

  @Override
  public String stock() {
    return id();
  }

  @Override
  public double work(Flow flow) {
    Limits limits = offering.limits();
    double tokens = mix(flow).kinds().stream().mapToDouble(k -> k.share() * k.tokensAtEnd()).sum();
    return flow.peakPerSecond()
        * Math.max(tokens / limits.tokensPerSecond(), 1 / limits.requestsPerSecond());
  }

  @Override
  public double capacity(int instances, Sizing sizing) {
    return Math.min(instances, 1) * sizing.utilisation(component());
  }

  @Override
  public boolean isEven() {
    return true;
  }

  @Override
  public int instancesFor(double work, Sizing sizing) {
    return (int) Math.ceil(work * (1 - Option.ROUNDING) / capacity(1, sizing));
  }

  @Override
  public String words(double work, int instances, Sizing sizing) {
    return String.format(
        Locale.ROOT,
        "peak takes %.0f %% of the rate limits (planned to %.0f %%)",
        100 * work,
        100 * sizing.utilisation(component()));
  }

  @Override
  public UnitCost unitCost(Flow flow, Sizing sizing) {
    return new UnitCost(1000 * usdPerCall(flow), "per 1,000 calls");
  }

  /** A service is as fast as it says, however much of its limits is used. */
  @Override
  public double callS(CallMix calls, double utilisation) {
    double seconds = 0;
    for (Kind k : calls.kinds()) {
      double decodeS = offering.speed().decodeS(k.outputTokens());
      seconds += k.share() * (offering.speed().ttftS(k.promptTokens()) + decodeS);
    }
    return seconds;
  }

  @Override
  public double firstTokenS(CallMix calls) {
    return calls.kinds().stream()
        .mapToDouble(k -> k.share() * offering.speed().ttftS(k.promptTokens()))
        .sum();
  }

  @Override
  public double expectedCallS(CallMix calls, double utilisation) {
    return callS(calls, utilisation);
  }

  /** Its stated time to the first token has it in. */
  @Override
  public double expectedWaitS(double utilisation, int instances) {
    return 0;
  }

  @Override
  public double leastWaitS(double utilisation) {
    return 0;
  }

  @Override
  public String server() {
    return offering.service();
  }

  @Override
  public Placed placed(int instances, String why) {
    return Placed.managed(component, region, offering, why);
  }
}
