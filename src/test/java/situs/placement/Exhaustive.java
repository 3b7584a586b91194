package situs.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;

/**
 * Every way to rent instances, the cheapest first, each with the cheapest flows that it carries by
 * another library's simplex. Shares no line with the optimiser.
 */
final class Exhaustive {
  private final List<Stage> stages;
  private final List<Lane> lanes;
  private final List<Option> options;
  private final Sizing sizing;
  private final List<Requirement> requirements;
  private final Wish wish;
  private final double signedUsdPerHour;
  private final Occupancies occupancies;

  /**
   * What is to be as little as can be: a sum of cost and waiting, within limits on both.
   *
   * @param perUsd of rent and transfer an hour
   * @param perCall of the calls and turns under way at once
   * @param rents which numbers of instances count, by the option's id
   */
  record Wish(
      double perUsd,
      double perCall,
      double mostUsdPerHour,
      double mostWaiting,
      Predicate<Map<String, Integer>> rents) {

    static final Wish CHEAPEST =
        new Wish(1, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, rents -> true);

    static Wish sum(double worthUsd) {
      return new Wish(
          1, worthUsd, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, rents -> true);
    }

    static Wish quickest(double budgetUsdPerHour) {
      return new Wish(0, 1, budgetUsdPerHour, Double.POSITIVE_INFINITY, rents -> true);
    }

    static Wish cheapestOf(Predicate<Map<String, Integer>> rents) {
      return new Wish(1, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, rents);
    }

    boolean tellsWaiting() {
      return perCall > 0 || mostWaiting < Double.POSITIVE_INFINITY;
    }
  }

  private Exhaustive(Stages all, Predicate<Lane> open, List<Requirement> requirements, Wish wish) {
    this.requirements = requirements;
    this.wish = wish;
    this.signedUsdPerHour = all.options().signedUsdPerHour();
    this.occupancies = all.occupancies();
    this.stages = all.stages();
    this.sizing = all.sizing();
    this.lanes = stages.stream().flatMap(s -> s.lanes().stream()).filter(open).toList();
    Map<String, Option> byId = new LinkedHashMap<>();
    lanes.forEach(l -> byId.putIfAbsent(l.option().id(), l.option()));
    this.options = List.copyOf(byId.values());
  }

  /** Dollars an hour; empty where nothing carries all demand. */
  static OptionalDouble leastCost(Stages stages, Predicate<Lane> open) {
    return leastCost(stages, open, List.of());
  }

  /** The same where totals must be kept. */
  static OptionalDouble leastCost(
      Stages stages, Predicate<Lane> open, List<Requirement> requirements) {
    return least(stages, open, requirements, Wish.CHEAPEST);
  }

  /** The same where no more than so many calls and turns are under way at once. */
  static OptionalDouble leastCost(
      Stages stages,
      Predicate<Lane> open,
      List<Requirement> requirements,
      OptionalDouble mostWaiting) {
    return least(
        stages,
        open,
        requirements,
        new Wish(
            1,
            0,
            Double.POSITIVE_INFINITY,
            mostWaiting.orElse(Double.POSITIVE_INFINITY),
            rents -> true));
  }

  /** The least of what is wished; empty where nothing carries all demand within the limits. */
  static OptionalDouble least(
      Stages stages, Predicate<Lane> open, List<Requirement> requirements, Wish wish) {
    double waiting =
        wish.perCall() == 0
            ? 0
            : new Exhaustive(stages, open, List.of(), Wish.quickest(Double.POSITIVE_INFINITY))
                .leastWaiting();
    return new Exhaustive(stages, open, requirements, wish).least(waiting);
  }

  /** With all that there is, and without totals: no placement waits less. */
  private double leastWaiting() {
    return leastOfFlows(options.stream().mapToInt(Option::limit).toArray(), 0);
  }

  /**
   * @param leastWaiting of any placement
   */
  private OptionalDouble least(double leastWaiting) {
    double best = Double.POSITIVE_INFINITY;
    for (int[] counts : everyRent()) {
      double usd = signedUsdPerHour + rent(counts);
      double value = wish.perUsd() * usd + wish.perCall() * leastWaiting;
      if (value >= best || usd > wish.mostUsdPerHour()) {
        break;
      }
      if (offersHold(counts) && wish.rents().test(named(counts))) {
        best = Math.min(best, wish.perUsd() * usd + leastOfFlows(counts, usd));
      }
    }
    return Double.isInfinite(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
  }

  private Map<String, Integer> named(int[] counts) {
    Map<String, Integer> named = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      named.put(options.get(i).id(), counts[i]);
    }
    return named;
  }

  private List<int[]> everyRent() {
    List<int[]> all = new ArrayList<>(List.of(new int[options.size()]));
    for (int i = 0; i < options.size(); i++) {
      List<int[]> more = new ArrayList<>();
      for (int[] counts : all) {
        for (int n = 0; n <= options.get(i).limit(); n++) {
          int[] copy = counts.clone();
          copy[i] = n;
          more.add(copy);
        }
      }
      all = more;
    }
    all.sort(Comparator.comparingDouble(this::rent));
    return all;
  }

