package situs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import situs.catalog.Catalog;
import situs.document.InputException;
import situs.document.Names;
import situs.model.Metro;
import situs.model.RegionId;
import situs.model.Rtt;

/** A round trip that was looked up, in the words it was asked for. */
record Latency(String source, String target, Rtt rtt) {

  /**
   * The round trip between two places, each a {@code provider/region} or a metro's name.
   *
   * @throws InputException for names that the catalogue does not have, and for two metros
   */
  static Latency between(Catalog catalog, String a, String b) {
    List<String> problems =
        Stream.of(a, b).distinct().flatMap(name -> problem(catalog, name).stream()).toList();
    if (!problems.isEmpty()) {
      throw new InputException(String.join("\n", problems));
    }
    return new Latency(a, b, rtt(catalog, a, b));
  }

  private static Optional<String> problem(Catalog catalog, String name) {
    if (catalog.metro(name).isPresent() || regions(catalog).contains(name)) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>(regions(catalog));
    catalog.metros().forEach(metro -> known.add(metro.name()));
    return Optional.of("unknown region or metro '" + name + "'" + Names.hint(name, known));
  }

  private static Rtt rtt(Catalog catalog, String a, String b) {
    Optional<Metro> from = catalog.metro(a);
    Optional<Metro> to = catalog.metro(b);
    if (from.isPresent() && to.isPresent()) {
      throw new InputException(
          "'"
              + a
              + "' and '"
              + b
              + "' are both metros; traffic goes between a metro and a region, or between two"
              + " regions: write one as provider/region, such as "
              + regions(catalog).get(0));
    }
    if (from.isPresent()) {
      return catalog.network().rtt(from.get(), RegionId.parse(b));
    }
    return to.map(metro -> catalog.network().rtt(metro, RegionId.parse(a)))
        .orElseGet(() -> catalog.network().rtt(RegionId.parse(a), RegionId.parse(b)));
  }

  static List<String> regions(Catalog catalog) {
    return catalog.regions().stream().map(region -> region.id().toString()).toList();
  }

  /**
   * What the figure rests on: the source of a row, the city whose ping stands for a region's with
   * its source, or the pair that an estimate leans on.
   */
  String reference() {
    String source = rtt.provenance().source();
    return switch (rtt.provenance().status()) {
      case ESTIMATED -> rtt.reference();
      case DERIVED ->
          rtt.reference().isEmpty() ? source : "ping " + rtt.reference() + "; " + source;
      default -> source;
    };
  }
}
