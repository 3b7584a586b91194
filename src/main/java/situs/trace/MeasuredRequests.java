package situs.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Requests as a server answered them, in order of arrival.
 *
 * @param name of their file
 * @param firstNs when the first arrived, nanoseconds of the file's clock
 * @param skipped rows that were left out
 */
public record MeasuredRequests(
    String name, List<MeasuredRequest> requests, long firstNs, Skipped skipped) {

  /** Nanoseconds since 1970 that no clock shows which counts from the start of a run. */
  private static final long IN_2001_NS = 1_000_000_000_000_000_000L;

  private static final long SECOND_NS = 1_000_000_000;

  public MeasuredRequests {
    requests = List.copyOf(requests);
  }

  /** Days of the first and the last arrival, UTC; empty where the clock is not the calendar's. */
  public Optional<List<LocalDate>> days() {
    double lastS = requests.get(requests.size() - 1).arrivalS();
    return firstNs < IN_2001_NS
        ? Optional.empty()
        : Optional.of(List.of(day(firstNs), day(firstNs + (long) (lastS * SECOND_NS))));
  }

  private static LocalDate day(long ns) {
    return Instant.ofEpochSecond(ns / SECOND_NS).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
