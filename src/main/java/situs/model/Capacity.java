package situs.model;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many of its placed replicas each pool of a workload has over time, and how long one takes to
 * start. What was placed is the most.
 */
public record Capacity(Plan plan, Boot boot) {
  /** All that was placed, all the time. */
  public static final Capacity FIXED = new Capacity(new Fixed(), Boot.ASSUMED);

  /** Who decides how many replicas there are. */
  public sealed interface Plan permits Fixed, Scheduled, Autoscaled {

    /** The same for pools that many times as large. */
    Plan times(double factor);
  }

  /** The same for pools that many times as large. */
  public Capacity times(double factor) {
    return new Capacity(plan.times(factor), boot);
  }

  /** All that was placed, all the time. */
  public record Fixed() implements Plan {
    @Override
    public Plan times(double factor) {
      return this;
    }
  }

  /**
   * By the clock, every day alike.
   *
   * @param levels from each local time on, until the next
   */
  public record Scheduled(SortedMap<LocalTime, Level> levels, ZoneId zone) implements Plan {
    public Scheduled {
      levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
      if (levels.isEmpty()) {
        throw new IllegalArgumentException("a schedule needs a time at least");
      }
    }

    @Override
    public Plan times(double factor) {
      TreeMap<LocalTime, Level> scaled = new TreeMap<>();
      levels.forEach((time, level) -> scaled.put(time, level.times(factor)));
      return new Scheduled(scaled, zone);
    }
  }

  /** What an autoscaler looks at; each is a sum over the replicas of a pool. */
  public enum Signal {
    /** Replicas with any work, mean since the last look; of a runtime the share of places taken. */
    UTILISATION,
    /** Requests or sessions at the pool, waiting and served. */
    CONCURRENCY,
    /** Requests that wait. */
    QUEUE,
    /** Share of KV memory held. */
    KV
  }

  /**
   * As the Horizontal Pod Autoscaler of Kubernetes: at every look {@code amount / target} replicas
   * are wanted, rounded up, where the amount is the signal summed over all replicas; none is
   * started or stopped while that is within the tolerance of those there are.
   *
   * @param target of the signal, a replica
   * @param everyS between two looks, seconds
   * @param upAfterS it grows to the least that was wanted for so long, seconds
   * @param coolDownS it shrinks to the most that was wanted for so long, seconds
   * @param tolerance share
   */
  public record Autoscaled(
      Signal signal,
      double target,
      Level least,
      Level most,
      double everyS,
      double upAfterS,
      double coolDownS,
      double tolerance)
      implements Plan {
    public Autoscaled {
      if (!(target > 0 && everyS > 0 && upAfterS >= 0 && coolDownS >= 0 && tolerance >= 0)) {
        throw new IllegalArgumentException("need target > 0, every > 0 and the rest 0 or more");
      }
    }

    @Override
    public Plan times(double factor) {
      return new Autoscaled(
          signal,
          target,
          least.times(factor),
          most.times(factor),
          everyS,
          upAfterS,
          coolDownS,
          tolerance);
    }
  }
}
