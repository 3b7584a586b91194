package situs.placement;

import java.util.Optional;
import java.util.OptionalDouble;
import situs.contract.Contracts;
import situs.model.ManagedOffering;
import situs.model.Offer;
import situs.model.Region;

/**
 * An offer, or a managed model, that can hold what an {@link Ask} wants, with what is known of it
 * before it is tried.
 */
public final class Prospect {
  private final Allocator.Context context;
  private final Contracts contracts;
  private final Flow flow;
  private final Option option;

  Prospect(Allocator.Context context, Contracts contracts, Flow flow, Option option) {
    this.context = context;
    this.contracts = contracts;
    this.flow = flow;
    this.option = option;
  }

  Option option() {
    return option;
  }

  /**
   * Component, region, instance type and how it is bought unless on demand; unique among the
   * prospects of an ask.
   */
  public String id() {
    return option.id();
  }

  public Region region() {
    return option.region();
  }

  /** What is rented; empty for a model bought by the token. */
  public Optional<Offer> offer() {
    return option instanceof RentedOption rented ? Optional.of(rented.offer()) : Optional.empty();
  }

  /** How a model is bought by the token; empty for what is rented. */
  public Optional<ManagedOffering> managed() {
    return option instanceof ManagedOption managed
        ? Optional.of(managed.offering())
        : Optional.empty();
  }

  /**
   * Fewest instances that carry the whole ask at its peak; the offer may have fewer. Of a managed
   * model, how many times its rate limits.
   */
  public int instances() {
    return option.instancesFor(option.work(flow), Sizing.USUAL);
  }

  /** Rent of these instances, dollars an hour; 0 of what is signed for and paid in any case. */
  public double rentUsdPerHour() {
    return instances() * option.usdPerHour();
  }

  /** What the ask costs by use, dollars an hour: tokens; 0 for what is rented. */
  public double usageUsdPerHour() {
    return option.usageUsdPerHour(flow);
  }

  /** What the ask's data would cost, dollars an hour; empty where a tariff is not known. */
  public Optional<Double> transferUsdPerHour() {
    return TransferCost.usdPerHour(context.scenario(), flow, option);
  }

  /** Round trip from the ask's origin, milliseconds. */
  public double rttMs() {
    return Nearest.rttMs(context, flow, option);
  }

  /** Mean seconds of a model call on a server loaded as planned; empty for a runtime. */
  public OptionalDouble callS() {
    return option instanceof ModelServer model && flow.unit() instanceof Flow.Call call
        ? OptionalDouble.of(model.callS(call.mix(), Sizing.USUAL.modelUtilisation()))
        : OptionalDouble.empty();
  }

  /**
   * What a reading of the contracts objects to when the ask goes here, its route and what follows
   * from a runtime included; empty when nothing does.
   */
  public Optional<String> objection(String reading) {
    Permission permission = new ContractPermission(context.scenario(), contracts, reading);
    return new Permitted(permission, reading).objection(context, flow, option);
  }
}
