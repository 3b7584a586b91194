package situs.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import situs.experiment.Experiment;
import situs.experiment.PlacementRow;
import situs.simulation.FleetUse;

/** What was rented where replicas came and went, in the mean over replications. */
final class FleetList {
  private static final double ROUNDING_H = 1e-6;

  private FleetList() {}

  static String of(Experiment experiment, Style style) {
    List<PlacementRow> rows =
        PlacementRow.of(experiment).stream().filter(row -> changes(experiment, row)).toList();
    if (rows.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n" + style.heading("Rented") + "\n");
    for (PlacementRow row : rows) {
      out.append(row.strategy()).append("  ").append(row.placed().id()).append('\n');
      out.append(Wrapped.text(words(experiment, row), "    "));
    }
    return out.toString();
  }

  private static boolean changes(Experiment experiment, PlacementRow row) {
    double placedHours = placedHours(experiment, row);
    return row.fleets().stream()
        .anyMatch(f -> f.interruptions() > 0 || f.instanceHours() < placedHours - ROUNDING_H);
  }

  private static String words(Experiment experiment, PlacementRow row) {
    double hours = mean(row, FleetUse::instanceHours);
    return String.format(
        Locale.ROOT,
        "%,.1f instance-hours, %s of what was placed; replicas started %,.1f, given up %,.1f;"
            + " instances taken back %,.1f",
        hours,
        Readable.percent(hours / placedHours(experiment, row)),
        mean(row, FleetUse::started),
        mean(row, FleetUse::stopped),
        mean(row, FleetUse::interruptions));
  }

  private static double placedHours(Experiment experiment, PlacementRow row) {
    return row.placed().instances() * experiment.days() * 24;
  }

  private static double mean(PlacementRow row, ToDoubleFunction<FleetUse> amount) {
    return row.fleets().stream().mapToDouble(amount).average().orElseThrow();
  }
}
