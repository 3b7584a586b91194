package situs.placement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import situs.model.Capacity;
import situs.model.Level;
import situs.model.Scenario;

/**
 * The part of a pool that is rented, on average over a run. Known of a schedule that gives shares
 * of what is placed; what a number of replicas is of it, or what an autoscaler will make of the
 * load, is not known before there is a placement, and counts as all of it.
 */
final class Duty {
  private Duty() {}

  /** 0 to 1. */
  static double of(Capacity.Plan plan, Scenario scenario) {
    return plan instanceof Capacity.Scheduled schedule ? scheduled(schedule, scenario) : 1;
  }

  private static double scheduled(Capacity.Scheduled schedule, Scenario scenario) {
    Instant from = scenario.starts();
    Instant until = from.plus(scenario.duration());
    TreeMap<Instant, Level> changes = changes(schedule, from, until);
    double sum = 0;
    Instant at = from;
    while (at.isBefore(until)) {
      Instant next = changes.higherKey(at);
      Instant to = next == null || next.isAfter(until) ? until : next;
      sum += share(changes.floorEntry(at).getValue()) * Duration.between(at, to).toNanos();
      at = to;
    }
    return Math.min(1, sum / scenario.duration().toNanos());
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
