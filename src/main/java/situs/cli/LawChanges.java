package situs.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import situs.contract.Answer;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Era;
import situs.contract.LawChange;
import situs.contract.TotalChange;
import situs.document.TreeChange;
import situs.report.Column;
import situs.report.Table;
import situs.report.Wrapped;
import situs.review.Witnessed;

/** What {@code situs contract diff} prints. */
final class LawChanges {
  /**
   * What differs.
   *
   * @param before empty of what is measured, where no placement is turned or nobody can tell
   * @param after likewise
   * @param witnesses all that this is so of, a witness first; none likewise
   * @param asked by a clause that measures; empty of others
   */
  record Row(
      String reading,
      Optional<Instant> from,
      Optional<Instant> until,
      Optional<Answer> before,
      Optional<Answer> after,
      List<String> witnesses,
      Optional<TotalChange> asked) {}

  static final Table<Row> TABLE =
      new Table<>(
          "contract-diff",
          "One row a turn of the law, reading and stretch of time; then of what is measured.",
          List.of(
              Column.text("reading", "Of the contracts.", Row::reading),
              Column.text("from", "First instant; empty: ever.", c -> time(c.from())),
              Column.text("until", "First after it; empty: open.", c -> time(c.until())),
              Column.text(
                  "before", "`yes`, `no`, `open`; empty: no witness.", c -> word(c.before())),
              Column.text("after", "Likewise.", c -> word(c.after())),
              Column.text(
                  "witness",
                  "Placement or route, all that is placed, or strategy.",
                  LawChanges::witness),
              Column.count("subjects", "That this is so of.", c -> c.witnesses().size()),
              Column.text("clauses_before", "That decide.", c -> clauses(c.before())),
              Column.text("clauses_after", "That decide.", c -> clauses(c.after())),
              Column.text("measured_by", "Clause.", c -> asked(c, t -> Optional.of(t.clause()))),
              Column.text("asked_before", "What it asks.", c -> asked(c, TotalChange::before)),
              Column.text("asked_after", "Likewise.", c -> asked(c, TotalChange::after))));

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

  private static String word(Optional<Answer> answer) {
    return answer.map(a -> a.kind().word()).orElse("");
  }

  private static String clauses(Optional<Answer> answer) {
    return answer.map(a -> String.join(" ", a.clauses())).orElse("");
  }

  private static String witness(Row row) {
    return row.witnesses().isEmpty() ? "" : row.witnesses().get(0);
  }

  private static String asked(Row row, Function<TotalChange, Optional<String>> what) {
    return row.asked().flatMap(what).orElse("");
  }

  static List<Row> rows(List<LawChange> changes, List<Witnessed> totals) {
    return Stream.concat(
            changes.stream().map(LawChanges::row), totals.stream().flatMap(LawChanges::rows))
        .toList();
  }

  private static Row row(LawChange change) {
    return new Row(
        change.reading(),
        change.from(),
        change.until(),
        Optional.of(change.before()),
        Optional.of(change.after()),
        change.subjects(),
        Optional.empty());
  }

  private static Stream<Row> rows(Witnessed total) {
    return total.turns().isEmpty()
        ? Stream.of(row(total.change(), Optional.empty(), Optional.empty(), List.of()))
        : total.turns().stream()
            .map(
                turn ->
                    row(
                        total.change(),
                        Optional.of(turn.before()),
                        Optional.of(turn.after()),
                        turn.placements()));
  }

  private static Row row(
      TotalChange change, Optional<Answer> before, Optional<Answer> after, List<String> witnesses) {
    return new Row(
        change.reading(),
        change.from(),
        change.until(),
        before,
        after,
        witnesses,
        Optional.of(change));
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
  static String report(
      List<LawChange> changes, List<Witnessed> totals, List<Contracts> laws, int asked) {
    StringBuilder out = new StringBuilder();
    ClauseLetters letters = new ClauseLetters();
    for (LawChange change : changes) {
      out.append(turn(change)).append(during(change.from(), change.until())).append('\n');
      out.append("  ").append(change.subjects().get(0));
      out.append(more(change.subjects())).append('\n');
      out.append("  ").append(letters.cell(change.before()));
      out.append(" -> ").append(letters.cell(change.after())).append("\n\n");
    }
    totals.forEach(total -> out.append(measured(total)));
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

  private static String during(Optional<Instant> from, Optional<Instant> until) {
    return from.map(f -> ", from " + Era.day(f)).orElse("")
        + until.map(u -> ", until " + Era.day(u)).orElse("");
  }

  private static String more(List<String> subjects) {
    return subjects.size() == 1 ? "" : ", and " + (subjects.size() - 1) + " more";
  }

  private static String measured(Witnessed total) {
    TotalChange change = total.change();
    String title = change.reading() + ": " + change.clause() + " measures otherwise";
    StringBuilder out = new StringBuilder();
    out.append(Wrapped.text(title + during(change.from(), change.until()), ""));
    out.append(Wrapped.text("- " + change.before().orElse("nothing"), "  "));
    out.append(Wrapped.text("+ " + change.after().orElse("nothing"), "  "));
    total.turns().forEach(turn -> out.append(Wrapped.text(words(turn), "  ")));
    total.untold().forEach(words -> out.append(Wrapped.text(words, "  ")));
    if (total.turns().isEmpty() && total.untold().isEmpty()) {
      out.append(Wrapped.text(total.among().words(), "  "));
    }
    return out.append('\n').toString();
  }

  private static String words(Witnessed.Turn turn) {
    return "%s -> %s, as planned: %s%s"
        .formatted(
            turn.before().kind().word(),
            turn.after().kind().word(),
            turn.placements().get(0),
            more(turn.placements()));
  }
}
