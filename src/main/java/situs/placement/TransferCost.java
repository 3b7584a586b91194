package situs.placement;

import java.math.BigDecimal;
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

  /** Dollars an hour; empty where a tariff that applies is not known. */
  static Optional<Double> usdPerHour(Scenario scenario, Flow flow, Option option) {
    Network network = scenario.network();
    RegionId target = option.region().id();
    double perToken = scenario.bytesPerToken() * flow.meanPerSecond() * HOURS_PER_MONTH * 3600;
    double gbOut = flow.tokensOut() * perToken / 1e9;
    double gbBack = flow.tokensBack() * perToken / 1e9;
    Optional<RegionId> runtime = flow.origin().runtime().map(Region::id);
    if (runtime.isEmpty()) {
      // Data from clients comes in free.
      return network.internetTariff(target).map(t -> perHour(t, gbBack));
    }
    if (runtime.get().equals(target)) {
      return Optional.of(0.0);
    }
    Optional<TransferTariff> out = network.tariffBetween(runtime.get(), target);
    Optional<TransferTariff> back = network.tariffBetween(target, runtime.get());
    return out.isEmpty() || back.isEmpty()
        ? Optional.empty()
        : Optional.of(perHour(out.get(), gbOut) + perHour(back.get(), gbBack));
  }

  private static double perHour(TransferTariff tariff, double gbPerMonth) {
    return tariff.perMonth(BigDecimal.valueOf(gbPerMonth)).toDouble() / HOURS_PER_MONTH;
  }
}
