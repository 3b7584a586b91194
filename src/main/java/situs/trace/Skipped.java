package situs.trace;

import java.util.Optional;

/**
 * Rows that were left out.
 *
 * @param rows how many
 * @param read how many rows there are with them
 * @param first the first of them and what is wrong with it, {@code line 4: ...}; empty when there
 *     is none
 */
public record Skipped(long rows, long read, Optional<String> first) {

  /** In words; empty when none was left out. */
  public Optional<String> told(String file) {
    return first.map(
        f -> "%s: left out %,d of %,d rows, the first at %s".formatted(file, rows, read, f));
  }
}
