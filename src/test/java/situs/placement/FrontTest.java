package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import situs.ScenarioFixture.Wires;
import situs.model.Datacenter;
import situs.model.Scenario;
import situs.optimise.Effort;
import situs.placement.Exposures.Priced;
import situs.placement.Exposures.Unpriced;
import situs.placement.Front.Limits;
import situs.placement.Front.Point;

/**
 * The front against every placement there is. One clause costs by use, one once it is breached, and
 * of one nobody knows; each under two readings.
 */
class FrontTest {
  private static final int LEVELS = 4;
  private static final double GAP = 1e-3;

  /** Each with its front, for all tests. */
  private static final List<Case> CASES = IntStream.rangeClosed(1, 20).mapToObj(Case::new).toList();

  /** A point costs no more than anything within its limits, and is within them. */
  @Test
  void everyPointIsTheLeastCostWithinItsLimits() {
    int points = 0;
    for (Case one : CASES) {
      for (Point point : one.front) {
        assertThat(point.within().hold(point))
            .as(
                "seed %d: waiting %s, exposure %s, %s, within %s",
                one.seed,
                point.plan().waiting(),
                point.exposureUsd(),
                point.unpriced(),
                point.within())
            .isTrue();
        OptionalDouble least = one.least(point.within());
        assertThat(least).as("seed %d", one.seed).isPresent();
        assertThat(point.plan().usdPerHour())
            .as("seed %d, %s", one.seed, point.within())
            .isCloseTo(least.getAsDouble(), within(2 * GAP * least.getAsDouble()));
        points++;
      }
    }
    assertThat(points).isGreaterThan(75);
  }

