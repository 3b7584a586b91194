package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import situs.optimise.Answer;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;
import situs.optimise.LinearProgram.Sum;
import situs.optimise.Solver;

/**
 * What cost, waiting, exposure and breaches without a price can be had together: the least cost
 * within every combination of limits on the other three (epsilon-constraint; Haimes, Lasdon and
 * Wismer, IEEE Trans. SMC 1, 1971). The limits on waiting and on exposure are levels at equal
 * distances (a thousandth of the value at least), those on breaches every number. So for any
 * placement there is a point of no higher cost, up to the gap of its proof, with no more breaches,
 * whose waiting and exposure are at the most a level higher.
 *
 * <p>A point that keeps to tighter limits than it was found within is the least cost within those
 * too, which is not proven again.
 */
final class Front {
  /** Limits are kept to this. */
  private static final double SAME = 1e-6;

  /** Points this near each other are one: the proofs are no finer. */
  private static final double NO_FINER = 1e-3;

  /** Enough to tell equal costs apart, too little to outweigh waiting. */
  private static final double EXPOSURE_WEIGHT = 1e-6;

  private final Stages stages;
  private final Exposures exposures;
  private final Predicate<Lane> open;
  private final Effort effort;

  /**
   * What a point keeps to.
   *
   * @param waiting calls and turns under way at once, at the most
   * @param exposureUsd exposure, at the most
   * @param unpriced breaches without a price, at the most
   */
  record Limits(double waiting, double exposureUsd, int unpriced) {

    /** Twice as loose as the rows, which a solver goes to the end of. */
    boolean hold(Point point) {
      return point.plan().waiting() <= loose(loose(waiting))
          && point.exposureUsd() <= loose(loose(exposureUsd))
          && point.unpriced().size() <= unpriced;
    }

    boolean looserThan(Limits other) {
      return waiting >= other.waiting
          && exposureUsd >= other.exposureUsd
          && unpriced >= other.unpriced;
    }
  }

  /**
   * A placement with the least cost within its limits.
   *
   * @param within the limits that it was found within
   */
  record Point(
      Plan plan, double exposureUsd, Set<String> bases, Set<String> unpriced, Limits within) {

    boolean isBeatenBy(Point other) {
      return noMore(other.plan.usdPerHour(), plan.usdPerHour())
          && noMore(other.plan.waiting(), plan.waiting())
          && noMore(other.exposureUsd, exposureUsd)
          && other.unpriced.size() <= unpriced.size()
          && !(isLike(other) && other.unpriced.size() == unpriced.size());
    }

    boolean isLike(Point other) {
      return near(other.plan.usdPerHour(), plan.usdPerHour())
          && near(other.plan.waiting(), plan.waiting())
          && near(other.exposureUsd, exposureUsd)
          && other.unpriced.size() == unpriced.size();
    }

    private static boolean noMore(double a, double b) {
      return a < b || near(a, b);
    }

    private static boolean near(double a, double b) {
      return Math.abs(a - b) <= NO_FINER * Math.max(Math.abs(a), Math.abs(b));
    }
  }

  private Front(Stages stages, Exposures exposures, Predicate<Lane> open, Effort effort) {
    this.stages = stages;
    this.exposures = exposures;
    this.open = open;
    this.effort = effort;
  }

  /**
   * Within the objectives if all demand can be; empty where no placement carries all demand.
   *
   * @param levels of waiting and of exposure, 2 at least
   */
  static List<Point> of(Stages stages, Exposures exposures, int levels, Effort effort) {
    List<Point> inTime = new Front(stages, exposures, lane -> !lane.late(), effort).points(levels);
    return inTime.isEmpty()
        ? new Front(stages, exposures, lane -> true, effort).points(levels)
        : inTime;
  }

  private List<Point> points(int levels) {
    List<Point> points = new ArrayList<>();
    int unpriced = exposures.unpriced().size();
    while (unpriced >= 0) {
      List<Point> grid = grid(unpriced, levels, points);
      // Where nobody makes use of so many breaches, fewer are the same grid.
      unpriced = grid.stream().mapToInt(p -> p.unpriced().size()).max().orElse(0) - 1;
    }
    return unbeaten(points);
  }

