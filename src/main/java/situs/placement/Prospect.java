package situs.placement;

import java.util.Optional;
import java.util.OptionalDouble;
import situs.contract.Contracts;
import situs.model.Offer;
import situs.model.Region;

/**
 * An offer that can hold what an {@link Ask} wants, with what is known of it before it is tried.
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

  /** Component, region and instance type; unique among the prospects of an ask. */
  public String id() {
    return option.id();
  }

  public Region region() {
    return option.region();
  }

  public Offer offer() {
    return option.offer();
  }

  /** Fewest instances that carry the whole ask at its peak; the offer may have fewer. */
  public int instances() {
    return option.instancesFor(option.work(flow), Sizing.USUAL);
  }

  /** Rent of these instances, dollars an hour. */
  public double rentUsdPerHour() {
    return instances() * option.usdPerHour();
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
    return option instanceof ModelOption model && flow.unit() instanceof Flow.Call call
        ? OptionalDouble.of(model.estimate().callS(call.mix(), Sizing.USUAL.modelUtilisation()))
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
