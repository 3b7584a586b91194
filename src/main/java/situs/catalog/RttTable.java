package situs.catalog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.model.GeoPoint;
import situs.model.Metro;
import situs.model.Provenance;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.Rtt;
import situs.model.Status;

/**
 * Round trips by pair of places, a region's id or a metro's name. The better status wins, then the
 * newer date; the direction asked for before the other. Pairs without a row are estimated.
 */
final class RttTable {
  /** Within one region; assumed: a fraction of it inside a zone, up to twice it between zones. */
  private static final Rtt LOCAL =
      new Rtt(1, "", Provenance.assumed("local floor: within one region, between zones"));

  private static final double LEAST_ESTIMATE_MS = 0.5;

  private final Map<String, Rtt> known = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final String[] names;
  private final RttEstimator estimator;
  private final Map<String, Rtt> estimated = new HashMap<>();

  RttTable(List<Region> regions, List<Metro> metros, List<CatalogEntries> added) {
    Map<String, GeoPoint> places = new java.util.LinkedHashMap<>();
    regions.forEach(r -> places.put(r.id().toString(), r.location()));
    metros.forEach(m -> places.put(m.name(), m.location()));
    names = places.keySet().toArray(String[]::new);
    for (int i = 0; i < names.length; i++) {
      numbers.put(names[i], i);
    }
    bundled();
    added.forEach(this::override);
    boolean[] metro = new boolean[names.length];
    Arrays.fill(metro, regions.size(), names.length, true);
    estimator = new RttEstimator(places.values().toArray(GeoPoint[]::new), metro, matrix());
  }

  private void bundled() {
    for (Row row : Row.of("rtt_regions")) {
      offer(
          row.text("source_region"),
          row.text("target_region"),
          new Rtt(row.number("rtt_ms"), "", row.provenance()));
    }
    for (Row row : Row.of("rtt_metros")) {
      offer(
          row.text("metro"),
          row.text("region"),
          new Rtt(row.number("rtt_ms"), row.text("proxy_city"), row.provenance()));
    }
  }

  private void offer(String a, String b, Rtt rtt) {
    known.merge(key(a, b), rtt, (old, fresh) -> better(fresh, old) ? fresh : old);
  }

  private static boolean better(Rtt one, Rtt other) {
    Provenance a = one.provenance();
    Provenance b = other.provenance();
    int byStatus = a.status().compareTo(b.status());
    return byStatus < 0 || byStatus == 0 && a.date().compareTo(b.date()) > 0;
  }

  private void override(CatalogEntries entries) {
    for (CatalogEntries.RegionRtt r : entries.regionRtts()) {
      known.put(key(r.a().toString(), r.b().toString()), r.rtt());
      known.put(key(r.b().toString(), r.a().toString()), r.rtt());
    }
    for (CatalogEntries.MetroRtt r : entries.metroRtts()) {
      known.put(key(r.metro(), r.region().toString()), r.rtt());
      known.remove(key(r.region().toString(), r.metro()));
    }
  }

  private static String key(String a, String b) {
    return a + "\n" + b;
  }

  private double[][] matrix() {
    double[][] ms = new double[names.length][names.length];
    for (int i = 0; i < names.length; i++) {
      for (int j = 0; j < names.length; j++) {
        ms[i][j] = i == j ? Double.NaN : row(names[i], names[j]).map(Rtt::ms).orElse(Double.NaN);
      }
    }
    for (int i = 0; i < names.length; i++) {
      for (int j = 0; j < i; j++) {
        ms[i][j] = ms[j][i] = (ms[i][j] + ms[j][i]) / 2;
      }
    }
    return ms;
  }

  /** The best row for a pair, in either direction. */
  private Optional<Rtt> row(String a, String b) {
    Rtt there = known.get(key(a, b));
    Rtt back = known.get(key(b, a));
    if (there == null
        || back != null && back.provenance().status().compareTo(there.provenance().status()) < 0) {
      return Optional.ofNullable(back);
    }
    return Optional.of(there);
  }

  Rtt between(RegionId a, RegionId b) {
    return a.equals(b) ? LOCAL : between(a.toString(), b.toString());
  }

  Rtt between(Metro metro, RegionId region) {
    return between(metro.name(), region.toString());
  }

  private Rtt between(String a, String b) {
    // Estimates are remembered: replications on several threads ask for the same few pairs.
    return row(a, b)
        .orElseGet(
            () -> {
              synchronized (estimated) {
                return estimated.computeIfAbsent(key(a, b), k -> estimate(a, b));
              }
            });
  }

  private Rtt estimate(String a, String b) {
    Integer i = numbers.get(a);
    Integer j = numbers.get(b);
    if (i == null || j == null) {
      throw new IllegalArgumentException("no place '" + (i == null ? a : b) + "' in the catalogue");
    }
    RttEstimator.Estimate estimate = estimator.estimate(i, j);
    String from = names[estimate.from()];
    String to = names[estimate.to()];
    String date = row(from, to).map(rtt -> rtt.provenance().date()).orElse("");
    return new Rtt(
        Math.max(LEAST_ESTIMATE_MS, estimate.ms()),
        from + " - " + to,
        new Provenance(
            Status.ESTIMATED, "estimated from known pairs, see docs/catalogue.md", date));
  }
}
