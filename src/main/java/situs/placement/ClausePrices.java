package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongToDoubleFunction;
import java.util.function.Predicate;
import situs.optimise.Effort;
import situs.placement.Optima.Optimum;
import situs.stats.Estimate;
import situs.stats.Shapley;
import situs.stats.Streams;

/**
 * What clauses cost under one choice of readings.
 *
 * @param without the best placement without any clause; empty when capacity does not carry demand
 * @param with the best that keeps all; empty when they cannot all be kept
 * @param clauses those that object to anything that could be chosen, by name; every other one costs
 *     nothing, whatever else holds
 * @param waivers where not all can be kept: what can be given up for the rest to be kept, the
 *     cheapest first
 */
public record ClausePrices(
    Optional<Optimum> without, Optional<Optimum> with, List<Price> clauses, List<Waiver> waivers) {
  /** Random orders where there are too many clauses for all. */
  private static final int ORDERS = 1000;

  /**
   * What one clause costs, dollars a day.
   *
   * @param alone were it the only one; empty when it leaves no placement by itself
   * @param waived saved if it alone were waived: the most that its waiver is worth; empty when the
   *     others cannot be kept either, or not all can be kept with it
   * @param shapley its part of what all cost together, in the mean over all orders in which they
   *     may be agreed; empty when not all can be kept. An interval has what was sampled
   * @param callS seconds by which its waiver makes the mean call longer; shorter where negative
   */
  public record Price(
      String clause,
      Optional<Double> alone,
      Optional<Double> waived,
      Optional<Estimate> shapley,
      Optional<Double> callS) {}

  /**
   * Clauses given up.
   *
   * @param rest the best placement that keeps the others
   */
  public record Waiver(Set<String> clauses, Optional<Optimum> rest) {}

  public ClausePrices {
    clauses = List.copyOf(clauses);
    waivers = List.copyOf(waivers);
  }

  /**
   * @param readings those under which clauses must be kept
   * @param effort of each search: differences below its gap are none
   */
  public static ClausePrices of(Optima optima, Predicate<String> readings, Effort effort) {
    List<String> clauses = List.copyOf(new TreeSet<>(optima.objecting(readings)));
    ClauseGame game = new ClauseGame(optima, readings, effort);
    Optional<Optimum> with = game.under(Set.copyOf(clauses));
    List<Waiver> waivers =
        game.without().isEmpty() || with.isPresent()
            ? List.of()
            : waivers(Conflicts.of(optima, readings), clauses, game);
    return new ClausePrices(game.without(), with, prices(clauses, game), waivers);
  }

  /** What all cost together, dollars a day. */
  public Optional<Double> premium() {
    return with.flatMap(w -> without.map(o -> w.usdPerDay() - o.usdPerDay()));
  }

  private static List<Price> prices(List<String> clauses, ClauseGame game) {
    Optional<Optimum> all = game.under(Set.copyOf(clauses));
    List<Optional<Estimate>> shapley = shapley(clauses, game);
    List<Price> prices = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      String clause = clauses.get(i);
      Optional<Optimum> others = game.under(without(clauses, Set.of(clause)));
      prices.add(
          new Price(
              clause,
              difference(game.under(Set.of(clause)), game.without(), Optimum::usdPerDay),
              difference(all, others, Optimum::usdPerDay),
              shapley.get(i),
              difference(others, all, Optimum::meanCallS)));
    }
    return prices;
  }

  private static Set<String> without(List<String> clauses, Set<String> some) {
    Set<String> rest = new TreeSet<>(clauses);
    rest.removeAll(some);
    return rest;
  }

  private static Optional<Double> difference(
      Optional<Optimum> more,
      Optional<Optimum> less,
      java.util.function.ToDoubleFunction<Optimum> figure) {
    return more.flatMap(m -> less.map(l -> figure.applyAsDouble(m) - figure.applyAsDouble(l)));
  }

  private static List<Optional<Estimate>> shapley(List<String> clauses, ClauseGame game) {
    List<Optional<Estimate>> values = new ArrayList<>();
    if (game.under(Set.copyOf(clauses)).isEmpty()) {
      clauses.forEach(c -> values.add(Optional.empty()));
      return values;
    }
    // What all can be kept with, fewer can.
    LongToDoubleFunction worth =
        coalition -> game.under(members(clauses, coalition)).orElseThrow().usdPerDay();
    if (clauses.size() <= Shapley.MOST_EXACT) {
      for (double value : Shapley.exact(clauses.size(), worth)) {
        values.add(Optional.of(new Estimate(value, Optional.empty())));
      }
      return values;
    }
    Shapley.sampled(clauses.size(), worth, ORDERS, new Streams(1, 1).of("shapley"))
        .forEach(estimate -> values.add(Optional.of(estimate)));
    return values;
  }

  private static Set<String> members(List<String> clauses, long coalition) {
    Set<String> members = new TreeSet<>();
    for (int i = 0; i < clauses.size(); i++) {
      if ((coalition >> i & 1) == 1) {
        members.add(clauses.get(i));
      }
    }
    return members;
  }

  private static List<Waiver> waivers(Conflicts conflicts, List<String> clauses, ClauseGame game) {
    return conflicts.waivers().stream()
        .map(waived -> new Waiver(waived, game.under(without(clauses, waived))))
        .sorted(
            Comparator.comparingDouble(
                w -> w.rest().map(Optimum::usdPerDay).orElse(Double.POSITIVE_INFINITY)))
        .toList();
  }
}
