package situs.drafting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Doubt;
import situs.contract.FactSpace;
import situs.contract.Gap;
import situs.contract.Reach;
import situs.document.Mark;
import situs.document.Names;
import situs.document.Node;

/**
 * Looks for what a drafter cannot have meant, clause by clause: dates and conditions that never
 * hold, demands that are always or never kept, exceptions that overlap, readings that never differ;
 * and, of scenarios, what they give a clause no occasion for.
 */
public final class Lint {
  private static final String BETWEEN =
      "neither '%s' (until %s) nor '%s' (from %s) is in force between; let them meet";

  private final Contract contract;
  private final Contracts contracts;
  private final Places places;
  private final List<Reach.World> worlds;
  private final Findings findings = new Findings();

  private Lint(Contract contract, Node root, List<Reach.World> worlds) {
    this.contracts = new Contracts(List.of(contract));
    // With its dates resolved, amendments worked in.
    this.contract = contracts.contracts().get(0);
    this.places = new Places(root);
    this.worlds = worlds;
  }

  /** What there is to say of a contract by itself, in the order of its file. */
  public static List<Finding> of(Contract contract, Node root) {
    return of(contract, root, List.of());
  }

  /** The same, and what there is to say of it in scenarios, taken together. */
  public static List<Finding> of(Contract contract, Node root, List<Reach.World> scenarios) {
    Lint lint = new Lint(contract, root, scenarios);
    lint.contract.clauses().forEach(lint::clause);
    lint.places.replaced().forEach(lint::gap);
    Gap.between(lint.contract.clauses()).forEach(lint::gap);
    lint.contract.clauses().forEach(c -> lint.findings.unfound(c, !scenarios.isEmpty()));
    return lint.findings.inOrder();
  }

  private void clause(Clause clause) {
    Mark at = places.clause(clause.id());
    if (!worlds.isEmpty()) {
      Reach.of(contract, clause.id(), worlds).ifPresent(reach -> reach(clause, reach, at));
      places.providers(clause.id()).forEach(named -> known(clause, named));
    }
    if (clause.inForce().spans().isEmpty()) {
      neverInForce(clause, at);
      return;
    }
    Gap.withinExceptions(clause).forEach(gap -> gapOfExceptions(clause, gap));
    FactSpace space = FactSpace.of(clause);
    if (space.unsearched().isPresent()) {
      String what = "clause '%s' is not searched: %s";
      add(at, Doubt.NOT_SEARCHED, clause, "", what, clause.id(), space.unsearched().get());
    } else {
      new ClauseSearch(contracts, contract, clause, at, findings).through(space);
    }
  }

  private void neverInForce(Clause clause, Mark at) {
    if (clause.dates().from().stream().allMatch(from -> from.event().isEmpty())) {
      String what = "clause '%s' is never in force: it ends before it begins";
      add(at, Doubt.NEVER_IN_FORCE, clause, "", what, clause.id());
    }
  }

  /** A clause that is replaced and the one in its place should meet. */
  private void gap(Places.Replaced replaced) {
    Optional<Instant> end =
        named(replaced.old())
            .flatMap(c -> c.inForce().spans().stream().reduce((a, b) -> b))
            .flatMap(span -> span.until());
    Optional<Clause> by = named(replaced.by());
    Optional<Instant> begin =
        by.flatMap(c -> c.inForce().spans().stream().findFirst()).flatMap(span -> span.from());
    if (end.isPresent() && begin.isPresent() && end.get().isBefore(begin.get())) {
      add(
          replaced.at(),
          Doubt.GAP,
          by.orElseThrow(),
          replaced.old(),
          BETWEEN,
          replaced.old(),
          day(end.get()),
          replaced.by(),
          day(begin.get()));
    }
  }

  /** Clauses that say the same at different times. */
  private void gap(Gap gap) {
    boolean told =
        places.replaced().stream()
            .anyMatch(r -> r.old().equals(gap.before()) && r.by().equals(gap.by()));
    if (!told) {
      add(
          places.clause(gap.by()),
          Doubt.GAP,
          named(gap.by()).orElseThrow(),
          gap.before(),
          BETWEEN,
          gap.before(),
          day(gap.ends()),
          gap.by(),
          day(gap.begins()));
    }
  }

  private void gapOfExceptions(Clause clause, Gap gap) {
    add(
        places.clause(clause.id()),
        Doubt.GAP,
        clause,
        gap.before(),
        "clause '%s': " + BETWEEN,
        clause.id(),
        gap.before(),
        day(gap.ends()),
        gap.by(),
        day(gap.begins()));
  }

  private void reach(Clause clause, Reach reach, Mark at) {
    String kind = clause.over().word();
    if (!reach.speaks()) {
      add(
          at,
          Doubt.NOT_TRIGGERED,
          clause,
          "",
          "clause '%s' speaks of none of the %,d %ss in %s%s",
          clause.id(),
          reach.subjects(),
          kind,
          scenarios(),
          why(reach));
    }
    for (String fact : reach.unstated()) {
      add(
          at,
          Doubt.NOT_STATED,
          clause,
          fact,
          "clause '%s' cannot be told of some %s without %s, and of none that it speaks of is that"
              + " known in %s; state it, or let 'when' leave such out",
          clause.id(),
          kind,
          fact,
          scenarios());
    }
  }

  private void known(Clause clause, Node.Scalar provider) {
    List<String> known = worlds.stream().flatMap(w -> w.providers().stream()).distinct().toList();
    if (!known.contains(provider.text())) {
      add(
          provider.at(),
          Doubt.NOT_KNOWN,
          clause,
          provider.text(),
          "clause '%s' names a provider '%s', of which no region is known in %s; correct it, or give it"
              + " a region under `catalog:`%s",
          clause.id(),
          provider.text(),
          scenarios(),
          Names.hint(provider.text(), known));
    }
  }

  private static String why(Reach reach) {
    if (reach.subjects() == 0) {
      return "";
    }
    return reach.never().isEmpty()
        ? ": its conditions never hold together, or exceptions free all"
        : ": none has " + String.join(", none has ", reach.never());
  }

  private String scenarios() {
    return String.join(", ", worlds.stream().map(Reach.World::name).distinct().toList());
  }

  private Optional<Clause> named(String id) {
    return contract.clauses().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  private static String day(Instant instant) {
    return instant.toString().replace("T00:00:00Z", "");
  }

  private void add(
      Mark at, Doubt doubt, Clause clause, String about, String message, Object... arguments) {
    findings.add(at, doubt, clause, about, message.formatted(arguments));
  }
}
