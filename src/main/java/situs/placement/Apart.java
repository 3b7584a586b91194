package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;
import situs.placement.Plan.Kept;
import situs.placement.Priced.Pattern;

/**
 * A placement of least cost, found and bounded by taking a scenario apart: prices for scarce
 * offers, local search, prices again.
 *
 * @param groups that share nothing but offers
 * @param lanes open
 * @param bound USD an hour; no placement of all demand by open lanes costs less
 */
record Apart(
    Stages stages,
    int groups,
    long lanes,
    List<Plan.Use> uses,
    Map<Option, Integer> instances,
    double bound) {

  /** Groups and lanes from which the program of all together ends far from its bound. */
  private static final int MANY_GROUPS = 10;

  private static final int MANY_LANES = 300;

  /** Lanes from which a node of the program takes a tenth of a second. */
  private static final int SLOW_LANES = 1000;

  private static final int SLOWER = 40;

  /** What is near enough for many. */
  static final double NEAR = 0.01;

  /**
   * Empty where it cannot be taken apart, where a total binds that ties all together, and where
   * some demand finds no place.
   */
  static Optional<Apart> of(Stages stages, Predicate<Lane> open, List<Requirement> bound) {
    return bound.isEmpty()
        ? Market.of(stages, open).flatMap(market -> solve(stages, market, lanes(stages, open)))
        : Optional.empty();
  }

  private static long lanes(Stages stages, Predicate<Lane> open) {
    return stages.stages().stream().flatMap(s -> s.lanes().stream()).filter(open).count();
  }

  private static Optional<Apart> solve(Stages stages, Market market, long lanes) {
    // The first prices lead to a placement, whose cost leads to better prices.
    double signed = stages.options().signedUsdPerHour();
    Prices free = new Prices(market.noPrices(), 0);
    double known = Rearranged.guessedUsdPerHour(Rearranged.greedy(market, free));
    Prices rough = Prices.of(market, known);
    List<Pattern> patterns = Rearranged.search(market, rough);
    if (!patterns.stream().allMatch(Pattern::carries)) {
      return Optional.empty();
    }
    Prices fine = Prices.of(market, Rearranged.guessedUsdPerHour(patterns));
    List<Plan.Use> uses = uses(patterns);
    double bound = signed + Math.max(rough.bound(), fine.bound());
    return Optional.of(
        new Apart(stages, patterns.size(), lanes, uses, instances(uses, stages.sizing()), bound));
  }

  private static List<Plan.Use> uses(List<Pattern> patterns) {
    List<Plan.Use> uses = new ArrayList<>();
    patterns.stream()
        .flatMap(p -> p.portions().stream())
        .filter(p -> p.share() > Plan.NOTHING)
        .forEach(p -> p.lanes().forEach(l -> uses.add(new Plan.Use(l, p.share()))));
    return uses;
  }

  /** Of each pool, for all that goes there together. */
  private static Map<Option, Integer> instances(List<Plan.Use> uses, Sizing sizing) {
    Map<String, Option> options = new LinkedHashMap<>();
    Map<String, Double> work = new LinkedHashMap<>();
    for (Plan.Use use : uses) {
      Option option = use.lane().option();
      options.put(option.id(), option);
      work.merge(option.id(), use.share() * option.work(use.lane().flow()), Double::sum);
    }
    Map<Option, Integer> instances = new LinkedHashMap<>();
    options.forEach((id, o) -> instances.put(o, o.instancesFor(work.get(id), sizing)));
    return instances;
  }

  /** Whether the program of all together would add nothing in the time that there is. */
  boolean isEnough() {
    return isTooMuch(groups, lanes);
  }

  /** Whether that program would end nowhere near. */
  static boolean isTooMuch(Stages stages, Predicate<Lane> open) {
    return Market.of(stages, open)
        .filter(market -> isTooMuch(market.groups().size(), lanes(stages, open)))
        .isPresent();
  }

  private static boolean isTooMuch(int groups, long lanes) {
    return groups >= MANY_GROUPS && lanes > MANY_LANES;
  }

  /** What to spend on that program. */
  Effort effort(Effort asked) {
    return lanes <= SLOW_LANES
        ? asked
        : new Effort(asked.gap(), Math.max(1, asked.nodes() / SLOWER), asked.time());
  }

  Plan plan(Kept kept) {
    return new Plan(
        uses,
        List.of(),
        List.of(),
        usdPerHour(),
        rentUsdPerHour(),
        missed(),
        waiting(),
        kept,
        new Plan.Proof(
            gap() <= NEAR ? Outcome.PROVEN : Outcome.UNPROVEN,
            Math.min(bound, usdPerHour()),
            gap(),
            0));
  }

  private double waiting() {
    double all = 0;
    Map<String, Double> work = new LinkedHashMap<>();
    for (Plan.Use use : uses) {
      all += use.share() * use.lane().waiting();
      work.merge(use.lane().option().id(), use.share() * use.lane().meanWork(), Double::sum);
    }
    for (Map.Entry<Option, Integer> e : instances.entrySet()) {
      if (Occupancy.tells(e.getKey())) {
        all += ((ModelOption) e.getKey()).underWay(work.get(e.getKey().id()), e.getValue());
      }
    }
    return all;
  }

  private double usdPerHour() {
    return rentUsdPerHour()
        + uses.stream()
            .mapToDouble(
                u -> u.share() * (u.lane().transferUsdPerHour() + u.lane().usageUsdPerHour()))
            .sum();
  }

  private double rentUsdPerHour() {
    double rent = stages.options().signedUsdPerHour();
    for (Map.Entry<Option, Integer> e : instances.entrySet()) {
      rent += e.getValue() * e.getKey().usdPerHour();
    }
    return rent;
  }

  /** What the best possible may cost less, as a part of it. */
  private double gap() {
    double usdPerHour = usdPerHour();
    return usdPerHour == 0 ? 0 : Math.max(0, (usdPerHour - bound) / usdPerHour);
  }

  private Set<ClauseReading> missed() {
    Set<ClauseReading> missed = new TreeSet<>();
    for (Requirement r : stages.requirements()) {
      double total = uses.stream().mapToDouble(u -> u.share() * r.of(u.lane())).sum();
      for (Map.Entry<Option, Integer> e : instances.entrySet()) {
        total += e.getValue() * r.of(e.getKey());
      }
      if (total < r.least() - Plan.NO_GAP) {
        missed.add(r.clause());
      }
    }
    return missed;
  }
}
