package situs.scenario;

import java.util.ArrayList;
import java.util.List;
import situs.catalog.Catalog;
import situs.catalog.CatalogEntries;
import situs.model.Accelerator;
import situs.model.InstanceType;
import situs.model.Metro;
import situs.model.ModelShape;
import situs.model.Price;
import situs.model.Region;
import situs.model.ServingProfile;

/** Collects what the {@code catalog:} block adds, kind by kind. */
final class NewEntries {
  final List<Region> regions = new ArrayList<>();
  final List<Metro> metros = new ArrayList<>();
  final List<Accelerator> accelerators = new ArrayList<>();
  final List<InstanceType> instanceTypes = new ArrayList<>();
  final List<Price> prices = new ArrayList<>();
  final List<ModelShape> models = new ArrayList<>();
  final List<ServingProfile> profiles = new ArrayList<>();
  final List<CatalogEntries.RegionRtt> regionRtts = new ArrayList<>();
  final List<CatalogEntries.MetroRtt> metroRtts = new ArrayList<>();
  final List<CatalogEntries.RegionTariff> tariffs = new ArrayList<>();
  final List<CatalogEntries.InternetTariff> internetTariffs = new ArrayList<>();

  Catalog addedTo(Catalog catalog) {
    return catalog.with(
        new CatalogEntries(
            regions,
            instanceTypes,
            prices,
            metros,
            models,
            accelerators,
            profiles,
            regionRtts,
            metroRtts,
            tariffs,
            internetTariffs));
  }
}
