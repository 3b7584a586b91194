package situs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import situs.experiment.Miss;
import situs.experiment.Round;
import situs.experiment.Tightening;
import situs.experiment.Tightening.End;
import situs.placement.Goal;
import situs.placement.Reached;
import situs.report.Column;
import situs.report.Table;
import situs.stats.Estimate;

/** The plans that were simulated, and what is known of the best of them. */
final class RoundsTable {
  private RoundsTable() {}

  /** What became of the optimum under some clauses. */
  record Settled(String scenario, String clauses, Goal goal, Tightening tightening) {

    /** {@code round 7 is the best that holds; no better one is left}. */
    String words() {
      End end = tightening.end();
      return tightening
          .best()
          .map(
              b ->
                  "round %d is the best that %s; %s"
                      .formatted(
                          b.number(),
                          b.shown().untold().isEmpty() ? "holds" : "is not seen to miss",
                          end.words()))
          .orElseGet(
              () ->
                  end == End.IMPOSSIBLE && goal instanceof Goal.Waiting
                      ? end.words() + " within the budget"
                      : end.words());
    }
  }

  /** A round of it; none where there is no placement. */
  record Row(Settled settled, Optional<Round> round) {
    Optional<Double> reached() {
      return round.map(r -> r.promise().reached()).map(Reached::value);
    }

    String missed() {
      return round
          .map(r -> r.shown().misses().stream().map(Miss::what).collect(Collectors.joining("; ")))
          .orElse("");
    }

    String untold() {
      return round.map(r -> String.join("; ", r.shown().untold())).orElse("");
    }

    String done() {
      return round.map(r -> String.join("; ", r.done())).orElse("");
    }

    Optional<Estimate> cost() {
      return round.flatMap(Round::usdPerDay);
    }

    private boolean isLast() {
      return round.equals(settled.tightening().last());
    }

    String outcome() {
      List<String> words = new ArrayList<>();
      round.ifPresent(r -> words.add(became()));
      if (isLast()) {
        words.add(settled.words());
      }
      return String.join("; ", words);
    }

    /** Of this plan; empty without one. */
    String became() {
      return round.map(Row::word).orElse("");
    }

    private static String word(Round round) {
      if (round.isMissed()) {
        return Stream.concat(
                Stream.of("missed"),
                round.excluded().stream().map(r -> "excluded with " + r.words()))
            .collect(Collectors.joining("; "));
      }
      return round.shown().untold().isEmpty() ? "holds" : "cannot be told";
    }

    /** What is known in the end. */
    Optional<Double> bound() {
      return isLast() && round.isPresent()
          ? Optional.of(settled.tightening().bound())
          : Optional.empty();
    }

    Optional<Double> gapPercent() {
      return isLast() ? settled.tightening().gap().map(g -> 100 * g) : Optional.empty();
    }
  }

  /** Of optima of that goal. */
  static Table<Row> of(Goal goal) {
    List<Column<Row>> columns = new ArrayList<>(plan());
    GoalColumns.reached(goal, Row::reached).ifPresent(columns::add);
    columns.addAll(simulation());
    columns.add(GoalColumns.bound(goal, Row::bound));
    columns.add(
        Column.known(
            "gap_percent",
            "%",
            3,
            "What the best that holds may reach less than the best found.",
            Row::gapPercent));
    return new Table<>("rounds", "One row a plan that was simulated.", columns);
  }

  private static List<Column<Row>> plan() {
    return List.of(
        Column.text("scenario", "Its name.", r -> r.settled().scenario()),
        Column.text("clauses", "Those that bind.", r -> r.settled().clauses()),
        Column.text(
            "round",
            "Counted from 1; empty without a placement.",
            r -> r.round().map(x -> "" + x.number()).orElse("")),
        Column.known(
            "planned_usd_per_day",
            "USD/day",
            2,
            "Rent and transfer of the plan.",
            r -> r.round().map(x -> x.promise().usdPerDay())));
  }

  private static List<Column<Row>> simulation() {
    return List.of(
        Column.known(
            "cost_usd_per_day",
            "USD/day",
            2,
            "Bill of the simulation without what contracts make payable, mean over replications.",
            r -> r.cost().map(Estimate::mean)),
        Column.known(
            "cost_ci95_usd_per_day",
            "USD/day",
            2,
            "Half-width of its 95 % interval.",
            r -> r.cost().flatMap(Estimate::ci95)),
        Column.text(
            "done", "How this plan came about: with what care, or what was taken back.", Row::done),
        Column.text("missed", "In any replication, the worst.", Row::missed),
        Column.text(
            "untold",
            "What cannot be told to be kept: no call was measured, or a fact is wanting.",
            Row::untold),
        Column.text("outcome", "What became of it; of the last, how it ended.", Row::outcome));
  }

  static List<Row> rows(List<Settled> all) {
    List<Row> rows = new ArrayList<>();
    for (Settled settled : all) {
      settled.tightening().rounds().forEach(r -> rows.add(new Row(settled, Optional.of(r))));
      if (settled.tightening().rounds().isEmpty()) {
        rows.add(new Row(settled, Optional.empty()));
      }
    }
    return rows;
  }
}
