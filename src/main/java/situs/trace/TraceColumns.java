package situs.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which column of a CSV file holds what.
 *
 * @param time a timestamp, or a number in {@code unit}
 * @param session empty where requests are of no session
 * @param unit of times that are numbers
 */
public record TraceColumns(
    String time, String prompt, String output, Optional<String> session, TraceTimeUnit unit) {

  /** The columns of the Azure LLM inference traces. */
  public static final TraceColumns AZURE =
      new TraceColumns(
          "TIMESTAMP", "ContextTokens", "GeneratedTokens", Optional.empty(), TraceTimeUnit.SECONDS);

  /** Time, prompt, output and perhaps session. */
  List<String> names() {
    return Stream.concat(Stream.of(time, prompt, output), session.stream()).toList();
  }
}
