package situs.model;

import java.util.Locale;

/** What latency is measured of. All times in seconds, seen from the one who asked. */
public enum Metric {
  /** Sent until the first token is back, network included. */
  TTFT,
  /** Time per output token after the first, on the server: (end - first) / (tokens - 1). */
  TPOT,
  /** Sent until the last token is back, network included. */
  CALL,
  /** A session's model call and the tool call after it. */
  STEP,
  /** From a user's input to the session's answer, network included. */
  TURN;

  /** The word used in files and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
