package situs.placement;

import java.util.Locale;
import java.util.Optional;
import situs.model.Component;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Region;

/** A component in one region, on instances that can hold it or with a service that sells it. */
sealed interface Option permits RentedOption, ModelServer {

  /**
   * Work above what instances carry that rents no further one: a solver's rows hold only so far.
   */
  double ROUNDING = 1e-6;

  Component component();

  Region region();

  /** How many can be had: instances, or the one contract with a service. */
  int limit();

  /** What is rented; empty where nothing is. */
  Optional<Offer> rented();

  /** Of an instance; 0 where nothing is rented. */
  double usdPerHour();

  /** What the flow costs by use, at its mean rate; 0 where only time is paid. */
  double usageUsdPerHour(Flow flow);

  /** The terms of payment, for the reader. */
  String terms();

  /** What is bought: {@code azure/eastus2/ND96isr_H100_v5}. */
  String offerKey();

  /** Options with the same stock share their {@link #limit}. */
  default String stock() {
    return offerKey();
  }

  /** What several ways to buy take from together; empty where each has its own. */
  default Optional<Stock> shared() {
    return Optional.empty();
  }

  /** So many instances. */
  record Stock(String key, int instances) {}

  /** What the flow takes of this option at its peak, in the unit of {@link #capacity}. */
  double work(Flow flow);

  /** Work that so many instances carry with the room that {@code sizing} asks for. */
  double capacity(int instances, Sizing sizing);

  /** Whether each instance carries as much as the first. */
  boolean isEven();

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

  /** As {@link Placed#id()}. */
  default String id() {
    return component() + "@" + offerKey();
  }

  Placed placed(int instances, String why);
}
