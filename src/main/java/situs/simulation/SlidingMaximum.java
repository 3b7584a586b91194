package situs.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** The largest of the values seen within a time, in constant time a value on average. */
final class SlidingMaximum {
  private record Seen(double at, int value) {}

  private final double withinS;

  /** Descending in value, ascending in time: what could yet become the largest. */
  private final Deque<Seen> candidates = new ArrayDeque<>();

  SlidingMaximum(double withinS) {
    this.withinS = withinS;
  }

  /** Takes a value; returns the largest of those no older than the time given. */
  int with(double now, int value) {
    while (!candidates.isEmpty() && candidates.getLast().value() <= value) {
      candidates.removeLast();
    }
    candidates.addLast(new Seen(now, value));
    while (candidates.getFirst().at() < now - withinS) {
      candidates.removeFirst();
    }
    return candidates.getFirst().value();
  }
}
