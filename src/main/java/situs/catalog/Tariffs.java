package situs.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.model.Money;
import situs.model.Provenance;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.TransferTariff;
import situs.model.TransferTariff.Tier;

/**
 * Transfer prices. AWS lists them by region, Azure by bandwidth zone and continent. Data that
 * leaves for another provider pays the sender's internet price; what comes in is free at both.
 */
final class Tariffs {
  private static final String ANY = "any";

  private final Map<String, TransferTariff> byKey = new HashMap<>();
  private final Map<RegionId, Region> regions = new HashMap<>();
  private final Map<RegionId, String> azureZones = Tables.azureZones();
  private final Map<String, TransferTariff> given = new HashMap<>();

  Tariffs(List<Region> regions, List<CatalogEntries> added) {
    regions.forEach(r -> this.regions.put(r.id(), r));
    Map<String, List<Tier>> tiers = new LinkedHashMap<>();
    Map<String, Provenance> origins = new HashMap<>();
    for (Row row : Row.of("transfer")) {
      String key = key(row.text("provider"), row.text("where"), row.text("scope"));
      tiers
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(new Tier(row.number("from_gb"), Money.usd(row.text("usd_per_gb"))));
      // The least certain tier speaks for the tariff.
      origins.merge(key, row.provenance(), (a, b) -> a.status().compareTo(b.status()) >= 0 ? a : b);
    }
    tiers.forEach(
        (key, list) -> byKey.put(key, new TransferTariff(scope(key), list, origins.get(key))));
    for (CatalogEntries entries : added) {
      entries.tariffs().forEach(t -> given.put(t.source() + ">" + t.target(), t.tariff()));
      entries.internetTariffs().forEach(t -> given.put(t.source() + ">", t.tariff()));
    }
  }

  private static String key(String provider, String where, String scope) {
    return provider + "|" + where + "|" + scope;
  }

  /** Words for the bill. */
  private static String scope(String key) {
    String scope = key.substring(key.lastIndexOf('|') + 1);
    return switch (scope.split(":")[0]) {
      case "internet" -> "internet egress";
      case "same-region" -> "same region";
      default -> "inter-region";
    };
  }

  Optional<TransferTariff> internet(RegionId source) {
    TransferTariff own = given.get(source + ">");
    return own != null ? Optional.of(own) : find(source, "internet");
  }

  Optional<TransferTariff> between(RegionId source, RegionId target) {
    TransferTariff own = given.get(source + ">" + target);
    if (own != null) {
      return Optional.of(own);
    }
    if (source.equals(target)) {
      return Optional.ofNullable(byKey.get(key(source.provider(), ANY, "same-region")));
    }
    if (!source.provider().equals(target.provider())) {
      return internet(source);
    }
    if (azureZones.containsKey(source)) {
      return find(
          source,
          sameContinent(source, target)
              ? "inter-region:same-continent"
              : "inter-region:other-continent");
    }
    Optional<TransferTariff> neighbours =
        isUsEast(source) && isUsEast(target)
            ? find(source, "inter-region:us-east")
            : Optional.empty();
    return neighbours.or(() -> find(source, "inter-region"));
  }

  /** AWS charges less between its two regions of the US East. */
  private static boolean isUsEast(RegionId region) {
    return region.provider().equals("aws") && region.name().startsWith("us-east-");
  }

  private boolean sameContinent(RegionId a, RegionId b) {
    Region one = regions.get(a);
    Region other = regions.get(b);
    return one != null && other != null && one.geography().equals(other.geography());
  }

  private Optional<TransferTariff> find(RegionId source, String scope) {
    String zone = azureZones.get(source);
    String where = zone == null ? source.name() : "zone" + zone;
    return Optional.ofNullable(byKey.get(key(source.provider(), where, scope)));
  }
}
