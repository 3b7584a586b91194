package situs.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import situs.bill.BillLine;
import situs.experiment.Experiment;
import situs.experiment.RouteRow;
import situs.experiment.StrategyResult;
import situs.model.Provenance;

/** Which shown figures rest on others that are not certain. */
final class Marks {
  /** Stands behind a marked figure. */
  static final String MARK = "~";

  private Marks() {}

  /** Whether the cost of a strategy rests on a price that is not certain. */
  static boolean cost(StrategyResult result) {
    return prices(result).findAny().isPresent();
  }

  /** Whether its latencies rest on a serving profile or a round trip that is not certain. */
  static boolean latency(Experiment experiment, StrategyResult result) {
    return profiles(result).findAny().isPresent()
        || distances(experiment, result).findAny().isPresent();
  }

  private static Stream<BillLine> prices(StrategyResult result) {
    return result.runs().stream()
        .flatMap(run -> run.bill().lines().stream())
        .filter(line -> uncertain(line.provenance()));
  }

  private static Stream<String> profiles(StrategyResult result) {
    return result.placement().placed().stream()
        .flatMap(placed -> placed.profile().stream())
        .filter(profile -> uncertain(profile.provenance()))
        .map(
            p ->
                p.model() + " on " + p.accelerator() + " (" + p.provenance().status().word() + ")");
  }

  private static Stream<String> distances(Experiment experiment, StrategyResult result) {
    return RouteRow.of(experiment, result).stream()
        .filter(row -> uncertain(row.rtt().provenance()))
        .map(
            row ->
                "%s to %s (%s)"
                    .formatted(
                        row.route().source().place(),
                        row.route().target().place(),
                        row.rtt().provenance().status().word()));
  }

  private static boolean uncertain(Provenance provenance) {
    return !provenance.status().certain();
  }

  /** What the marks stand for, one line a kind of figure. */
  static List<String> notes(Experiment experiment) {
    Set<String> prices = new LinkedHashSet<>();
    Set<String> profiles = new LinkedHashSet<>();
    Set<String> distances = new LinkedHashSet<>();
    for (StrategyResult result : experiment.results()) {
      prices(result)
          .map(l -> l.provider() + " " + l.sku() + " (" + l.provenance().status().word() + ")")
          .forEach(prices::add);
      profiles(result).forEach(profiles::add);
      distances(experiment, result).forEach(distances::add);
    }
    List<String> notes = new ArrayList<>();
    note(notes, "price", prices, "x_PriceStatus in costs.csv");
    note(notes, "serving profile", profiles, "profile_status in placements.csv");
    note(notes, "round trip", distances, "rtt_status in routes.csv");
    return notes;
  }

  private static void note(List<String> notes, String what, Set<String> of, String where) {
    if (!of.isEmpty()) {
      String few = String.join(", ", of.stream().limit(3).toList());
      String more = of.size() > 3 ? " and " + (of.size() - 3) + " more" : "";
      notes.add(MARK + " " + what + " not certain: " + few + more + "; see " + where);
    }
  }
}
