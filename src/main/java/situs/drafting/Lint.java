package situs.drafting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.contract.Branch;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Examination;
import situs.contract.FactSpace;
import situs.contract.Facts;
import situs.document.Mark;
import situs.document.Node;

/**
 * Looks for what a drafter cannot have meant, clause by clause: dates and conditions that never
 * hold, demands that are always or never kept, exceptions that disagree, readings that never
 * differ. The search is exhaustive over {@link FactSpace}.
 */
public final class Lint {
  private final Contract contract;
  private final Contracts contracts;
  private final Places places;
  private final List<Finding> findings = new ArrayList<>();

  private Lint(Contract contract, Node root) {
    this.contracts = new Contracts(List.of(contract));
    // With its dates resolved, amendments worked in.
    this.contract = contracts.contracts().get(0);
    this.places = new Places(root);
  }

  /** What there is to say of a contract, in the order of its file. */
  public static List<Finding> of(Contract contract, Node root) {
    Lint lint = new Lint(contract, root);
    lint.contract.clauses().forEach(lint::clause);
    lint.places.replaced().forEach(lint::gap);
    lint.findings.sort(
        Comparator.<Finding>comparingInt(f -> f.at().line())
            .thenComparingInt(f -> f.at().column()));
    return List.copyOf(lint.findings);
  }

  private void clause(Clause clause) {
    Mark at = places.clause(clause.id());
    if (clause.inForce().spans().isEmpty()) {
      if (clause.dates().from().flatMap(from -> from.event()).isEmpty()) {
        warn(at, "clause '%s' is never in force: it ends before it begins", clause.id());
      }
      return;
    }
    FactSpace space = FactSpace.of(clause);
    if (space.unsearched().isPresent()) {
      String what =
          "clause '%s' is not searched: %s".formatted(clause.id(), space.unsearched().get());
      findings.add(new Finding(at, Finding.Severity.NOTE, what));
      return;
    }
    search(clause, space, at);
  }

  private void search(Clause clause, FactSpace space, Mark at) {
    Set<Branch> taken = new LinkedHashSet<>();
    Map<String, List<String>> words = new LinkedHashMap<>();
    Optional<Examination> conflict = Optional.empty();
    for (String reading : contracts.readings()) {
      List<String> said = words.computeIfAbsent(reading, r -> new ArrayList<>());
      for (Instant date : space.dates()) {
        for (Facts facts : space.subjects()) {
          Examination one = Examination.of(contracts, contract, clause, reading, facts, date);
          taken.addAll(one.branches());
          said.add(one.word());
          if (one.word().equals("exceptions disagree")) {
            conflict = conflict.or(() -> Optional.of(one));
          }
        }
      }
    }
    conflict.ifPresent(one -> warn(at, "clause '%s': %s", clause.id(), one.why().text()));
    untaken(clause, taken, at);
    alike(clause, words, at);
  }

  /** Outcomes that no subject has. */
  private void untaken(Clause clause, Set<Branch> taken, Mark at) {
    for (Branch branch : Examination.branches(contract, contracts.readings())) {
      if (branch.clause().equals(clause.id()) && !taken.contains(branch)) {
        String what = branch.what().isEmpty() ? "the reading" : branch.what();
        warn(
            at,
            "clause '%s'%s: no subject at any date has '%s'; delete it, or mend the condition",
            clause.id(),
            branch.reading().isEmpty() ? "" : " by '" + branch.reading() + "'",
            what);
      }
    }
  }

  /** Readings that are written apart and never say anything different. */
  private void alike(Clause clause, Map<String, List<String>> words, Mark at) {
    List<String> own = clause.readings().keySet().stream().filter(words::containsKey).toList();
    for (int i = 0; i < own.size(); i++) {
      for (int j = i + 1; j < own.size(); j++) {
        if (words.get(own.get(i)).equals(words.get(own.get(j)))) {
          warn(
              at,
              "clause '%s': readings '%s' and '%s' never differ; write one, or what sets them apart",
              clause.id(),
              own.get(i),
              own.get(j));
        }
      }
    }
  }

  /** A clause that is replaced and the one in its place should meet. */
  private void gap(Places.Replaced replaced) {
    Optional<Instant> end =
        named(replaced.old())
            .flatMap(c -> c.inForce().spans().stream().reduce((a, b) -> b))
            .flatMap(span -> span.until());
    Optional<Instant> begin =
        named(replaced.by())
            .flatMap(c -> c.inForce().spans().stream().findFirst())
            .flatMap(span -> span.from());
    if (end.isPresent() && begin.isPresent() && end.get().isBefore(begin.get())) {
      warn(
          replaced.at(),
          "neither '%s' (until %s) nor '%s' (from %s) is in force between; let them meet",
          replaced.old(),
          day(end.get()),
          replaced.by(),
          day(begin.get()));
    }
  }

  private Optional<Clause> named(String id) {
    return contract.clauses().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  private static String day(Instant instant) {
    return instant.toString().replace("T00:00:00Z", "");
  }

  private void warn(Mark at, String message, Object... arguments) {
    findings.add(new Finding(at, Finding.Severity.WARNING, message.formatted(arguments)));
  }
}
