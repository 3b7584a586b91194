package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import situs.optimise.LinearProgram;
import situs.optimise.LinearProgram.Sum;

/**
 * What breaches would cost on a day of a plan: remedies at the flows that it plans. The largest sum
 * under one reading, for a court settles on one. What names no price is counted.
 */
record Exposures(List<Priced> priced, List<Unpriced> unpriced) {

  /**
   * A clause with a remedy, as one reading construes it.
   *
   * @param basis where the remedy comes from
   * @param byUse USD of a day if the whole flow took the lane
   * @param flat USD as soon as any of the lanes is used, or a total is missed
   * @param cap most USD of what is due by use
   * @param floor least USD of it, where any is
   */
  record Priced(
      ClauseReading clause,
      String basis,
      Set<Lane> lanes,
      List<Requirement> totals,
      Map<Lane, Double> byUse,
      double flat,
      Optional<Double> cap,
      double floor) {

    /** What a plan would cost, exactly. */
    double exposureUsd(Plan plan) {
      double used = 0;
      boolean breached = isBreachedBy(plan);
      for (Plan.Use use : plan.uses()) {
        used += use.share() * byUse.getOrDefault(use.lane(), 0.0);
      }
      double due = breached && !byUse.isEmpty() ? Math.max(floor, used) : used;
      return cap.map(c -> Math.min(c, due)).orElse(due) + (breached ? flat : 0);
    }

    boolean isBreachedBy(Plan plan) {
      return plan.missed().contains(clause)
          || plan.uses().stream().anyMatch(use -> lanes.contains(use.lane()));
    }

    /** The same as variables of a program; it may come out higher, and never lower. */
    void addTo(Sum exposure, PlacementProgram program) {
      LinearProgram rows = program.program();
      if (flat > 0) {
        exposure.plus(flat, program.breached(lanes, totals));
      }
      if (byUse.isEmpty()) {
        return;
      }
      Sum used = program.sum(byUse);
      if (cap.isEmpty() && floor == 0) {
        exposure.plus(1, used);
        return;
      }
      int due = rows.real(Double.POSITIVE_INFINITY);
      exposure.plus(1, due);
      Sum over = new Sum().plus(1, due).plus(-1, used);
      if (cap.isPresent()) {
        int capped = rows.whole(1);
        double most = byUse.values().stream().mapToDouble(d -> d).sum();
        rows.atLeast(0, over.plus(most, capped));
        rows.atLeast(0, new Sum().plus(1, due).plus(-cap.get(), capped));
      } else {
        rows.atLeast(0, over);
      }
      if (floor > 0) {
        double least = cap.map(c -> Math.min(c, floor)).orElse(floor);
        int breached = program.breached(lanes, List.of());
        rows.atLeast(0, new Sum().plus(1, due).plus(-least, breached));
      }
    }
  }

  /**
   * A clause of which nobody knows what a breach would cost.
   *
   * @param lanes to which it objects, under any reading
   */
  record Unpriced(String clause, Set<Lane> lanes, List<Requirement> totals) {

    boolean isBreachedBy(Plan plan) {
      return plan.uses().stream().anyMatch(u -> lanes.contains(u.lane()))
          || totals.stream().anyMatch(t -> plan.missed().contains(t.clause()));
    }
  }

  Exposures {
    priced = List.copyOf(priced);
    unpriced = List.copyOf(unpriced);
  }

  /** USD of a day under the reading that makes it most. */
  double exposureUsd(Plan plan) {
    Map<String, Double> byReading = new TreeMap<>();
    priced.forEach(p -> byReading.merge(p.clause().reading(), p.exposureUsd(plan), Double::sum));
    return byReading.values().stream().mapToDouble(d -> d).max().orElse(0);
  }

  /** Where the remedies of what a plan breaches come from. */
  Set<String> bases(Plan plan) {
    Set<String> bases = new TreeSet<>();
    priced.stream().filter(p -> p.isBreachedBy(plan)).forEach(p -> bases.add(p.basis()));
    return bases;
  }

  /** Clauses that a plan breaches and that name no price. */
  Set<String> unpriced(Plan plan) {
    Set<String> breached = new TreeSet<>();
    unpriced.stream().filter(u -> u.isBreachedBy(plan)).forEach(u -> breached.add(u.clause()));
    return breached;
  }

  /**
   * In a program.
   *
   * @param byReading USD of a day under each reading
   * @param count of breaches without a price
   */
  record Rows(List<Sum> byReading, Sum count) {}

  Rows into(PlacementProgram program) {
    Map<String, Sum> byReading = new LinkedHashMap<>();
    for (Priced p : priced) {
      p.addTo(byReading.computeIfAbsent(p.clause().reading(), r -> new Sum()), program);
    }
    Sum count = new Sum();
    unpriced.forEach(u -> count.plus(1, program.breached(u.lanes(), u.totals())));
    return new Rows(new ArrayList<>(byReading.values()), count);
  }
}
