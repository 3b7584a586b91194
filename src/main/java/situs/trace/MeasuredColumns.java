package situs.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import situs.document.Names;

/**
 * Which column of a file of measured requests holds what.
 *
 * @param arrival a timestamp, or a number in {@code unit}
 * @param ttft time to the first token, a number in {@code unit}
 * @param end of the request: an instant as {@code arrival} is, or how long it took
 */
public record MeasuredColumns(
    String arrival, String prompt, String output, String ttft, End end, TraceTimeUnit unit) {
  private static final String ARRIVAL = "arrival";
  private static final String PROMPT = "prompt";
  private static final String OUTPUT = "output";
  private static final String TTFT = "ttft";
  private static final String END = "end";
  private static final String CALL = "call";

  /** What may be named; one of the last two is. */
  public static final List<String> ROLES = List.of(ARRIVAL, PROMPT, OUTPUT, TTFT, END, CALL);

  /** The column that says when a request was over, and from when it counts. */
  public record End(String column, Clock clock) {}

  /** What a time counts from. */
  public enum Clock {
    SAME_AS_ARRIVAL,
    FROM_ARRIVAL
  }

  /** Arrival, prompt, output, time to first token, end. */
  List<String> names() {
    return List.of(arrival, prompt, output, ttft, end.column());
  }

  /**
   * Those that are named, and for the others those that are called like their role, such as {@code
   * prompt_tokens} or {@code TTFT_s}.
   *
   * @param named by role
   * @throws IllegalArgumentException where the file has not all of them
   */
  static MeasuredColumns of(List<String> header, Map<String, String> named, TraceTimeUnit unit) {
    Map<String, String> found = new LinkedHashMap<>();
    header.forEach(column -> found.putIfAbsent(role(column), column));
    found.putAll(named);
    if (named.containsKey(CALL) && !named.containsKey(END)) {
      found.remove(END);
    }
    requireAll(header, found);
    Optional<End> end =
        Optional.ofNullable(found.get(END)).map(c -> new End(c, Clock.SAME_AS_ARRIVAL));
    return new MeasuredColumns(
        String.valueOf(found.get(ARRIVAL)),
        String.valueOf(found.get(PROMPT)),
        String.valueOf(found.get(OUTPUT)),
        String.valueOf(found.get(TTFT)),
        end.orElseGet(() -> new End(String.valueOf(found.get(CALL)), Clock.FROM_ARRIVAL)),
        unit);
  }

  /** What a column is called without its unit. */
  private static String role(String column) {
    return column
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("_(s|seconds|tokens)_?$", "");
  }

  private static void requireAll(List<String> header, Map<String, String> found) {
    for (String role : ROLES) {
      String column = found.get(role);
      if (column != null && !header.contains(column)) {
        throw new IllegalArgumentException(
            "has no column '" + column + "'" + Names.hint(column, header));
      }
    }
    String missing =
        ROLES.stream()
            .filter(role -> !role.equals(END) && !found.containsKey(role))
            .filter(role -> !role.equals(CALL) || !found.containsKey(END))
            .map(role -> role.equals(CALL) ? END : role)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "has the columns "
              + String.join(", ", header)
              + "; say with --columns which of them is: "
              + missing);
    }
  }
}
