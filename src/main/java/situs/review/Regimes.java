package situs.review;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import situs.contract.Contracts;
import situs.model.Scenario;

/** Instants from which on the law is another. */
public final class Regimes {
  /** Before and after every date that a contract names. */
  private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private Regimes() {}

  /** Those that a run of a scenario meets: its start, and every change within it. */
  public static List<Instant> within(Scenario scenario, Contracts contracts) {
    Instant starts = scenario.starts();
    return Stream.concat(
            Stream.of(starts),
            contracts.changesBetween(starts, starts.plus(scenario.duration())).stream())
        .distinct()
        .toList();
  }

  /** Every change that the contracts name; where they name none, a scenario's start. */
  public static List<Instant> all(Scenario scenario, Contracts contracts) {
    List<Instant> changes = contracts.changesBetween(EVER, LAST);
    return changes.isEmpty() ? List.of(scenario.starts()) : changes;
  }
}
