package situs.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import situs.contract.Acceptance;
import situs.contract.Clause;
import situs.contract.Doubt;
import situs.document.Mark;

/** Gathers what is found, and sets beside it what the contract accepts. */
final class Findings {
  private final List<Finding> found = new ArrayList<>();

  /**
   * @param about what sets it apart from others of its kind; empty where there is one at most
   */
  void add(Mark at, Doubt doubt, Clause clause, String about, String message) {
    Optional<String> accepted =
        clause.accepted().stream()
            .filter(acceptance -> acceptance.covers(doubt, about))
            .map(Acceptance::reason)
            .findFirst();
    Finding.Severity severity = doubt.isMild() ? Finding.Severity.NOTE : Finding.Severity.WARNING;
    found.add(new Finding(at, severity, doubt, clause.id(), about, message, accepted));
  }

  /** What a clause accepts and nobody has found. */
  void unfound(Clause clause, boolean askedScenarios) {
    for (Acceptance acceptance : clause.accepted()) {
      boolean asked = askedScenarios || !acceptance.doubt().asksForScenario();
      if (asked && found.stream().noneMatch(finding -> covers(clause, acceptance, finding))) {
        found.add(unfound(clause, acceptance));
      }
    }
  }

  private static boolean covers(Clause clause, Acceptance acceptance, Finding finding) {
    return finding.clause().equals(clause.id())
        && acceptance.covers(finding.doubt(), finding.about());
  }

  /** Of other scenarios than those asked it may be true: then it is no more than a note. */
  private static Finding unfound(Clause clause, Acceptance acceptance) {
    boolean ofScenarios = acceptance.doubt().asksForScenario();
    String what =
        acceptance.doubt().word() + acceptance.about().map(about -> ": " + about).orElse("");
    String message = "clause '%s' accepts '%s', which is not found%s; delete it%s";
    return new Finding(
        acceptance.at(),
        ofScenarios ? Finding.Severity.NOTE : Finding.Severity.WARNING,
        Doubt.ACCEPTS_NOTHING,
        clause.id(),
        what,
        ofScenarios
            ? message.formatted(clause.id(), what, " here", ", unless another scenario needs it")
            : message.formatted(clause.id(), what, "", ""),
        Optional.empty());
  }

  /** In the order of the file. */
  List<Finding> inOrder() {
    return found.stream()
        .sorted(
            Comparator.<Finding>comparingInt(finding -> finding.at().line())
                .thenComparingInt(finding -> finding.at().column()))
        .toList();
  }
}
