package situs.placement;

import java.util.Locale;
import java.util.Optional;
import situs.model.Component;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Region;
import situs.model.ServingProfile;

/** A component in one region on one offer that can hold it. */
sealed interface Option permits ModelOption, RuntimeOption {

  /**
   * Work above what instances carry that rents no further one: a solver's rows hold only so far.
   */
  double ROUNDING = 1e-6;

  Component component();

  Region region();

  Offer offer();

  /** What the flow takes of this option at its peak, in the unit of {@link #capacity}. */
  double work(Flow flow);

  /** Work that so many instances carry with the room that {@code sizing} asks for. */
  double capacity(int instances, Sizing sizing);

  /** Servers on so many instances. */
  int replicas(int instances);

  Optional<ServingProfile> profile();

  /** What a planned load means for this option, for the reader. */
  String words(double work, int instances, Sizing sizing);

  /** Dollars for 1,000 calls, or for an hour of a session, when the offer is planned full. */
  UnitCost unitCost(Flow flow, Sizing sizing);

  /** A cost with its unit. */
  record UnitCost(double usd, String unit) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.4g USD %s", usd, unit);
    }
  }

  /** Fewest instances that carry the work. */
  int instancesFor(double work, Sizing sizing);

  default double usdPerHour() {
    return offer().price().perHour().toDouble();
  }

  /** What is rented: two options with the same key share the offer's instances. */
  default String offerKey() {
    return region().id() + "/" + offer().type().name();
  }

  /** As {@link Placed#id()}. */
  default String id() {
    return component() + "@" + offerKey();
  }

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
