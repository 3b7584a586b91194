package situs.placement;

import java.util.Locale;
import java.util.Optional;
import situs.model.InstanceType;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.ServingProfile;

/** A component on instances that are paid by the hour, used or not. */
sealed interface RentedOption extends Option permits ModelOption, RuntimeOption {

  Offer offer();

  Optional<ServingProfile> profile();

  /** Servers on so many instances. */
  int replicas(int instances);

  @Override
  default int limit() {
    return offer().instances();
  }

  @Override
  default Optional<InstanceType> type() {
    return Optional.of(offer().type());
  }

  @Override
  default double usdPerHour() {
    return offer().price().perHour().toDouble();
  }

  @Override
  default double usageUsdPerHour(Flow flow) {
    return 0;
  }

  @Override
  default String terms() {
    return String.format(Locale.ROOT, "at %.4g USD/h", usdPerHour());
  }

  @Override
  default String offerKey() {
    return region().id() + "/" + offer().type().name();
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
