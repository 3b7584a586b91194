package situs.contract;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A stretch of time in which the same clauses are in force.
 *
 * @param from first instant; empty: since ever
 * @param until first instant after it; empty: open
 */
public record Era(Optional<Instant> from, Optional<Instant> until) {

  static final Era ALWAYS = new Era(Optional.empty(), Optional.empty());

  /** All time, cut wherever the law of any of them changes. */
  public static List<Era> of(Stream<Contracts> all) {
    TreeSet<Instant> changes = new TreeSet<>();
    all.forEach(c -> changes.addAll(c.changesBetween(Instant.MIN, Instant.MAX)));
    List<Era> eras = new ArrayList<>();
    Optional<Instant> from = Optional.empty();
    for (Instant change : changes) {
      eras.add(new Era(from, Optional.of(change)));
      from = Optional.of(change);
    }
    eras.add(new Era(from, Optional.empty()));
    return eras;
  }

  /** Adds one to others in order of time, as a part of the last where it goes on from there. */
  static void extend(List<Era> eras, Era next) {
    int last = eras.size() - 1;
    if (last >= 0 && eras.get(last).until().equals(next.from())) {
      eras.set(last, new Era(eras.get(last).from(), next.until()));
    } else {
      eras.add(next);
    }
  }

  /** An instant in it. */
  public Instant at() {
    return from.or(() -> until.map(u -> u.minusNanos(1))).orElse(Instant.EPOCH);
  }

  /** {@code 2026-02-27}, from which it is; {@code before 2019-07-22}; {@code always}. */
  public String name() {
    return from.map(Era::day).or(() -> until.map(u -> "before " + day(u))).orElse("always");
  }

  /** A day where the instant is its midnight UTC, else the instant. */
  public static String day(Instant instant) {
    var local = instant.atOffset(ZoneOffset.UTC);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? local.toLocalDate().toString()
        : instant.toString();
  }
}
