package situs.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a reading of a clause is given to measure.
 *
 * @param parts the stretches of the measured window in which the clause is in force, in order
 * @param all every subject of the kind, whether or not the reading speaks of it
 * @param circumstances what is known beside the run
 * @param first what the clause measures that comes before this one, where one does
 */
public record Measured(
    Clause clause,
    List<Part> parts,
    List<Sighting> all,
    Circumstances circumstances,
    Optional<First> first) {

  public Measured {
    parts = List.copyOf(parts);
  }

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

  /**
   * A clause that takes what it asks before another counts.
   *
   * @param rule by which its reading measures
   */
  public record First(TotalRule rule, Measured measured) {}

  /**
   * A stretch in which the clause is in force without a break.
   *
   * @param fromS its start, seconds from the start of the measured window
   * @param counted what the reading speaks of in it, or may speak of
   */
  public record Part(Instant from, Instant until, double fromS, List<Counted> counted) {
    double untilS() {
      return secondsAt(until);
    }

    private double secondsAt(Instant instant) {
      return fromS + Duration.between(from, instant).toNanos() / 1e9;
    }

    private Stream<Counted> counted(Instant start, Instant end) {
      return counted.stream().filter(c -> c.sighting().within(secondsAt(start), secondsAt(end)));
    }

    private Stretch between(Instant start, Instant end, Optional<BigDecimal> covered) {
      double startS = secondsAt(start);
      double endS = secondsAt(end);
      List<Counted> inside =
          counted.stream().filter(c -> c.sighting().within(startS, endS)).toList();
      return new Stretch(start, end, startS, endS, covered, inside);
    }

    /** What of it lies in a stretch; empty where nothing does. */
    Optional<Stretch> within(Stretch stretch) {
      Instant start = stretch.from().isAfter(from) ? stretch.from() : from;
      Instant end = stretch.until().isBefore(until) ? stretch.until() : until;
      return start.isBefore(end)
          ? Optional.of(between(start, end, Optional.empty()))
          : Optional.empty();
    }
  }

  /**
   * A period of the clause, as far as it lies in the measured window.
   *
   * @param covered the share of the whole period that it is, 0 to 1; empty: no period is asked for
   */
  record Stretch(
      Instant from,
      Instant until,
      double fromS,
      double untilS,
      Optional<BigDecimal> covered,
      List<Counted> counted) {
    BigDecimal seconds() {
      return BigDecimal.valueOf(Duration.between(from, until).toNanos()).movePointLeft(9);
    }

    /**
     * What is known of an amount over all that counts for certain; of what is held, at its start.
     */
    BigDecimal sum(Measure measure) {
      return sum(measure, counted);
    }

    /** What of it is known of the whole window only, and divided in proportion. */
    BigDecimal inProportion(Measure measure) {
      return sum(
          measure,
          counted.stream()
              .filter(c -> c.sighting().timing() == Sighting.Timing.PROPORTION)
              .toList());
    }

    private BigDecimal sum(Measure measure, List<Counted> which) {
      return which.stream()
          .filter(c -> c.in() == Truth.TRUE)
          .flatMap(c -> c.sighting().amount(measure, fromS, untilS).stream())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@code ; 3.23 % of the period was measured}, where no more of it was measured. */
    String coverage() {
      return covered
          .filter(share -> share.compareTo(BigDecimal.ONE) < 0)
          .map(share -> "; " + Percent.of(share) + " of the period was measured")
          .orElse("");
    }

    /** The same with some of the subjects. */
    Stretch of(List<Counted> which) {
      return new Stretch(from, until, fromS, untilS, covered, which);
    }

    /** The part of it between two of its seconds. */
    private Stretch between(double start, double end) {
      return new Stretch(at(start), at(end), start, end, covered, counted);
    }

    private Instant at(double seconds) {
      return from.plusNanos(Math.round((seconds - fromS) * 1e9));
    }
  }

  /** The periods of the clause that lie in the parts; each whole part without one. */
  List<Stretch> periods(Optional<Cycle> cycle) {
    List<Stretch> periods = new ArrayList<>();
    for (Part part : parts) {
      List<Instant> cuts = new ArrayList<>();
      cuts.add(part.from());
      cycle.ifPresent(c -> cuts.addAll(c.cuts(part.from(), part.until())));
      cuts.add(part.until());
      for (int i = 1; i < cuts.size(); i++) {
        Instant from = cuts.get(i - 1);
        Instant until = cuts.get(i);
        periods.add(part.between(from, until, cycle.map(c -> c.share(from, until))));
      }
    }
    return periods;
  }

  /** A period in stretches in each of which what is held is the same. */
  List<Stretch> moments(Stretch period) {
    TreeSet<Double> cuts = new TreeSet<>(List.of(period.fromS(), period.untilS()));
    all.forEach(s -> s.held().changes(period.fromS(), period.untilS()).forEach(cuts::add));
    List<Stretch> moments = new ArrayList<>();
    double start = cuts.pollFirst();
    for (double end : cuts) {
      moments.add(period.between(start, end));
      start = end;
    }
    return moments;
  }

  /** What counts between two instants. */
  List<Counted> counted(Instant from, Instant until) {
    return parts.stream().flatMap(part -> part.counted(from, until)).toList();
  }

  /** The stretches of a period in which the clause is in force. */
  List<Stretch> within(Stretch period) {
    return parts.stream().flatMap(part -> part.within(period).stream()).toList();
  }
}
