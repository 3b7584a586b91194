package situs.placement;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Purchase;
import situs.model.ServingProfile;

/** A component on instances that are paid by the hour, used or not. */
sealed interface RentedOption extends Option permits ModelOption, RuntimeOption {

  Offer offer();

  Optional<ServingProfile> profile();

  Tenure tenure();

  /** Servers on so many instances. */
  int replicas(int instances);

  @Override
  default int limit() {
    return offer().instances();
  }

  @Override
  default Optional<Offer> rented() {
    return Optional.of(offer());
  }

  /** What a choice can still decide: what was signed before is paid in any case. */
  @Override
  default double usdPerHour() {
    return offer().purchase() == Purchase.COMMITTED ? 0 : rentUsdPerHour();
  }

  /** Whether it is rented for a part of the time only. */
  default boolean isScheduled() {
    return !tenure().paid().equals(Duty.WHOLE);
  }

  /** While an instance is rented. */
  default double listUsdPerHour() {
    return offer().price().perHour().toDouble();
  }

  /** What the bill says of an instance, on average over the run. */
  default double rentUsdPerHour() {
    return listUsdPerHour() * tenure().paid().mean();
  }

  @Override
  default double usageUsdPerHour(Flow flow) {
    return 0;
  }

  @Override
  default String terms() {
    return switch (offer().purchase()) {
      case ON_DEMAND -> String.format(Locale.ROOT, "at %.4g USD/h", usdPerHour());
      case COMMITTED -> "as they are paid for already";
      case SPOT, CAPACITY_BLOCK, RESERVED ->
          String.format(Locale.ROOT, "at %.4g USD/h (%s)", usdPerHour(), offer().purchase().word());
    };
  }

  @Override
  default String offerKey() {
    return region().id() + "/" + offer().key();
  }

  @Override
  default Optional<Stock> shared() {
    OptionalInt together = offer().together();
    return together.isPresent()
        ? Optional.of(
            new Stock(region().id() + "/" + offer().type().name() + " in all", together.getAsInt()))
        : Optional.empty();
  }

  @Override
  default Placed placed(int instances, String why) {
    return new Placed(
        component(),
        region(),
        Optional.of(offer()),
        profile(),
        instances,
        replicas(instances),
        why);
  }
}
