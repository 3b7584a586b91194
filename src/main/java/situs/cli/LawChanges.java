package situs.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.contract.Answer;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Era;
import situs.contract.LawChange;
import situs.document.TreeChange;
import situs.report.Column;
import situs.report.Table;
import situs.report.Wrapped;

/** What {@code situs contract diff} prints. */
final class LawChanges {
  static final Table<LawChange> TABLE =
      new Table<>(
          "contract-diff",
          "One row a turn of the law, reading and stretch of time.",
          List.of(
              Column.text("reading", "Of the contracts.", LawChange::reading),
              Column.text("from", "First instant; empty: ever.", c -> time(c.from())),
              Column.text("until", "First after it; empty: open.", c -> time(c.until())),
              Column.text("before", "`yes`, `no`, `open`.", c -> c.before().kind().word()),
              Column.text("after", "Likewise.", c -> c.after().kind().word()),
              Column.text("witness", "Placement or route.", c -> c.subjects().get(0)),
              Column.count("subjects", "That this is so of.", c -> c.subjects().size()),
              Column.text("clauses_before", "That decide.", c -> clauses(c.before())),
              Column.text("clauses_after", "That decide.", c -> clauses(c.after()))));

  static final Table<TreeChange> KEYS =
      new Table<>(
          "contract-diff",
          "One row a key.",
          List.of(
              Column.text("key", "From the root on.", TreeChange::path),
              Column.text("before", "Empty: not there.", c -> c.before().orElse("")),
              Column.text("after", "Likewise.", c -> c.after().orElse(""))));

  private LawChanges() {}

  private static String time(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse("");
  }

  private static String clauses(Answer answer) {
    return String.join(" ", answer.clauses());
  }

  /** Clauses that are in force at one date only. */
  static List<TreeChange> inForce(Contracts law, Instant from, Instant to) {
    List<TreeChange> changes = new ArrayList<>();
    for (Contract contract : law.contracts()) {
      for (Clause clause : contract.clauses()) {
        if (clause.isInForceAt(from) != clause.isInForceAt(to)) {
          changes.add(
              new TreeChange(
                  contract.name() + "/" + clause.id(),
                  Optional.of(clause.text()).filter(t -> clause.isInForceAt(from)),
                  Optional.of(clause.text()).filter(t -> clause.isInForceAt(to))));
        }
      }
    }
    return changes;
  }

  static String report(List<TreeChange> changes) {
    StringBuilder out = new StringBuilder(changes.isEmpty() ? "The same.\n" : "");
    for (TreeChange change : changes) {
      out.append(change.path()).append('\n');
      change.before().ifPresent(text -> out.append(Wrapped.text("- " + text, "  ")));
      change.after().ifPresent(text -> out.append(Wrapped.text("+ " + text, "  ")));
    }
    return out.toString();
  }

  /**
   * @param asked how many placements and routes were judged
   */
  static String report(List<LawChange> changes, List<Contracts> laws, int asked) {
    StringBuilder out = new StringBuilder();
    ClauseLetters letters = new ClauseLetters();
    for (LawChange change : changes) {
      out.append(turn(change)).append(during(change)).append('\n');
      out.append("  ").append(change.subjects().get(0));
      int more = change.subjects().size() - 1;
      out.append(more == 0 ? "" : ", and " + more + " more").append('\n');
      out.append("  ").append(letters.cell(change.before()));
      out.append(" -> ").append(letters.cell(change.after())).append("\n\n");
    }
    out.append(letters.legend(laws));
    return out.append(
            changes.isEmpty()
                ? "The same of all %,d placements and routes that there could be.%n"
                    .formatted(asked)
                : "%n%,d placements and routes judged.%n".formatted(asked))
        .toString();
  }

  private static String turn(LawChange change) {
    return change.reading()
        + ": "
        + switch (change.after().kind()) {
          case LAWFUL -> "becomes lawful";
          case UNLAWFUL -> "becomes unlawful";
          case OPEN -> "becomes undetermined";
        };
  }

  private static String during(LawChange change) {
    return change.from().map(f -> ", from " + Era.day(f)).orElse("")
        + change.until().map(u -> ", until " + Era.day(u)).orElse("");
  }
}
