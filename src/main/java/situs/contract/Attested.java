package situs.contract;

import java.util.Optional;
import java.util.Set;
import situs.document.MapReader;

/**
 * What is known of a term, and how well.
 *
 * @param text what it says, in our words
 * @param cite where that is reported
 * @param status where the words come from: {@code published}, {@code reported}, {@code derived} or
 *     {@code assumed}
 * @param confidence in what is said of it: {@code high}, {@code medium} or {@code low}; empty: not
 *     said
 */
public record Attested(String text, String cite, String status, Optional<String> confidence) {
  private static final Set<String> STATUSES = Set.of("published", "reported", "derived", "assumed");
  private static final Set<String> CONFIDENCES = Set.of("high", "medium", "low");

  /** Of a mapping that must have a text and a source; empty where it has not. */
  static Optional<Attested> required(MapReader keys, String text) {
    Optional<String> says = keys.requiredText("text", text);
    Optional<String> source = keys.requiredText("cite", "where that is reported");
    Attested whole = optional(keys);
    return says.flatMap(t -> source.map(c -> whole));
  }

  /** Of a mapping that may have them. */
  static Attested optional(MapReader keys) {
    return new Attested(
        keys.text("text").orElse(""),
        keys.text("cite").orElse(""),
        keys.oneOf("status", STATUSES).orElse("reported"),
        keys.oneOf("confidence", CONFIDENCES));
  }
}
