package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import situs.placement.Concession.Point;
import situs.placement.Optima.Optimum;

/**
 * What all that is kept costs as one clause is eased, level by level, from how it reads to no
 * clause at all. No level costs more than the one below it, and whole instances make most cost the
 * same: a staircase, of which a few levels tell the steps. A level that a search cannot decide is
 * taken for neither side, and what is asked for is then less well known.
 */
final class Staircase {
  /** Searches for the best rate at the most; halving takes ten for each other point. */
  private static final int REFINED = 12;

  /** A rate that could be better by no more is as good. */
  private static final double NEAR = 1.02;

  private final int levels;
  private final IntToDoubleFunction amount;
  private final IntFunction<Sought<Optimum>> search;
  private final NavigableMap<Integer, Sought<Optimum>> known = new TreeMap<>();
  private final Optional<Optimum> base;
  private final Optimum waived;

  /**
   * @param base the best at level 0; empty when nothing keeps all there
   * @param waived the best at the last level
   * @param amount conceded at a level, in the unit of rates
   * @param search for the best at a level between
   */
  Staircase(
      Optional<Optimum> base,
      Optimum waived,
      int levels,
      IntToDoubleFunction amount,
      IntFunction<Sought<Optimum>> search) {
    this.base = base;
    this.waived = waived;
    this.levels = levels;
    this.amount = amount;
    this.search = search;
    known.put(0, base.<Sought<Optimum>>map(Sought.Found::new).orElseGet(Sought.Impossible::new));
    known.put(levels, new Sought.Found<>(waived));
  }

  /**
   * A level worth telling.
   *
   * @param below the nearest lower level that was decided, which does not do as much
   */
  record Landing(int level, int below, Optimum optimum, Set<Point> points) {}

  /** The least level that helps at all, the least that does all, and the best rate between. */
  List<Landing> landings() {
    int first = least(0, this::helps);
    int all = doesAll(first) ? first : least(first, this::doesAll);
    Map<Integer, Set<Point>> points = new TreeMap<>();
    add(points, first, Point.FIRST);
    add(points, all, Point.ALL);
    if (base.isPresent()) {
      refine(first, all);
      best(first, all).ifPresent(level -> add(points, level, Point.BEST));
    }
    return points.entrySet().stream().map(e -> landing(e.getKey(), e.getValue())).toList();
  }

  private static void add(Map<Integer, Set<Point>> points, int level, Point point) {
    points.computeIfAbsent(level, l -> EnumSet.noneOf(Point.class)).add(point);
  }

  private Landing landing(int level, Set<Point> points) {
    int below = level - 1;
    while (!isDecided(below)) {
      below--;
    }
    return new Landing(level, below, found(level).orElseThrow(), points);
  }

  private boolean isDecided(int level) {
    return known.containsKey(level) && !(known.get(level) instanceof Sought.Undecided);
  }

  /**
   * By halving, the least level at which something holds that holds at the last.
   *
   * @param not a level at which it does not hold
   */
  private int least(int not, IntPredicate holds) {
    int below = not;
    int level = levels;
    while (level - below > 1) {
      int middle = (below + level) >>> 1;
      if (at(middle) instanceof Sought.Undecided) {
        return level;
      }
      if (holds.test(middle)) {
        level = middle;
      } else {
        below = middle;
      }
    }
    return level;
  }

  private Sought<Optimum> at(int level) {
    return known.computeIfAbsent(level, search::apply);
  }

  private Optional<Optimum> found(int level) {
    return at(level).found();
  }

  private boolean helps(int level) {
    return found(level)
        .filter(then -> base.map(b -> Difference.of(b, then).isSeen()).orElse(true))
        .isPresent();
  }

  private boolean doesAll(int level) {
    return found(level).filter(then -> !Difference.of(then, waived).isSeen()).isPresent();
  }

  /** Halves where a better rate than any known could be, the best hope first. */
  private void refine(int first, int all) {
    for (int i = 0; i < REFINED; i++) {
      Optional<Between> hope = hope(first, all);
      if (hope.isEmpty() || at(hope.get().middle()) instanceof Sought.Undecided) {
        return;
      }
    }
  }

  /** Levels that nobody has tried, between two that were. */
  private record Between(int below, int level) {
    int middle() {
      return (below + level) >>> 1;
    }
  }

  private Optional<Between> hope(int first, int all) {
    double best = best(first, all).map(this::rate).orElse(0.0);
    List<Between> open = new ArrayList<>();
    int below = first;
    for (int level : new TreeSet<>(known.subMap(first, false, all, true).keySet())) {
      if (level - below > 1 && found(level).isPresent()) {
        open.add(new Between(below, level));
      }
      below = level;
    }
    return open.stream()
        .filter(b -> mostBetween(b) > NEAR * best)
        .max(Comparator.comparingDouble(this::mostBetween));
  }

  /** No level between saves more than the upper, nor concedes less than the first of them. */
  private double mostBetween(Between between) {
    return saved(between.level()) / amount.applyAsDouble(between.below() + 1);
  }

  private Optional<Integer> best(int first, int all) {
    return known.subMap(first, true, all, true).keySet().stream()
        .filter(level -> found(level).isPresent())
        // Of equal rates the least is told.
        .max(Comparator.comparingDouble(this::rate).thenComparing(Comparator.reverseOrder()));
  }

  private double rate(int level) {
    return saved(level) / amount.applyAsDouble(level);
  }

  private double saved(int level) {
    return Difference.of(base.orElseThrow(), found(level).orElseThrow()).usdPerDay();
  }
}