  /** Every level of exposure and of waiting; empty where no placement has so few breaches. */
  private List<Point> grid(int unpriced, int levels, List<Point> points) {
    Limits free = new Limits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, unpriced);
    List<Point> grid = new ArrayList<>(row(free, levels, points));
    double most = grid.stream().mapToDouble(Point::exposureUsd).max().orElse(0);
    if (grid.isEmpty() || most == 0) {
      return grid;
    }
    double least = lowest(free, Aim.EXPOSURE).orElse(most);
    for (double usd : levels(most, least, levels)) {
      grid.addAll(row(new Limits(Double.POSITIVE_INFINITY, usd, unpriced), levels, points));
    }
    return grid;
  }

  /** Every level of waiting; empty where no placement keeps to the other limits. */
  private List<Point> row(Limits limits, int levels, List<Point> points) {
    Optional<Point> cheapest = point(limits, points);
    if (cheapest.isEmpty()) {
      return List.of();
    }
    List<Point> row = new ArrayList<>(List.of(cheapest.get()));
    double most = cheapest.get().plan().waiting();
    for (double waiting : levels(most, lowest(limits, Aim.WAITING).orElse(most), levels)) {
      point(new Limits(waiting, limits.exposureUsd(), limits.unpriced()), points)
          .ifPresent(row::add);
    }
    return row;
  }

  /** What was found within looser limits may keep to these: then nothing is cheaper here. */
  private Optional<Point> point(Limits limits, List<Point> points) {
    Optional<Point> known =
        points.stream().filter(p -> p.within().looserThan(limits) && limits.hold(p)).findFirst();
    if (known.isPresent()) {
      return known;
    }
    Optional<Point> found = least(limits);
    found.ifPresent(points::add);
    return found;
  }

  /** From the highest to the lowest, at equal distances that are more than nothing. */
  private static List<Double> levels(double most, double least, int count) {
    int steps = (int) Math.min(count - 1, (most - least) / (NO_FINER * Math.max(SAME, most)));
    return steps < 1
        ? List.of(most)
        : IntStream.rangeClosed(0, steps)
            .mapToObj(i -> Math.max(0, most - i * (most - least) / steps))
            .toList();
  }

  /** What is to be had least of. */
  private enum Aim {
    WAITING,
    EXPOSURE
  }

  private OptionalDouble lowest(Limits limits, Aim aim) {
    Limited limited = limited(limits);
    Sum goal = aim == Aim.WAITING ? limited.program().waiting() : limited.exposure();
    Answer answer = Solver.least(limited.program().program(), goal, effort);
    return decided(answer) ? OptionalDouble.of(answer.value()) : OptionalDouble.empty();
  }

  /** The least cost, and of equal costs the least waiting and exposure. */
  private Optional<Point> least(Limits limits) {
    Limited limited = limited(limits);
    PlacementProgram program = limited.program();
    Answer best = Solver.least(program.program(), program.cost(), effort);
    if (!decided(best)) {
      return Optional.empty();
    }
    program.program().atMost(loose(best.value()), program.cost());
    Answer settled =
        Solver.least(
            program.program(),
            new Sum().plus(1, program.waiting()).plus(EXPOSURE_WEIGHT, limited.exposure()),
            effort);
    Plan plan =
        program.plan(
            settled.found() ? settled : best,
            stages.requirements(),
            Plan.Kept.DEMAND,
            Optimiser.proof(best));
    return Optional.of(
        new Point(
            plan,
            exposures.exposureUsd(plan),
            exposures.bases(plan),
            exposures.unpriced(plan),
            limits));
  }

  /** Whether there is an answer; one that is neither found nor excluded would leave a hole. */
  private boolean decided(Answer answer) {
    if (!answer.found() && answer.outcome() != Outcome.IMPOSSIBLE) {
      throw new UndecidedException(effort);
    }
    return answer.found();
  }

  private static double loose(double limit) {
    return limit + SAME * Math.max(1, Math.abs(limit));
  }

  /**
   * A program within limits.
   *
   * @param exposure a variable that is no less than that under any reading
   */
  private record Limited(PlacementProgram program, Sum exposure) {}

  private Limited limited(Limits limits) {
    PlacementProgram program =
        PlacementProgram.of(stages, open, List.of(), 0, PlacementProgram.Room.ALL);
    Exposures.Rows rows = exposures.into(program);
    int most = program.program().real(Double.POSITIVE_INFINITY);
    for (Sum reading : rows.byReading()) {
      program.program().atLeast(0, new Sum().plus(1, most).plus(-1, reading).merged());
    }
    Sum exposure = new Sum().plus(1, most);
    if (!Double.isInfinite(limits.exposureUsd())) {
      program.program().atMost(loose(limits.exposureUsd()), exposure);
    }
    if (!Double.isInfinite(limits.waiting())) {
      program.program().atMost(loose(limits.waiting()), program.waiting());
    }
    program.program().atMost(limits.unpriced(), rows.count());
    return new Limited(program, exposure);
  }

  private static List<Point> unbeaten(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    for (Point point : points) {
      if (points.stream().noneMatch(point::isBeatenBy) && kept.stream().noneMatch(point::isLike)) {
        kept.add(point);
      }
    }
    kept.sort(
        Comparator.comparingInt((Point p) -> p.unpriced().size())
            .thenComparingDouble(Point::exposureUsd)
            .thenComparingDouble(p -> p.plan().usdPerHour()));
    return kept;
  }
}
