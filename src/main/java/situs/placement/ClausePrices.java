package situs.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongToDoubleFunction;
import java.util.function.Predicate;
import situs.optimise.Effort;
import situs.stats.Estimate;
import situs.stats.Shapley;
import situs.stats.Streams;

/**
 * What clauses cost under one choice of readings.
 *
 * @param asked what every placement must do for clauses to count as kept
 * @param without the best placement without any clause; empty when capacity does not carry demand
 * @param with the best that keeps all; empty when they cannot all be kept
 * @param clauses those that object to anything that could be chosen, by name; every other one costs
 *     nothing, whatever else holds
 * @param waivers where not all can be kept: what can be given up for the rest to be kept
 */
public record ClausePrices(
    Asked asked,
    Optional<Kept> without,
    Optional<Kept> with,
    List<Price> clauses,
    Waivers waivers) {
  /** Random orders where there are too many clauses for all. */
  private static final int ORDERS = 1000;

  /**
   * What one clause costs.
   *
   * @param only the best placement were it the only one; empty when it leaves none by itself
   * @param rest the best that keeps all others; empty when they cannot be kept either
   * @param alone what it costs were it the only one
   * @param waived saved if it alone were waived: the most that its waiver is worth; empty when not
   *     all can be kept with it
   * @param share its part of what all cost together; empty when not all can be kept
   */
  public record Price(
      String clause,
      Optional<Kept> only,
      Optional<Kept> rest,
      Optional<Difference> alone,
      Optional<Difference> waived,
      Optional<Part> share) {}

  /**
   * A clause's part of what all cost together, in the mean over all orders in which they may be
   * agreed (Shapley), dollars a day.
   *
   * @param usdPerDay with the interval of sampling, where orders were sampled
   * @param slackUsdPerDay which the gaps of the searches may be off by, either way: the weights of
   *     a clause's steps sum to 1, and each step is off by the gap of one search at most
   */
  public record Part(Estimate usdPerDay, double slackUsdPerDay) {}

  public ClausePrices {
    clauses = List.copyOf(clauses);
  }

  /**
   * @param readings those under which clauses must be kept
   * @param effort of each search: differences are known to its gap
   */
  public static ClausePrices of(Optima optima, Predicate<String> readings, Effort effort) {
    List<String> clauses = List.copyOf(new TreeSet<>(optima.objecting(readings)));
    ClauseGame game = new ClauseGame(optima, readings, effort);
    Optional<Kept> with = game.under(Set.copyOf(clauses));
    Waivers waivers =
        game.without().isEmpty() || with.isPresent()
            ? Waivers.NONE
            : Waivers.of(Conflicts.of(optima, game.asked(), readings), Set.copyOf(clauses), game);
    return new ClausePrices(game.asked(), game.without(), with, prices(clauses, game), waivers);
  }

  /** What all cost together. */
  public Optional<Difference> premium() {
    return Difference.of(with, without);
  }

  private static List<Price> prices(List<String> clauses, ClauseGame game) {
    Optional<Kept> all = game.under(Set.copyOf(clauses));
    List<Optional<Part>> parts = parts(clauses, game);
    List<Price> prices = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      String clause = clauses.get(i);
      Optional<Kept> only = game.under(Set.of(clause));
      Optional<Kept> rest = game.under(without(clauses, Set.of(clause)));
      prices.add(
          new Price(
              clause,
              only,
              rest,
              Difference.of(only, game.without()),
              Difference.of(all, rest),
              parts.get(i)));
    }
    return prices;
  }

  private static Set<String> without(List<String> clauses, Set<String> some) {
    Set<String> rest = new TreeSet<>(clauses);
    rest.removeAll(some);
    return rest;
  }

  private static List<Optional<Part>> parts(List<String> clauses, ClauseGame game) {
    if (game.under(Set.copyOf(clauses)).isEmpty()) {
      return Collections.nCopies(clauses.size(), Optional.empty());
    }
    List<Estimate> shapley = shapley(clauses, game);
    // Asked for after them, for they make the searches.
    double slack = game.slackUsdPerDay();
    return shapley.stream().map(estimate -> Optional.of(new Part(estimate, slack))).toList();
  }

  private static List<Estimate> shapley(List<String> clauses, ClauseGame game) {
    // What all can be kept with, fewer can.
    LongToDoubleFunction worth =
        coalition -> game.under(members(clauses, coalition)).orElseThrow().optimum().usdPerDay();
    if (clauses.size() > Shapley.MOST_EXACT) {
      return Shapley.sampled(clauses.size(), worth, ORDERS, new Streams(1, 1).of("shapley"));
    }
    return Arrays.stream(Shapley.exact(clauses.size(), worth))
        .mapToObj(value -> new Estimate(value, Optional.empty()))
        .toList();
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
}
