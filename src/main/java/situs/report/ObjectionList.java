package situs.report;

import java.util.ArrayList;
import java.util.List;
import situs.audit.Standing;
import situs.contract.Remedy;
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
    objections.stream().limit(SHOWN).forEach(objection -> append(result, objection));
    if (objections.size() > SHOWN) {
      int more = objections.size() - SHOWN;
      out.append("  and ").append(more).append(" more in violations.csv\n");
    }
  }

  private void append(StrategyResult result, Objection objection) {
    Standing standing =
        objection.reasons().keySet().containsAll(experiment.contracts().readings())
            ? Standing.BREACH
            : Standing.CONTESTED;
    out.append("  ").append(style.of(standing, standing.word())).append("  ");
    out.append(head(standing, objection)).append('\n');
    if (objection.isOfPeriods()) {
      periods(result, objection);
    } else {
      reasons(objection);
    }
  }

  private void periods(StrategyResult result, Objection objection) {
    for (String reading : objection.reasons().keySet()) {
      BrokenPeriods broken = BrokenPeriods.of(experiment.contracts(), result, objection, reading);
      out.append(Wrapped.text(broken.words(), "    "));
    }
  }

  private void reasons(Objection objection) {
    out.append(Wrapped.text(objection.placements(), "    "));
    objection
        .readingsByReason()
        .forEach(
            (reason, readings) ->
                out.append(Wrapped.text(String.join(", ", readings) + ": " + reason, "    ")));
  }

  /** The clause with the amounts, on a line of their own where one does not hold both. */
  private String head(Standing standing, Objection objection) {
    String clause = objection.contract() + ", " + objection.clause();
    String amounts = String.join(", ", amounts(objection));
    if (amounts.isEmpty()) {
      return clause;
    }
    int length = standing.word().length() + clause.length() + amounts.length() + 6;
    return length <= TerminalReport.WIDTH
        ? clause + ": " + amounts
        : clause + "\n" + Wrapped.text(amounts, "    ").stripTrailing();
  }

  private List<String> amounts(Objection objection) {
    List<String> amounts = new ArrayList<>();
    Lasting lasting = objection.lasting();
    boolean part = !lasting.isWhole(experiment.scenario());
    if (part) {
      amounts.add(lasting.words(experiment.scenario()));
    }
    if (objection.requests() > 0) {
      amounts.add(Readable.count(objection.requests()) + " requests");
    }
    if (part && objection.tokens() > 0) {
      amounts.add(Readable.count(objection.tokens()) + " tokens");
    }
    objection.remedy().ifPresent(remedy -> amounts.add(due(objection, remedy)));
    return amounts;
  }

  /** What is assumed is marked so. */
  private static String due(Objection objection, Remedy remedy) {
    String sum =
        objection
            .exposureUsd()
            .map(usd -> "exposure " + Readable.usd(usd) + " USD")
            .orElse(remedy.isRight() ? remedy.words() : "exposure not known, " + remedy.words());
    return sum + " (" + remedy.basis() + ")";
  }
}
