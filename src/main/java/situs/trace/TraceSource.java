package situs.trace;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of requests, and what was said of it.
 *
 * @param format empty: seen from its first line
 * @param columns of a CSV file of one's own
 */
public record TraceSource(Path path, Optional<TraceFormat> format, Optional<TraceColumns> columns) {

  /** A file that says itself what it is. */
  public static TraceSource of(Path path) {
    return new TraceSource(path, Optional.empty(), Optional.empty());
  }

  /** The path as it is shown. */
  String shown() {
    return path.toString().replace('\\', '/');
  }
}
