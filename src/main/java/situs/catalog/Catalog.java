package situs.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import situs.model.Accelerator;
import situs.model.InstanceType;
import situs.model.ManagedOffering;
import situs.model.Metro;
import situs.model.ModelShape;
import situs.model.Network;
import situs.model.Price;
import situs.model.Provenance;
import situs.model.Purchase;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.RooflineEfficiency;
import situs.model.Rtt;
import situs.model.ServingProfile;
import situs.model.StoragePrice;
import situs.model.TransferTariff;

/**
 * What is known of the world: the bundled tables and, before them, what a scenario gives. Every
 * value carries its origin. A table is read when it is first asked for.
 */
public final class Catalog {
  private final List<CatalogEntries> added;
  private final Lazy<Map<RegionId, Region>> regions;
  private final Lazy<Map<String, InstanceType>> types;
  private final Lazy<Map<String, Provenance>> typeOrigins;
  private final Lazy<Map<String, Price>> prices;
  private final Lazy<Map<String, Metro>> metros;
  private final Lazy<Map<String, ModelShape>> models;
  private final Lazy<Map<String, Accelerator>> accelerators;
  private final Lazy<List<ServingProfile>> profiles;
  private final Lazy<List<RooflineEfficiency>> efficiencies;
  private final Lazy<RttTable> rtts;
  private final Lazy<List<ManagedOffering>> managed = new Lazy<>(ManagedTable::read);
  private final Lazy<Tariffs> tariffs;

  /** A value made at the first call, once. */
  private static final class Lazy<T> {
    private final Supplier<T> maker;
    private @org.jspecify.annotations.Nullable T value;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    synchronized T get() {
      T made = value;
      if (made == null) {
        made = maker.get();
        value = made;
      }
      return made;
    }
  }

  private Catalog(List<CatalogEntries> added) {
    this.added = List.copyOf(added);
    this.accelerators =
        index(Accelerator::name, Tables::accelerators, CatalogEntries::accelerators);
    this.regions = index(Region::id, Tables::regions, CatalogEntries::regions);
    this.types =
        index(
            t -> key(t.provider(), t.name()),
            () -> Tables.instanceTypes(Tables.accelerators()),
            CatalogEntries::instanceTypes);
    this.typeOrigins = new Lazy<>(Tables::instanceTypeOrigins);
    this.prices =
        index(
            p -> key(p.region(), p.instanceType(), p.purchase()),
            Tables::prices,
            CatalogEntries::prices);
    this.metros = index(Metro::name, Tables::metros, CatalogEntries::metros);
    this.models = index(ModelShape::name, Tables::models, CatalogEntries::models);
    this.profiles = new Lazy<>(this::allProfiles);
    this.efficiencies = new Lazy<>(Tables::efficiencies);
    this.rtts = new Lazy<>(() -> new RttTable(regions(), metros(), this.added));
    this.tariffs = new Lazy<>(() -> new Tariffs(regions(), this.added));
  }

  /** The bundled tables alone. */
  public static Catalog standard() {
    return new Catalog(List.of());
  }

  /** This catalogue with entries that win over what it has. */
  public Catalog with(CatalogEntries entries) {
    List<CatalogEntries> all = new ArrayList<>(added);
    all.add(entries);
    return new Catalog(all);
  }

  private <K, V> Lazy<Map<K, V>> index(
      Function<V, K> key, Supplier<List<V>> bundled, Function<CatalogEntries, List<V>> given) {
    return new Lazy<>(
        () -> {
          Map<K, V> byKey = new LinkedHashMap<>();
          bundled.get().forEach(v -> byKey.put(key.apply(v), v));
          added.forEach(e -> given.apply(e).forEach(v -> byKey.put(key.apply(v), v)));
          return byKey;
        });
  }

  /** A scenario's own come first, for the first that matches is taken. */
  private List<ServingProfile> allProfiles() {
    List<ServingProfile> all = new ArrayList<>();
    for (int i = added.size() - 1; i >= 0; i--) {
      all.addAll(added.get(i).profiles());
    }
    all.addAll(Tables.profiles());
    return List.copyOf(all);
  }

  private static String key(String provider, String type) {
    return provider + "/" + type;
  }

  private static String key(RegionId region, String type, Purchase purchase) {
    return region + "/" + type + "/" + purchase;
  }

  public List<Region> regions() {
    return List.copyOf(regions.get().values());
  }

  /** Those that have a region. */
  public List<String> providers() {
    return regions().stream().map(region -> region.id().provider()).distinct().toList();
  }

  public Optional<Region> region(RegionId id) {
    return Optional.ofNullable(regions.get().get(id));
  }

  public List<InstanceType> instanceTypes() {
    return List.copyOf(types.get().values());
  }

  public Optional<InstanceType> instanceType(String provider, String name) {
    return Optional.ofNullable(types.get().get(key(provider, name)));
  }

  /** Where a bundled instance type comes from; empty for one that a scenario defines. */
  public Optional<Provenance> provenance(InstanceType type) {
    return Optional.ofNullable(typeOrigins.get().get(key(type.provider(), type.name())))
        .filter(origin -> given(type).isEmpty());
  }

  private Optional<InstanceType> given(InstanceType type) {
    return added.stream().flatMap(e -> e.instanceTypes().stream()).filter(type::equals).findAny();
  }

  public List<Price> prices() {
    return List.copyOf(prices.get().values());
  }

  public Optional<Price> price(RegionId region, String instanceType, Purchase purchase) {
    return Optional.ofNullable(prices.get().get(key(region, instanceType, purchase)));
  }

  public List<Metro> metros() {
    return List.copyOf(metros.get().values());
  }

  public Optional<Metro> metro(String name) {
    return Optional.ofNullable(metros.get().get(name));
  }

  public List<ModelShape> models() {
    return List.copyOf(models.get().values());
  }

  public Optional<ModelShape> model(String name) {
    return Optional.ofNullable(models.get().get(name));
  }

  public List<Accelerator> accelerators() {
    return List.copyOf(accelerators.get().values());
  }

  public Optional<Accelerator> accelerator(String name) {
    return Optional.ofNullable(accelerators.get().get(name));
  }

  public List<ServingProfile> profiles() {
    return profiles.get();
  }

  /** How much of their datasheets accelerators reach, for the roofline. */
  public List<RooflineEfficiency> efficiencies() {
    return efficiencies.get();
  }

  /** Models sold by the token; a scenario states its own terms in its {@code managed} block. */
  public List<ManagedOffering> managed() {
    return managed.get();
  }

  public Optional<ManagedOffering> managed(RegionId region, String service, String model) {
    return managed().stream()
        .filter(m -> m.region().equals(region))
        .filter(m -> m.service().equals(service) && m.model().equals(model))
        .findFirst();
  }

  /** What session state costs where the scenario gives no price; assumed beyond AWS. */
  public Optional<StoragePrice> storagePrice() {
    return Optional.of(Tables.storagePrice());
  }

  /** Distances and transfer prices. */
  public Network network() {
    return new Network() {
      @Override
      public Rtt rtt(RegionId a, RegionId b) {
        return rtts.get().between(a, b);
      }

      @Override
      public Rtt rtt(Metro metro, RegionId region) {
        return rtts.get().between(metro, region);
      }

      @Override
      public Optional<TransferTariff> tariff(RegionId source, RegionId target) {
        return tariffs.get().between(source, target);
      }

      @Override
      public Optional<TransferTariff> internetTariff(RegionId source) {
        return tariffs.get().internet(source);
      }
    };
  }
}
