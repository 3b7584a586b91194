package situs.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import situs.contract.Candidate;
import situs.contract.Facts;
import situs.contract.Reach;
import situs.drafting.Finding;
import situs.placement.BillSpace;
import situs.placement.Space;
import situs.report.Column;
import situs.report.Table;
import situs.scenario.LoadedScenario;

/** What {@code situs contract lint} asks of scenarios, and what it prints. */
final class LintFindings {
  static final Table<Finding> TABLE =
      new Table<>(
          "contract-lint",
          "One row a finding.",
          List.of(
              Column.text("file", "Contract file.", f -> f.at().file()),
              Column.count("line", "From 1.", f -> f.at().line()),
              Column.count("column", "From 1.", f -> f.at().column()),
              Column.text("severity", "`warning` or `note`.", LintFindings::severity),
              Column.text("finding", "Its kind, as `accept` names it.", f -> f.doubt().word()),
              Column.text("clause", "Its name.", Finding::clause),
              Column.text("about", "Which of its kind; empty: the only one.", Finding::about),
              Column.text("message", "With the way out.", Finding::message),
              Column.text("accepted", "Why; empty: it is not.", f -> f.accepted().orElse(""))));

  private LintFindings() {}

  /** All that could be, scenario by scenario. */
  static List<Reach.World> worlds(List<LoadedScenario> scenarios) {
    return scenarios.stream().map(LintFindings::world).toList();
  }

  private static Reach.World world(LoadedScenario loaded) {
    Stream<Facts> placed =
        Space.of(loaded.scenario()).stream().map(Candidate::facts).flatMap(List::stream);
    return new Reach.World(
        loaded.scenario().name(),
        loaded.contracts().circumstances(),
        Stream.concat(placed, BillSpace.of(loaded.scenario()).stream()).toList(),
        loaded.providers());
  }

  /**
   * @param all those that are not shown included, to be counted
   */
  static String report(List<Finding> shown, List<Finding> all) {
    long accepted = all.stream().filter(f -> f.accepted().isPresent()).count();
    long warnings = all.stream().filter(Finding::isOpenWarning).count();
    return shown.stream().map(LintFindings::line).collect(Collectors.joining())
        + "%d warnings, %d notes, %d accepted\n"
            .formatted(warnings, all.size() - warnings - accepted, accepted);
  }

  private static String line(Finding finding) {
    String kind = finding.doubt().word();
    String key = finding.about().isEmpty() ? kind : kind + ": " + finding.about();
    String how = finding.accepted().isPresent() ? "accepted" : severity(finding);
    String why = finding.accepted().map(reason -> "; accepted: " + reason).orElse("");
    return "%s: %s: %s [%s]%s\n".formatted(finding.at(), how, finding.message(), key, why);
  }

  private static String severity(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }
}
