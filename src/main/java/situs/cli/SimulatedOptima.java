package situs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import situs.experiment.Expected;
import situs.experiment.Experimenter;
import situs.experiment.Miss;
import situs.experiment.Replication;
import situs.experiment.Tightening;
import situs.experiment.Tightening.Round;
import situs.optimise.Effort;
import situs.placement.Promises;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;
import situs.scenario.LoadedScenario;
import situs.stats.Estimate;

/** Optima held against the simulation, mixed into {@link OptimiseCommand}. */
final class SimulatedOptima {

  /** Which table is wanted. */
  enum Wanted {
    rounds,
    estimates
  }

  @Option(
      names = "--simulate",
      paramLabel = "TABLE",
      description = {
        "Simulate each optimum; where it misses an objective or a total, plan again with more care,"
            + " until it holds or nothing more careful is left. Prints `rounds`, or `estimates`:"
            + " latencies as estimated and as simulated."
      })
  private Optional<Wanted> wanted = Optional.empty();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "15",
      description = "Plans that --simulate tries at most (default: ${DEFAULT-VALUE}).")
  private int most;

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Of each simulation; those of the scenario by default.")
  private Optional<Integer> replications = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replications at once; all cores by default. Results do not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** What became of the optimum under some clauses. */
  record Settled(String scenario, String clauses, Tightening tightening) {}

  /** A round of it; none where there is no placement. */
  record RoundRow(Settled settled, Optional<Round> round) {
    String missed() {
      return round
          .map(r -> r.misses().stream().map(Miss::what).collect(Collectors.joining("; ")))
          .orElse("");
    }

    String tightened() {
      return round.map(r -> String.join("; ", r.tightened())).orElse("");
    }

    Optional<Estimate> cost() {
      return round.flatMap(Round::usdPerDay);
    }

    String outcome() {
      return round.equals(settled.tightening().last())
          ? settled.tightening().end().words()
          : "planned again";
    }
  }

  /** A latency of the last round. */
  record EstimateRow(Settled settled, Expected expected) {}

  private static final Table<RoundRow> ROUNDS =
      new Table<>(
          "rounds",
          "One row a plan that was simulated.",
          List.of(
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
                  r -> r.round().map(x -> x.promise().usdPerDay())),
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
                  "tightened",
                  "What it was planned with more care than the round before.",
                  RoundRow::tightened),
              Column.text("missed", "In any replication, the worst.", RoundRow::missed),
              Column.text("outcome", "What became of it.", RoundRow::outcome)));

  private static final Table<EstimateRow> ESTIMATES =
      new Table<>(
          "estimates",
          "One row a latency of the plan of the last round.",
          List.of(
              Column.text("scenario", "Its name.", r -> r.settled().scenario()),
              Column.text("clauses", "Those that bind.", r -> r.settled().clauses()),
              Column.text("workload", "Who asks.", r -> r.expected().workload()),
              Column.text("metric", "What is measured.", r -> r.expected().metric().word()),
              Column.number(
                  "estimated_s",
                  "s",
                  4,
                  "Mean by the queueing estimate that plans are made with.",
                  r -> r.expected().estimatedS()),
              Column.number(
                  "simulated_s",
                  "s",
                  4,
                  "Mean of the simulation.",
                  r -> r.expected().simulatedS().mean()),
              Column.known(
                  "simulated_ci95_s",
                  "s",
                  4,
                  "Half-width of its 95 % interval.",
                  r -> r.expected().simulatedS().ci95()),
              Column.number(
                  "error_percent",
                  "%",
                  1,
                  "How much more the estimate is.",
                  r -> 100 * r.expected().error()),
              Column.number(
                  "simulated_p95_s",
                  "s",
                  4,
                  "95th percentile of the simulation, which no estimate tells.",
                  r -> r.expected().p95S())));

  boolean areWanted() {
    return wanted.isPresent();
  }

  /** Refuses numbers with which nothing would be simulated. */
  void check(CommandSpec command) {
    replications.ifPresent(n -> WrongUsage.requireAtLeast(command, 1, "--replications", n));
    WrongUsage.requireAtLeast(command, 1, "--rounds", most);
    WrongUsage.requireAtLeast(command, 1, "--threads", threads);
  }

  /** The table that is wanted, of all scenarios, and whether all optima hold. */
  record Told(String text, boolean hold) {}

  Told of(List<LoadedScenario> scenarios, Effort effort, TableFormat format) {
    List<Settled> all = scenarios.stream().flatMap(s -> settled(s, effort).stream()).toList();
    boolean hold = all.stream().allMatch(s -> s.tightening().end() == Tightening.End.HOLDS);
    return new Told(
        wanted.orElseThrow() == Wanted.rounds
            ? format.render(ROUNDS.with(rounds(all)))
            : format.render(ESTIMATES.with(estimates(all))),
        hold);
  }

  private List<Settled> settled(LoadedScenario loaded, Effort effort) {
    LoadedScenario wished = replications.map(loaded::withReplications).orElse(loaded);
    List<Regime> regimes = new ArrayList<>(List.of(new Regime(Regime.NONE, r -> false)));
    regimes.addAll(Regime.of(wished.contracts()));
    Promises promises = new Promises(wished.scenario(), wished.contracts(), effort);
    Experimenter experimenter = new Experimenter(Replication::new, threads, (done, all) -> {});
    return regimes.stream()
        .map(
            regime ->
                new Settled(
                    wished.scenario().name(),
                    regime.name(),
                    Tightening.of(
                        wished.scenario(),
                        wished.contracts(),
                        "optimal",
                        regime.readings(),
                        promises,
                        experimenter,
                        most)))
        .toList();
  }

  private static List<RoundRow> rounds(List<Settled> all) {
    List<RoundRow> rows = new ArrayList<>();
    for (Settled settled : all) {
      settled.tightening().rounds().forEach(r -> rows.add(new RoundRow(settled, Optional.of(r))));
      if (settled.tightening().rounds().isEmpty()) {
        rows.add(new RoundRow(settled, Optional.empty()));
      }
    }
    return rows;
  }

  private static List<EstimateRow> estimates(List<Settled> all) {
    List<EstimateRow> rows = new ArrayList<>();
    for (Settled settled : all) {
      settled
          .tightening()
          .last()
          .ifPresent(r -> Expected.of(r).forEach(e -> rows.add(new EstimateRow(settled, e))));
    }
    return rows;
  }
}
