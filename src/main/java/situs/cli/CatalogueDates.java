package situs.cli;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import situs.catalog.Catalog;
import situs.model.Accelerator;
import situs.model.Metro;
import situs.model.ModelShape;
import situs.model.Price;
import situs.model.Provenance;
import situs.model.Region;
import situs.model.ServingProfile;

/** How old the bundled figures are. */
final class CatalogueDates {
  /** Year, month or day; what a source adds in words is left out. */
  private static final Pattern ISO = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  private CatalogueDates() {}

  /** Oldest and newest date by table. */
  static SortedMap<String, String> of(Catalog catalog) {
    SortedMap<String, String> dates = new TreeMap<>();
    add(dates, "accelerators", catalog.accelerators(), Accelerator::provenance);
    add(dates, "metros", catalog.metros(), Metro::provenance);
    add(dates, "models", catalog.models(), ModelShape::provenance);
    add(dates, "prices", catalog.prices(), Price::provenance);
    add(dates, "regions", catalog.regions(), Region::provenance);
    add(dates, "serving profiles", catalog.profiles(), ServingProfile::provenance);
    return dates;
  }

  private static <T> void add(
      SortedMap<String, String> dates,
      String table,
      Collection<T> rows,
      Function<T, Provenance> provenance) {
    List<String> known =
        rows.stream()
            .map(row -> ISO.matcher(provenance.apply(row).date()))
            .filter(Matcher::lookingAt)
            .map(Matcher::group)
            .sorted()
            .toList();
    if (!known.isEmpty()) {
      dates.put(table, known.get(0) + " to " + known.get(known.size() - 1));
    }
  }
}
