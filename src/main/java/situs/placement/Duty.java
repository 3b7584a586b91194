package situs.placement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import situs.model.Capacity;
import situs.model.Level;
import situs.model.Scenario;

/**
 * How much of a fleet is there over a run. Known of a schedule that gives shares of what is placed;
 * what a number of replicas is of it, or what an autoscaler will make of the load, is not known
 * before there is a placement, and counts as all of it.
 *
 * @param parts of the run, by the share of the fleet that is there in them; together 1
 */
record Duty(SortedMap<Double, Double> parts) {

  /** All of it, all the time. */
  static final Duty WHOLE = new Duty(new TreeMap<>(Map.of(1.0, 1.0)));

  Duty {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  static Duty of(Capacity.Plan plan, Scenario scenario) {
    return plan instanceof Capacity.Scheduled schedule ? scheduled(schedule, scenario) : WHOLE;
  }

  /** On average over the run, 0 to 1. */
  double mean() {
    double sum = 0;
    for (Map.Entry<Double, Double> part : parts.entrySet()) {
      sum += part.getKey() * part.getValue();
    }
    return Math.min(1, sum);
  }

  /** At the least, 0 to 1. */
  double least() {
    return Math.min(1, parts.firstKey());
  }

  private static Duty scheduled(Capacity.Scheduled schedule, Scenario scenario) {
    Instant from = scenario.starts();
    Instant until = from.plus(scenario.duration());
    TreeMap<Instant, Level> changes = changes(schedule, from, until);
    SortedMap<Double, Double> parts = new TreeMap<>();
    Instant at = from;
    while (at.isBefore(until)) {
      Instant next = changes.higherKey(at);
      Instant to = next == null || next.isAfter(until) ? until : next;
      double part = Duration.between(at, to).toNanos() / (double) scenario.duration().toNanos();
      parts.merge(share(changes.floorEntry(at).getValue()), part, Double::sum);
      at = to;
    }
    return new Duty(parts);
  }

  /** From days before the run, so that something holds when it begins. */
  private static TreeMap<Instant, Level> changes(
      Capacity.Scheduled schedule, Instant from, Instant until) {
    TreeMap<Instant, Level> changes = new TreeMap<>();
    LocalDate last = until.atZone(schedule.zone()).toLocalDate();
    LocalDate first = from.atZone(schedule.zone()).toLocalDate().minusDays(2);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      for (Map.Entry<LocalTime, Level> entry : schedule.levels().entrySet()) {
        ZonedDateTime at = ZonedDateTime.of(day, entry.getKey(), schedule.zone());
        changes.put(at.toInstant(), entry.getValue());
      }
    }
    return changes;
  }

  private static double share(Level level) {
    return level instanceof Level.Share part ? part.share() : 1;
  }
}
