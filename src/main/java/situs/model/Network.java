package situs.model;

import java.util.Optional;

/** Distances and transfer prices between places. */
public interface Network {

  /** Round trip between two regions of any providers; within one region, the local floor. */
  Rtt rtt(RegionId a, RegionId b);

  /** Round trip between a metro and a region. */
  Rtt rtt(Metro metro, RegionId region);

  /**
   * What the source's provider charges for data that leaves {@code source} for {@code target};
   * empty where no price is known, which is not the same as free.
   */
  Optional<TransferTariff> tariff(RegionId source, RegionId target);

  /** What the source's provider charges for data that leaves {@code source} for clients. */
  Optional<TransferTariff> internetTariff(RegionId source);

  /**
   * The tariff that applies between two different regions: the pair's own, or across providers,
   * where none is known for the pair, the sender's internet tariff.
   */
  default Optional<TransferTariff> tariffBetween(RegionId source, RegionId target) {
    Optional<TransferTariff> own = tariff(source, target);
    return own.isPresent() || source.provider().equals(target.provider())
        ? own
        : internetTariff(source);
  }
}
