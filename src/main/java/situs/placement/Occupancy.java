package situs.placement;

import java.util.ArrayList;
import java.util.List;

/**
 * How many calls are at a pool at once, waiting ones included, by what it is asked and how many
 * instances it has: {@code n * N(work / n)}, where N is the number at one instance. The fuller an
 * instance, the more each further call slows the others, so that N is convex, and the highest of
 * straight lines through points of it is N up to a chord; times n they are linear in work and
 * instances both.
 *
 * <p>A call waits as if it had the choice among all the instances that there are.
 */
record Occupancy(List<Line> lines) {
  private static final int CHORDS = 16;

  /**
   * Calls are no fewer than {@code perWork * work + perInstance * instances}.
   *
   * @param perWork of work in seconds of saturated replicas a second
   */
  record Line(double perWork, double perInstance) {
    double at(double work, double instances) {
      return perWork * work + perInstance * instances;
    }
  }

  private record Point(double work, double calls) {
    double slopeTo(Point other) {
      return (other.calls - calls) / (other.work - work);
    }
  }

  Occupancy {
    lines = List.copyOf(lines);
  }

  /**
   * Whether it has the calls of a pool: not of a service, which is as quick as it says, nor where
   * replicas either prefill or decode, for there an instance more does not carry alike.
   */
  static boolean tells(Option option) {
    return option instanceof ModelOption model && model.isEven();
  }

  /** Of such a pool, up to the load that it is planned to. */
  static Occupancy of(ModelOption option, Sizing sizing) {
    List<Point> hull = new ArrayList<>();
    for (int i = 0; i <= CHORDS; i++) {
      double work = option.capacity(1, sizing) * i / CHORDS;
      Point point = new Point(work, option.underWay(work, 1));
      while (hull.size() > 1 && isAbove(hull, point)) {
        hull.remove(hull.size() - 1);
      }
      hull.add(point);
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < hull.size(); i++) {
      Point left = hull.get(i - 1);
      double slope = left.slopeTo(hull.get(i));
      lines.add(new Line(slope, left.calls() - slope * left.work()));
    }
    return new Occupancy(lines);
  }

  /** Whether the last point lies on or above the line past it: knots make such dents. */
  private static boolean isAbove(List<Point> hull, Point next) {
    Point before = hull.get(hull.size() - 2);
    Point last = hull.get(hull.size() - 1);
    return before.slopeTo(last) >= before.slopeTo(next);
  }

  /** Calls at a pool of so many instances. */
  double at(double work, double instances) {
    return lines.stream().mapToDouble(line -> line.at(work, instances)).max().orElse(0);
  }
}
