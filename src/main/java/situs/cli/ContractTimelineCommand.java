package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.contract.Answer;
import situs.contract.Contracts;
import situs.contract.Disagreement;
import situs.contract.Era;
import situs.contract.Timeline;
import situs.model.Placement;
import situs.model.Unplaced;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;
import situs.report.UnplacedList;
import situs.report.Wrapped;
import situs.review.PlacementTimeline;
import situs.scenario.LoadedScenario;

/** The same placement through all regimes. */
@Command(
    name = "timeline",
    description = {
      "Judge what a strategy places, and every way that traffic could take in it, in each regime that"
          + " its contracts have had or will have.",
      "",
      "A regime begins wherever a clause begins or ends, or an event happens. Nothing is simulated:"
          + " totals are as planned, with the scenario's traffic whatever the regime; those that only"
          + " a run can tell are left out and named. What a strategy leaves without a place is listed."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 done; 2 the command or an input is wrong, or exceptions of a contract"
            + " disagree; 3 no strategy found a place for everything.%n%nExamples:%n",
    footer = {
      "  situs contract timeline scenarios/frontier-dispute.yaml",
      "  situs contract timeline scenarios/frontier-dispute.yaml --strategy split --format csv"
    })
final class ContractTimelineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario = Path.of("");

  @Option(
      names = "--strategy",
      split = ",",
      paramLabel = "NAME",
      description = "Only these; those of the scenario by default. A reading follows a colon.")
  private List<String> strategies = List.of();

  @Mixin private FormatOption format;

  @Mixin private BadRowsOption badRows;

  /** A row of the terminal's table: what is alike under every reading is told once. */
  private record Shown(String subject, String reading, List<Answer> answers) {}

  /** A cell, for machines. */
  private record Cell(
      String scenario,
      String strategy,
      String subject,
      String reading,
      Era era,
      String lawful,
      List<String> clauses) {}

  @Override
  public Integer call() {
    List<Cell> cells = new ArrayList<>();
    List<Disagreement> disagreements = new ArrayList<>();
    boolean placed = true;
    for (LoadedScenario loaded : ScenarioFiles.read(scenario, badRows.badRows())) {
      List<Placement> placements = placements(loaded);
      for (Placement placement : placements) {
        PlacementTimeline timeline = timeline(loaded, placement);
        cells.addAll(tell(loaded, placement, timeline));
        disagreements.addAll(timeline.disagreements());
      }
      placed &= placements.stream().anyMatch(Placement::placesEverything);
    }
    if (!isText()) {
      out().print(format.format().render(CELLS.with(cells)));
    }
    out().flush();
    int wrong = Disagreements.tell(disagreements, spec.commandLine().getErr());
    return Exit.worst(wrong, placed ? Exit.DONE : Exit.noPlacement(spec.commandLine()));
  }

  private List<Placement> placements(LoadedScenario loaded) {
    return StrategyChoice.of(strategies, Optional.empty(), loaded).stream()
        .map(strategy -> strategy.place(loaded.scenario(), loaded.contracts()))
        .toList();
  }

  private static List<Era> eras(LoadedScenario loaded) {
    return Era.of(Stream.of(loaded.contracts()));
  }

  private static PlacementTimeline timeline(LoadedScenario loaded, Placement placement) {
    return PlacementTimeline.of(
        loaded.scenario(),
        loaded.contracts(),
        placement,
        eras(loaded).stream().map(Era::at).toList());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private boolean isText() {
    return format.format() == TableFormat.TABLE;
  }

  private List<Cell> tell(LoadedScenario loaded, Placement placement, PlacementTimeline timeline) {
    List<Era> eras = eras(loaded);
    List<Timeline.Row> doubted = doubted(timeline.rows());
    if (isText()) {
      out()
          .println(
              "%s, %s, as placed for %s"
                  .formatted(
                      loaded.scenario().name(),
                      placement.strategy(),
                      Era.day(loaded.scenario().starts())));
      out().print(UnplacedList.of(List.of(placement), Terminal.style()));
      out().println();
      if (!doubted.isEmpty()) {
        print(doubted, eras, loaded.contracts());
      }
      if (!timeline.unplanned().isEmpty()) {
        String left = String.join(", ", timeline.unplanned());
        out().println(Wrapped.text("Only a run can tell of " + left + ".", ""));
      }
    }
    String name = loaded.scenario().name();
    return Stream.concat(
            doubted.stream().flatMap(row -> cells(name, placement.strategy(), row, eras)),
            placement.unplaced().stream().map(u -> cell(name, placement.strategy(), u)))
        .toList();
  }

  /** The whole, and every part of which any reading ever says that it must not be, or may not. */
  private static List<Timeline.Row> doubted(List<Timeline.Row> rows) {
    List<String> names =
        rows.stream()
            .filter(r -> PlacementTimeline.isWhole(r) || r.isEverDoubted())
            .map(Timeline.Row::candidate)
            .distinct()
            .toList();
    return rows.stream().filter(r -> names.contains(r.candidate())).toList();
  }

  private static Stream<Cell> cells(
      String scenario, String strategy, Timeline.Row row, List<Era> eras) {
    return IntStream.range(0, eras.size())
        .mapToObj(
            i ->
                new Cell(
                    scenario,
                    strategy,
                    row.candidate(),
                    row.reading(),
                    eras.get(i),
                    row.answers().get(i).kind().word(),
                    row.answers().get(i).clauses()));
  }

  /** At no time is it anywhere. */
  private static Cell cell(String scenario, String strategy, Unplaced unplaced) {
    Era ever = new Era(Optional.empty(), Optional.empty());
    String component = unplaced.component().toString();
    return new Cell(scenario, strategy, component, "", ever, "not placed", List.of());
  }

  private void print(List<Timeline.Row> rows, List<Era> eras, Contracts contracts) {
    List<Shown> shown = alike(rows);
    List<Integer> turns =
        IntStream.range(0, eras.size())
            .filter(i -> i == 0 || shown.stream().anyMatch(s -> changes(s.answers(), i)))
            .boxed()
            .toList();
    ClauseLetters letters = new ClauseLetters();
    List<Column<Shown>> columns = new ArrayList<>();
    columns.add(Column.text("what", "", Shown::subject));
    columns.add(Column.text("reading", "", Shown::reading));
    for (int turn : turns) {
      columns.add(Column.text(eras.get(turn).name(), "", s -> letters.cell(s.answers().get(turn))));
    }
    out().print(TableFormat.TABLE.render(new Table<>("timeline", "", columns).with(shown)));
    out().println();
    out().print(letters.legend(List.of(contracts)));
    long quiet = eras.size() - turns.size();
    if (quiet > 0) {
      out().println("  %d more dates change nothing here".formatted(quiet));
    }
    out().println();
  }

  private static boolean changes(List<Answer> answers, int at) {
    return !answers.get(at).equals(answers.get(at - 1));
  }

  /** Parts with the same answers under every reading stand in one row, by the first of them. */
  private static List<Shown> alike(List<Timeline.Row> rows) {
    Map<String, List<Timeline.Row>> byName = new LinkedHashMap<>();
    rows.forEach(r -> byName.computeIfAbsent(r.candidate(), n -> new ArrayList<>()).add(r));
    Map<List<List<Answer>>, List<String>> names = new LinkedHashMap<>();
    byName.forEach(
        (name, own) ->
            names
                .computeIfAbsent(
                    // The whole stands alone.
                    PlacementTimeline.isWhole(own.get(0))
                        ? List.of()
                        : own.stream().map(Timeline.Row::answers).toList(),
                    k -> new ArrayList<>())
                .add(name));
    List<Shown> shown = new ArrayList<>();
    for (List<String> all : names.values()) {
      String more = all.size() > 1 ? ", and %d alike".formatted(all.size() - 1) : "";
      for (Timeline.Row row : byName.getOrDefault(all.get(0), List.of())) {
        boolean first = row == byName.get(all.get(0)).get(0);
        shown.add(new Shown(first ? all.get(0) + more : "", row.reading(), row.answers()));
      }
    }
    return shown;
  }

  private static final Table<Cell> CELLS =
      new Table<>(
          "timeline",
          "One row a part of a placement, reading and regime.",
          List.of(
              Column.text("scenario", "Name.", Cell::scenario),
              Column.text("strategy", "Whose placement.", Cell::strategy),
              Column.text(
                  "subject",
                  "Placement or route; `all of it`, or `all that is placed` where that is not all; `totals,"
                      + " as planned`; a component that is not placed.",
                  Cell::subject),
              Column.text("reading", "Of the contracts.", Cell::reading),
              Column.text("from", "First instant; empty: ever.", c -> time(c.era().from())),
              Column.text("until", "First after it; empty: open.", c -> time(c.era().until())),
              Column.text("lawful", "`yes`, `no`, `open`; `not placed`.", Cell::lawful),
              Column.text(
                  "clauses", "That object, or cannot tell.", c -> String.join(" ", c.clauses()))));

  private static String time(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse("");
  }
}
