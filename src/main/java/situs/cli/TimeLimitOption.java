package situs.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** {@code --time-limit}, mixed into the commands that search. */
final class TimeLimitOption {
  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      defaultValue = "10 min",
      description =
          "Of one search (default: ${DEFAULT-VALUE}). One that ends by it may differ from run to"
              + " run.")
  private Duration time = Duration.ofMinutes(10);

  Duration time() {
    return time;
  }
}
