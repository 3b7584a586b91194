package situs.report;

import java.util.List;
import situs.audit.Standing;
import situs.experiment.Experiment;
import situs.experiment.StrategyResult;
import situs.experiment.ViolationRow;

/** Which placements are objected to, by which clause under which reading, and why. */
final class ObjectionList {
  /** More than this many of a strategy are left to violations.csv. */
  private static final int SHOWN = 8;

  private final Experiment experiment;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private ObjectionList(Experiment experiment, Style style) {
    this.experiment = experiment;
    this.style = style;
  }

  static String of(Experiment experiment, Style style) {
    ObjectionList list = new ObjectionList(experiment, style);
    experiment.results().forEach(list::append);
    return list.out.isEmpty() ? "" : "\n" + style.heading("Objections") + "\n" + list.out;
  }

  private void append(StrategyResult result) {
    List<Objection> objections = Objection.group(ViolationRow.of(experiment, result));
    if (objections.isEmpty()) {
      return;
    }
    out.append(result.strategy()).append('\n');
    objections.stream().limit(SHOWN).forEach(this::append);
    if (objections.size() > SHOWN) {
      int more = objections.size() - SHOWN;
      out.append("  and ").append(more).append(" more in violations.csv\n");
    }
  }

  private void append(Objection objection) {
    Standing standing =
        objection.reasons().keySet().containsAll(experiment.contracts().readings())
            ? Standing.BREACH
            : Standing.CONTESTED;
    out.append("  ").append(style.of(standing, standing.word())).append("  ");
    out.append(objection.contract()).append(", ").append(objection.clause());
    out.append(amounts(objection)).append('\n');
    out.append(Wrapped.text(objection.placements(), "    "));
    objection
        .readingsByReason()
        .forEach(
            (reason, readings) ->
                out.append(Wrapped.text(String.join(", ", readings) + ": " + reason, "    ")));
  }

  private String amounts(Objection objection) {
    double days = experiment.days();
    String requests =
        objection.requests() > 0
            ? ": " + Readable.count(objection.requests() / days) + " requests/day"
            : "";
    return requests
        + objection
            .exposureUsd()
            .map(usd -> ", exposure " + Readable.usd(usd / days) + " USD/day" + basis(objection))
            .orElse("");
  }

  /** What is assumed is marked so. */
  private static String basis(Objection objection) {
    return objection.remedy().map(remedy -> " (" + remedy.basis() + ")").orElse("");
  }
}
