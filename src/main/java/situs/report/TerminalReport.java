package situs.report;

import java.util.List;
import situs.experiment.Experiment;
import situs.experiment.ObligationRow;
import situs.experiment.StrategyResult;
import situs.experiment.Summary;
import situs.model.Scenario;

/** What a run prints: the table, who objects to what, what found no place, and the marks. */
public final class TerminalReport {
  /** Readable on a terminal of this width. */
  static final int WIDTH = 110;

  private TerminalReport() {}

  public static String of(Experiment experiment, Style style) {
    StringBuilder out = new StringBuilder();
    out.append(head(experiment.scenario(), style)).append('\n');
    out.append(StrategyTable.of(experiment, style));
    out.append(ObjectionList.of(experiment, style));
    out.append(UnsettledList.of(experiment, style));
    out.append(DistanceList.of(ObligationRow.of(experiment), style));
    out.append(UnplacedList.of(experiment, style));
    out.append(FleetList.of(experiment, style));
    out.append(OverloadList.of(experiment, style));
    out.append('\n').append(answer(experiment)).append('\n');
    out.append(simulated(experiment)).append('\n');
    for (String note : Marks.notes(experiment)) {
      out.append(Wrapped.text(note, "  "));
    }
    return out.toString();
  }

  private static String head(Scenario scenario, Style style) {
    return style.heading(scenario.name())
        + "\n"
        + (scenario.question().isBlank() ? "" : Wrapped.text(scenario.question(), ""))
        + Readable.duration(scenario.duration())
        + " from "
        + scenario.starts()
        + ", "
        + scenario.replications()
        + (scenario.replications() == 1 ? " replication" : " replications")
        + ", seed "
        + scenario.seed()
        + "\n";
  }

  private static String simulated(Experiment experiment) {
    long calls = Summary.of(experiment).stream().mapToLong(s -> s.totals().calls()).sum();
    return Readable.count(calls) + " model calls simulated.";
  }

  /** Whether anything is compliant under every reading. */
  static String answer(Experiment experiment) {
    if (experiment.contracts().contracts().isEmpty()) {
      return "The scenario names no contract: nothing was judged.";
    }
    List<String> compliant =
        experiment.compliantUnderEveryReading().stream().map(StrategyResult::strategy).toList();
    return compliant.isEmpty()
        ? "No strategy's placement is compliant under every reading."
        : "Compliant under every reading: " + String.join(", ", compliant) + ".";
  }
}
