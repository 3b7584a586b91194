package situs.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import situs.scenario.LoadedScenario;
import situs.stats.Precision;
import situs.trace.BadRows;

/** How experiments are run, mixed into the commands that run some. */
final class ExperimentOptions {
  /** Fewer leave the interval itself uncertain (Law and Kelton, 9.4.1). */
  private static final int LEAST = 10;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all random streams.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--replications", paramLabel = "N", description = "Independent runs a strategy.")
  private Optional<Integer> replications = Optional.empty();

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      converter = ShareConverter.class,
      description =
          "Add replications, from 10 on, until the 95 %% interval of every mean in comparison.csv"
              + " has a half-width within this share of it, such as 1%%; or say what it would take.")
  private Optional<Double> precision = Optional.empty();

  @Option(
      names = "--max-replications",
      paramLabel = "N",
      defaultValue = "200",
      description = "Where --precision ends in any case (default: ${DEFAULT-VALUE}).")
  private int most;

  @Option(
      names = "--criterion",
      split = ",",
      paramLabel = "NAME",
      description =
          "Compare by this only, such as cost_usd_per_day or call_p95_s, and hold it alone to"
              + " --precision; may be repeated.")
  private List<String> criteria = List.of();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Length of the measured window, such as '2 h'.")
  private Optional<Duration> duration = Optional.empty();

  @Option(names = "--scale", paramLabel = "X", description = "Multiply demand and capacity.")
  private Optional<Double> scale = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replications at once; all cores by default. Results do not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", paramLabel = "FOLDER", description = "Where the results go.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "WHAT",
      converter = Threshold.Converter.class,
      description = {
        "End with exit code 1 and say why when a strategy is in breach; contested (or worse); misses"
            + " an objective; leaves a component unplaced; or crosses a limit on a column of"
            + " summary.csv. One or more of: breach, contested, objective, unplaced,"
            + " [STRATEGY.]COLUMN with one of > >= < <= = != and a value, such"
            + " as 'cost_usd_per_day>120000' or 'cheapest.served_share<99%%'. What is not known"
            + " crosses every limit."
      })
  private List<Threshold> failOn = List.of();

  @Mixin private BadRowsOption badRows;

  /** Says which number makes no sense. */
  void check(CommandLine command) {
    requirePositive(command, "--replications", replications.orElse(1));
    requirePositive(command, "--threads", threads);
    requirePositive(command, "--scale", scale());
    if (precision.isPresent() && most < LEAST) {
      throw new ParameterException(
          command, "--max-replications must be " + LEAST + " at least, is " + most);
    }
  }

  private static void requirePositive(CommandLine command, String option, Number value) {
    if (!(value.doubleValue() > 0) || Double.isInfinite(value.doubleValue())) {
      throw new ParameterException(command, option + " must be more than 0, is " + value);
    }
  }

  /** The scenario as the command line wants it. */
  LoadedScenario changed(LoadedScenario loaded) {
    LoadedScenario changed = seed.map(loaded::withSeed).orElse(loaded);
    changed = replications.map(changed::withReplications).orElse(changed);
    changed = duration.map(changed::withDuration).orElse(changed);
    return scale.map(changed::scaled).orElse(changed);
  }

  Optional<Precision> precision() {
    return precision.map(relative -> new Precision(relative, LEAST, most));
  }

  List<String> criteria() {
    return criteria;
  }

  double scale() {
    return scale.orElse(1.0);
  }

  int threads() {
    return threads;
  }

  Optional<Path> out() {
    return out;
  }

  boolean quiet() {
    return quiet;
  }

  List<Threshold> failOn() {
    return failOn;
  }

  BadRows badRows() {
    return badRows.badRows();
  }
}
