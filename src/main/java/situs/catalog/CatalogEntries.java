package situs.catalog;

import java.util.List;
import situs.model.Accelerator;
import situs.model.InstanceType;
import situs.model.Metro;
import situs.model.ModelShape;
import situs.model.Price;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.Rtt;
import situs.model.ServingProfile;
import situs.model.TransferTariff;

/** What a scenario adds to the catalogue, or puts in the place of its rows. */
public record CatalogEntries(
    List<Region> regions,
    List<InstanceType> instanceTypes,
    List<Price> prices,
    List<Metro> metros,
    List<ModelShape> models,
    List<Accelerator> accelerators,
    List<ServingProfile> profiles,
    List<RegionRtt> regionRtts,
    List<MetroRtt> metroRtts,
    List<RegionTariff> tariffs,
    List<InternetTariff> internetTariffs) {

  /** A round trip between two regions, good for both directions. */
  public record RegionRtt(RegionId a, RegionId b, Rtt rtt) {}

  /** A round trip between a metro and a region. */
  public record MetroRtt(String metro, RegionId region, Rtt rtt) {}

  /** What data costs that leaves one region for another. */
  public record RegionTariff(RegionId source, RegionId target, TransferTariff tariff) {}

  /** What data costs that leaves a region for clients or other providers. */
  public record InternetTariff(RegionId source, TransferTariff tariff) {}
}
