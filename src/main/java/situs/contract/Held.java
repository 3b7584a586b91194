package situs.contract;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many instances there were over time.
 *
 * @param instancesFrom so many from a second of the measured window on, until the next
 */
public record Held(NavigableMap<Double, Integer> instancesFrom) {
  public Held {
    instancesFrom = Collections.unmodifiableNavigableMap(new TreeMap<>(instancesFrom));
  }

  /** The same number all the time. */
  public static Held always(int instances) {
    return new Held(new TreeMap<>(Map.of(0.0, instances)));
  }

  /** At a second of the window; none before the first. */
  int at(double seconds) {
    Map.Entry<Double, Integer> step = instancesFrom.floorEntry(seconds);
    return step == null ? 0 : step.getValue();
  }

  /** Seconds within a stretch, its ends excluded, at which the number changes. */
  Stream<Double> changes(double start, double end) {
    return instancesFrom.subMap(start, false, end, false).keySet().stream();
  }
}
