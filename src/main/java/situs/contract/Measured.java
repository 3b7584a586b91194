package situs.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reading of a clause is given to measure.
 *
 * @param counted what the reading speaks of, or may speak of
 * @param all every subject of the kind, whether or not the reading speaks of it
 * @param from start of a stretch of the measured window in which the clause is in force
 * @param until its end
 * @param fromS the same, seconds from the start of the measured window
 * @param circumstances what is known beside the run
 */
public record Measured(
    Clause clause,
    List<Counted> counted,
    List<Sighting> all,
    Instant from,
    Instant until,
    double fromS,
    Circumstances circumstances) {

  /**
   * A subject that counts.
   *
   * @param scope whether the reading speaks of it; never that it does not
   */
  public record Counted(Sighting sighting, Scope scope) {
    Truth in() {
      return scope.speaks();
    }

    /** Exceptions that disagree on whether it counts; says of what. */
    Optional<Verdict.Conflicting> conflict() {
      return scope.conflict().map(c -> c.about(sighting.name()));
    }
  }

  /** A period of the clause within the stretch. */
  record Stretch(Instant from, Instant until, double fromS, double untilS, List<Counted> counted) {
    BigDecimal seconds() {
      return BigDecimal.valueOf(Duration.between(from, until).toNanos()).movePointLeft(9);
    }

    /** What is known of an amount over all that counts for certain. */
    BigDecimal sum(Measure measure) {
      return counted.stream()
          .filter(c -> c.in() == Truth.TRUE)
          .flatMap(c -> c.sighting().amount(measure, fromS, untilS).stream())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /** The periods of the clause that lie in the stretch; the whole without one. */
  List<Stretch> periods(Optional<Cycle> cycle) {
    List<Instant> cuts = new ArrayList<>();
    cuts.add(from);
    cycle.ifPresent(c -> cuts.addAll(c.cuts(from, until)));
    cuts.add(until);
    List<Stretch> periods = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      double start = seconds(cuts.get(i - 1));
      double end = seconds(cuts.get(i));
      periods.add(
          new Stretch(
              cuts.get(i - 1), cuts.get(i), start, end, within(cuts.get(i - 1), cuts.get(i))));
    }
    return periods;
  }

  /** What counts in a part of the stretch. */
  List<Counted> within(Instant start, Instant end) {
    return counted.stream().filter(c -> c.sighting().within(seconds(start), seconds(end))).toList();
  }

  private double seconds(Instant instant) {
    return fromS + Duration.between(from, instant).toNanos() / 1e9;
  }
}