  /**
   * Whatever limits are asked for, some point keeps to them but for a level and costs no more than
   * the least cost within them.
   */
  @Test
  void nothingIsMissing() {
    int asked = 0;
    for (Case one : CASES) {
      List<Point> front = one.front;
      SplittableRandom random = new SplittableRandom(one.seed);
      double mostWaiting = front.stream().mapToDouble(p -> p.plan().waiting()).max().orElse(0);
      double leastWaiting = front.stream().mapToDouble(p -> p.plan().waiting()).min().orElse(0);
      double most = front.stream().mapToDouble(Point::exposureUsd).max().orElse(0);
      for (int i = 0; i < 4 && !front.isEmpty(); i++) {
        double waiting = random.nextDouble(leastWaiting, 1.05 * mostWaiting);
        double usd = random.nextDouble() * most;
        Limits limits = new Limits(waiting, usd, random.nextInt(2));
        OptionalDouble least = one.least(limits);
        if (least.isPresent()) {
          Limits looser =
              new Limits(
                  waiting + (mostWaiting - leastWaiting) / (LEVELS - 1) + GAP * mostWaiting,
                  usd + most / (LEVELS - 1) + GAP * most,
                  limits.unpriced());
          assertThat(front)
              .as("seed %d, %s costs %s", one.seed, limits, least)
              .anyMatch(
                  p ->
                      looser.hold(p)
                          && p.plan().usdPerHour() <= least.getAsDouble() * (1 + 3 * GAP));
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(25);
  }

  @Test
  void noPointBeatsAnother() {
    for (Case one : CASES) {
      for (Point a : one.front) {
        assertThat(one.front).as("seed %d", one.seed).noneMatch(b -> b != a && a.isBeatenBy(b));
      }
    }
  }

  /** A scenario with random objections and remedies. */
  private static final class Case {
    private static final List<String> READINGS = List.of("letter", "spirit");

    private final long seed;
    private final Stages stages;
    private final List<Point> front;
    private final List<Priced> byUse = new ArrayList<>();
    private final List<Priced> flat = new ArrayList<>();
    private final Unpriced unknown;

    Case(long seed) {
      this.seed = seed;
      SplittableRandom random = new SplittableRandom(seed);
      this.stages = Stages.of(small(random), law(random.nextLong()), Sizing.USUAL);
      for (String reading : READINGS) {
        ClauseReading used = new ClauseReading("c/used", reading);
        Map<Lane, Double> usd = new HashMap<>();
        lanes(used).forEach(l -> usd.put(l, random.nextDouble(10, 500)));
        byUse.add(new Priced(used, "assumed", lanes(used), List.of(), usd, 0, Optional.empty(), 0));
        ClauseReading once = new ClauseReading("c/once", reading);
        flat.add(
            new Priced(
                once,
                "assumed",
                lanes(once),
                List.of(),
                Map.of(),
                random.nextDouble(10, 500),
                Optional.empty(),
                0));
      }
      Set<Lane> lanes = new LinkedHashSet<>();
      READINGS.forEach(r -> lanes.addAll(lanes(new ClauseReading("c/unknown", r))));
      this.unknown = new Unpriced("c/unknown", lanes, List.of());
      List<Priced> all = new ArrayList<>(byUse);
      all.addAll(flat);
      this.front =
          Front.of(
              stages,
              new Exposures(all, List.of(unknown)),
              LEVELS,
              new Effort(GAP, Effort.NODES, Effort.EXACT.time()));
    }

    private Set<Lane> lanes(ClauseReading clause) {
      Set<Lane> lanes = new LinkedHashSet<>();
      stages.stages().stream()
          .flatMap(s -> s.lanes().stream())
          .filter(l -> l.against().contains(clause))
          .forEach(lanes::add);
      return lanes;
    }

    /** Over every choice of what may be breached at a price that does not depend on use. */
    OptionalDouble least(Limits limits) {
      double best = Double.POSITIVE_INFINITY;
      for (int choice = 0; choice < 4; choice++) {
        Set<Priced> paid = new HashSet<>();
        for (int i = 0; i < flat.size(); i++) {
          if ((choice >> i & 1) == 1) {
            paid.add(flat.get(i));
          }
        }
        Predicate<Lane> open =
            lane ->
                flat.stream().allMatch(f -> paid.contains(f) || !f.lanes().contains(lane))
                    && (limits.unpriced() > 0 || !unknown.lanes().contains(lane));
        best = Math.min(best, least(limits, paid, open).orElse(best));
      }
      return Double.isInfinite(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    private OptionalDouble least(Limits limits, Set<Priced> paid, Predicate<Lane> open) {
      List<Requirement> rows = new ArrayList<>();
      ClauseReading none = new ClauseReading("", "");
      for (Priced used : byUse) {
        double flatUsd =
            paid.stream()
                .filter(p -> p.clause().reading().equals(used.clause().reading()))
                .mapToDouble(Priced::flat)
                .sum();
        Map<Lane, Double> usd = new HashMap<>();
        used.byUse().forEach((lane, d) -> usd.put(lane, -d));
        if (!Double.isInfinite(limits.exposureUsd())) {
          double left = limits.exposureUsd() * (1 + 1e-6) + 1e-6 - flatUsd;
          rows.add(new Requirement(none, -left, usd, Map.of()));
        }
      }
      OptionalDouble mostWaiting =
          Double.isInfinite(limits.waiting())
              ? OptionalDouble.empty()
              : OptionalDouble.of(limits.waiting() * (1 + 1e-6));
      return Exhaustive.leastCost(stages, open, rows, mostWaiting);
    }
  }

  private static Scenario small(SplittableRandom random) {
    List<Datacenter> datacenters = new ArrayList<>();
    Map<String, Double> ms = new TreeMap<>();
    for (String region : List.of("red/a", "red/b", "blue/c")) {
      datacenters.add(
          datacenter(region, offer(gpus("gpu8", "G", 8), "" + random.nextInt(5, 99), 2)));
      ms.put("North>" + region, (double) random.nextInt(1, 2000));
      ms.put("South>" + region, (double) random.nextInt(1, 2000));
    }
    return scenario(
        Optional.of("blue"),
        datacenters,
        List.of(
            model(
                "api",
                OptionalInt.of(4),
                flat("North", random.nextDouble(1, 4)),
                flat("South", random.nextDouble(1, 4)))),
        List.of(),
        List.of(profile("G", 4, random.nextDouble(0.5, 1.5))),
        new Wires(ms));
  }

  private static Law law(long seed) {
    return facts -> {
      Set<ClauseReading> against = new TreeSet<>();
      for (String clause : List.of("c/used", "c/once", "c/unknown")) {
        for (String reading : List.of("letter", "spirit")) {
          long salt = new TreeMap<>(facts.values()).toString().hashCode() * 31L;
          if (new SplittableRandom(seed ^ salt + (clause + reading).hashCode()).nextInt(6) == 0) {
            against.add(new ClauseReading(clause, reading));
          }
        }
      }
      return against;
    };
  }
}
