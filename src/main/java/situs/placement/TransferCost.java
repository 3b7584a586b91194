package situs.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import situs.model.Network;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.Scenario;
import situs.model.TransferTariff;

/**
 * What the data of a flow would cost at its mean rate, were it alone on its tariffs: the bill puts
 * all flows of a region together, and may reach a lower tier.
 */
final class TransferCost {
  private static final double HOURS_PER_MONTH = 30.4375 * 24;

  private TransferCost() {}

  /** What one side sends. */
  record Sent(Region from, double usdPerHour) {}

  /** Dollars an hour; empty where a tariff that applies is not known. */
  static Optional<Double> usdPerHour(Scenario scenario, Flow flow, Option option) {
    return sent(scenario, flow, option)
        .map(all -> all.stream().mapToDouble(Sent::usdPerHour).sum());
  }

  /** The same by who sends, and pays for it; empty where a tariff that applies is not known. */
  static Optional<List<Sent>> sent(Scenario scenario, Flow flow, Option option) {
    Network network = scenario.network();
    RegionId target = option.region().id();
    double perToken = scenario.bytesPerToken() * flow.meanPerSecond() * HOURS_PER_MONTH * 3600;
    double gbOut = flow.tokensOut() * perToken / 1e9;
    double gbBack = flow.tokensBack() * perToken / 1e9;
    Optional<Region> runtime = flow.origin().runtime();
    if (runtime.isEmpty()) {
      // Data from clients comes in free.
      return network
          .internetTariff(target)
          .map(t -> List.of(new Sent(option.region(), perHour(t, gbBack))));
    }
    RegionId caller = runtime.get().id();
    if (caller.equals(target)) {
      return Optional.of(List.of());
    }
    Optional<TransferTariff> out = network.tariffBetween(caller, target);
    Optional<TransferTariff> back = network.tariffBetween(target, caller);
    return out.isEmpty() || back.isEmpty()
        ? Optional.empty()
        : Optional.of(
            List.of(
                new Sent(runtime.get(), perHour(out.get(), gbOut)),
                new Sent(option.region(), perHour(back.get(), gbBack))));
  }

  private static double perHour(TransferTariff tariff, double gbPerMonth) {
    return tariff.perMonth(BigDecimal.valueOf(gbPerMonth)).toDouble() / HOURS_PER_MONTH;
  }
}
