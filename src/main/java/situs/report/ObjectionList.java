package situs.report;

import java.util.List;
import situs.audit.Standing;
import situs.experiment.Experiment;
import situs.experiment.Standings;
import situs.experiment.StrategyResult;
import situs.experiment.ViolationRow;

/** Which placements are objected to, by which clause under which reading, and why. */
final class ObjectionList {
  /** More than this many of a strategy are left to violations.csv. */
  private static final int SHOWN = 8;

  private ObjectionList() {}

  static String of(Experiment experiment, Style style) {
    StringBuilder out = new StringBuilder();
    for (StrategyResult result : experiment.results()) {
      List<Objection> objections = Objection.group(ViolationRow.of(experiment, result));
      if (!objections.isEmpty()) {
        append(out, result, objections, style, experiment.days());
      }
    }
    return out.isEmpty() ? "" : "\n" + style.heading("Objections") + "\n" + out;
  }

  private static void append(
      StringBuilder out,
      StrategyResult result,
      List<Objection> objections,
      Style style,
      double days) {
    Standings standings = Standings.of(result);
    out.append(result.strategy()).append('\n');
    String placement = "";
    for (Objection objection : objections.subList(0, Math.min(SHOWN, objections.size()))) {
      if (!objection.placement().equals(placement)) {
        placement = objection.placement();
        Standing standing = standings.ofPlacement(placement);
        out.append("  ")
            .append(placement)
            .append("  ")
            .append(style.of(standing, standing.word()))
            .append('\n');
      }
      append(out, objection, days);
    }
    if (objections.size() > SHOWN) {
      int more = objections.size() - SHOWN;
      out.append("  and ").append(more).append(" more in violations.csv\n");
    }
  }

  private static void append(StringBuilder out, Objection objection, double days) {
    String requests =
        objection.requests() > 0
            ? ", " + Readable.count(objection.requests() / days) + " requests/day"
            : "";
    String exposure =
        objection
            .exposureUsd()
            .map(usd -> ", exposure " + Readable.usd(usd / days) + " USD/day")
            .orElse("");
    String clause = objection.contract() + ", " + objection.clause();
    out.append(Wrapped.text(clause + requests + exposure, "    "));
    objection
        .readingsByReason()
        .forEach(
            (reason, readings) ->
                out.append(Wrapped.text(String.join(", ", readings) + ": " + reason, "      ")));
  }
}