  private double rent(int[] counts) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum +=
          options.get(i) instanceof RentedOption rented
              ? rent(rented, counts[i], counts)
              : counts[i] * options.get(i).usdPerHour();
    }
    return sum;
  }

  /** What a schedule does not stop is first what is paid all the time. */
  private double rent(RentedOption option, int count, int[] counts) {
    int stay = 0;
    int hourly = 0;
    for (int i = 0; i < counts.length; i++) {
      if (options.get(i) instanceof RentedOption other && isSameFleet(option, other)) {
        boolean stays = other.offer().purchase().isPaidAhead();
        stay += stays ? counts[i] : 0;
        hourly += stays ? 0 : 1;
      }
    }
    if (option.offer().purchase().isPaidAhead() || hourly > 1) {
      return count * option.usdPerHour();
    }
    double there = 0;
    for (Map.Entry<Double, Double> part : option.tenure().paid().parts().entrySet()) {
      there += part.getValue() * there(part.getKey() * (count + stay) - stay, count);
    }
    return there * option.listUsdPerHour();
  }

  /** Whole ones, and one at least of those that there are. */
  private static double there(double level, int count) {
    return count == 0 ? 0 : Math.max(1, Math.ceil(level - 1e-9));
  }

  private static boolean isSameFleet(RentedOption one, RentedOption other) {
    return one.component().equals(other.component())
        && one.region().id().equals(other.region().id())
        && one.offer().type().equals(other.offer().type());
  }

  private boolean offersHold(int[] counts) {
    Map<String, Integer> rented = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      rented.merge(options.get(i).stock(), counts[i], Integer::sum);
    }
    for (int i = 0; i < counts.length; i++) {
      int count = counts[i];
      options.get(i).shared().ifPresent(s -> rented.merge(s.key(), count, Integer::sum));
    }
    return options.stream()
        .allMatch(
            o ->
                rented.get(o.stock()) <= o.limit()
                    && o.shared().map(s -> rented.get(s.key()) <= s.instances()).orElse(true));
  }

  /** Infinite where the instances do not carry all demand. */
  private double leastOfFlows(int[] counts, double rentUsdPerHour) {
    List<LinearConstraint> rows = new ArrayList<>();
    stages.forEach(stage -> rows.add(balance(stage)));
    for (int i = 0; i < counts.length; i++) {
      Option option = options.get(i);
      double[] load = columns();
      Arrays.setAll(
          load,
          l ->
              l < lanes.size() && lanes.get(l).option().id().equals(option.id())
                  ? option.work(lanes.get(l).flow())
                  : 0);
      rows.add(
          new LinearConstraint(load, Relationship.LEQ, option.capacity(counts[i], sizing) + 1e-9));
    }
    requirements.forEach(r -> rows.add(total(r, counts)));
    if (wish.tellsWaiting()) {
      rows.addAll(calls(counts));
    }
    double[] transfer = columns();
    Arrays.setAll(
        transfer,
        l ->
            l < lanes.size()
                ? lanes.get(l).transferUsdPerHour() + lanes.get(l).usageUsdPerHour()
                : 0);
    if (wish.mostUsdPerHour() < Double.POSITIVE_INFINITY) {
      double left = wish.mostUsdPerHour() - rentUsdPerHour;
      rows.add(new LinearConstraint(transfer, Relationship.LEQ, left));
    }
    if (wish.mostWaiting() < Double.POSITIVE_INFINITY) {
      rows.add(new LinearConstraint(waiting(), Relationship.LEQ, wish.mostWaiting()));
    }
    double[] goal = columns();
    double[] waiting = waiting();
    Arrays.setAll(goal, l -> wish.perUsd() * transfer[l] + wish.perCall() * waiting[l]);
    try {
      return lanes.isEmpty()
          ? Double.POSITIVE_INFINITY
          : new SimplexSolver(1e-9)
              .optimize(
                  new MaxIter(10_000),
                  new LinearObjectiveFunction(goal, 0),
                  new LinearConstraintSet(rows),
                  new NonNegativeConstraint(true))
              .getValue();
    } catch (NoFeasibleSolutionException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** A share of each lane, and the calls at each pool. */
  private double[] columns() {
    return new double[lanes.size() + options.size()];
  }

  /** Calls and turns under way at once. */
  private double[] waiting() {
    double[] all = columns();
    Arrays.setAll(all, l -> l < lanes.size() ? lanes.get(l).waiting() : 1);
    return all;
  }

  /** No fewer at each pool than its load makes. */
  private List<LinearConstraint> calls(int[] counts) {
    List<LinearConstraint> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      Option option = options.get(i);
      if (Occupancy.tells(option)) {
        for (Occupancy.Line line : occupancies.of((ModelOption) option).lines()) {
          double[] calls = columns();
          Arrays.setAll(
              calls,
              l ->
                  l < lanes.size() && lanes.get(l).option().id().equals(option.id())
                      ? -line.perWork() * lanes.get(l).meanWork()
                      : 0);
          calls[lanes.size() + i] = 1;
          rows.add(new LinearConstraint(calls, Relationship.GEQ, line.perInstance() * counts[i]));
        }
      }
    }
    return rows;
  }

  private LinearConstraint total(Requirement requirement, int[] counts) {
    double[] factors = columns();
    Arrays.setAll(factors, l -> l < lanes.size() ? requirement.of(lanes.get(l)) : 0);
    double held = 0;
    for (int i = 0; i < counts.length; i++) {
      held += counts[i] * requirement.of(options.get(i));
    }
    return new LinearConstraint(factors, Relationship.GEQ, requirement.least() - held);
  }

  private LinearConstraint balance(Stage stage) {
    double[] factors = columns();
    for (int l = 0; l < lanes.size(); l++) {
      Lane lane = lanes.get(l);
      factors[l] = stage.lanes().contains(lane) ? 1 : stage.feeders().contains(lane) ? -1 : 0;
    }
    return new LinearConstraint(factors, Relationship.EQ, stage.feeders().isEmpty() ? 1 : 0);
  }
}
