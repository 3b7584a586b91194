package situs.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import situs.model.Capacity.Scheduled;
import situs.model.Level;

/**
 * Follows a daily schedule by the wall clock of its zone. A time that the begin of summer time
 * skips comes as much later, one that its end repeats comes once.
 */
final class ScheduledScaler implements Scaler {
  private record Change(double at, int replicas) {}

  private final List<Change> changes;
  private int upcoming;

  /**
   * @param replicas at a level
   * @param starts the instant at which measuring begins
   */
  ScheduledScaler(
      Scheduled schedule, ToIntFunction<Level> replicas, Instant starts, Timeline timeline) {
    changes = changes(schedule, replicas, starts, timeline);
    while (upcoming < changes.size() && changes.get(upcoming).at() <= timeline.demandFromS()) {
      upcoming++;
    }
  }

  /** From a day before the demand, so that something holds when it begins. */
  private static List<Change> changes(
      Scheduled schedule, ToIntFunction<Level> replicas, Instant starts, Timeline timeline) {
    double startS = timeline.measuredFromS();
    LocalDate first = day(schedule, starts, timeline.demandFromS() - startS).minusDays(2);
    LocalDate last = day(schedule, starts, timeline.endS() - startS);
    List<Change> changes = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      for (Map.Entry<LocalTime, Level> entry : schedule.levels().entrySet()) {
        ZonedDateTime at = ZonedDateTime.of(day, entry.getKey(), schedule.zone());
        double sinceStartS = Duration.between(starts, at.toInstant()).toNanos() / 1e9;
        changes.add(new Change(startS + sinceStartS, replicas.applyAsInt(entry.getValue())));
      }
    }
    changes.sort(Comparator.comparingDouble(Change::at));
    return changes;
  }

  private static LocalDate day(Scheduled schedule, Instant starts, double afterS) {
    return starts.plusNanos(Math.round(afterS * 1e9)).atZone(schedule.zone()).toLocalDate();
  }

  @Override
  public int initial() {
    return changes.get(upcoming - 1).replicas();
  }

  @Override
  public double next() {
    return upcoming < changes.size() ? changes.get(upcoming).at() : Double.POSITIVE_INFINITY;
  }

  @Override
  public int wanted(double now, int active) {
    return changes.get(upcoming++).replicas();
  }
}
