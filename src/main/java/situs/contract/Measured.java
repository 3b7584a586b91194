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
   * @param in whether the reading speaks of it; never false
   */
  public record Counted(Sighting sighting, Truth in) {}

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
      List<Counted> inside = counted.stream().filter(c -> c.sighting().within(start, end)).toList();
      periods.add(new Stretch(cuts.get(i - 1), cuts.get(i), start, end, inside));
    }
    return periods;
  }

  private double seconds(Instant instant) {
    return fromS + Duration.between(from, instant).toNanos() / 1e9;
  }
}
