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
import situs.placement.Plan.Kept;
import situs.placement.Priced.Pattern;

/**
 * A placement of least cost, found and bounded by taking a scenario apart: prices for scarce
 * offers, local search, prices again.
 *
 * @param bound USD an hour; no placement of all demand by open lanes costs less
 */
record Apart(Stages stages, List<Pattern> patterns, double bound) {

  /** Groups beyond which the program of all together is not asked: SCIP ends far from its bound. */
  static final int MANY = 50;

  /** What is near enough for so many. */
  static final double NEAR = 0.01;

  /**
   * Empty where it cannot be taken apart, where a total binds that ties all together, and where
   * some demand finds no place.
   *
   * @param least groups; with fewer it is not tried
   */
  static Optional<Plan> plan(
      Stages stages, Predicate<Lane> open, List<Requirement> bound, Kept kept, int least) {
    if (!bound.isEmpty()) {
      return Optional.empty();
    }
    return Market.of(stages, open)
        .filter(market -> market.groups().size() >= least)
        .map(market -> solve(stages, market))
        .filter(a -> a.patterns.stream().allMatch(Pattern::carries))
        .map(a -> a.plan(kept));
  }

  private static Apart solve(Stages stages, Market market) {
    // The first prices lead to a placement, whose cost leads to better prices.
    double signed = stages.options().signedUsdPerHour();
    Prices free = new Prices(market.noPrices(), 0);
    double known = Rearranged.guessedUsdPerHour(Rearranged.greedy(market, free));
    Prices rough = Prices.of(market, known);
    List<Pattern> patterns = Rearranged.search(market, rough);
    Prices fine = Prices.of(market, Rearranged.guessedUsdPerHour(patterns));
    return new Apart(stages, patterns, signed + Math.max(rough.bound(), fine.bound()));
  }

  private Plan plan(Kept kept) {
    List<Plan.Use> uses = new ArrayList<>();
    patterns.stream()
        .flatMap(p -> p.portions().stream())
        .filter(p -> p.share() > Plan.NOTHING)
        .forEach(p -> p.lanes().forEach(l -> uses.add(new Plan.Use(l, p.share()))));
    Map<Option, Integer> instances = instances(uses);
    double rent = stages.options().signedUsdPerHour();
    for (Map.Entry<Option, Integer> e : instances.entrySet()) {
      rent += e.getValue() * e.getKey().usdPerHour();
    }
    double usage =
        uses.stream()
            .mapToDouble(
                u -> u.share() * (u.lane().transferUsdPerHour() + u.lane().usageUsdPerHour()))
            .sum();
    return new Plan(
        uses,
        List.of(),
        List.of(),
        rent + usage,
        rent,
        missed(uses, instances),
        uses.stream().mapToDouble(u -> u.share() * u.lane().waiting()).sum(),
        kept,
        proof(rent + usage));
  }

  /** Of each pool, for all that goes there together. */
  private Map<Option, Integer> instances(List<Plan.Use> uses) {
    Map<String, Option> options = new LinkedHashMap<>();
    Map<String, Double> work = new LinkedHashMap<>();
    for (Plan.Use use : uses) {
      Option option = use.lane().option();
      options.put(option.id(), option);
      work.merge(option.id(), use.share() * option.work(use.lane().flow()), Double::sum);
    }
    Map<Option, Integer> instances = new LinkedHashMap<>();
    work.forEach(
        (id, w) ->
            Optional.ofNullable(options.get(id))
                .ifPresent(o -> instances.put(o, o.instancesFor(w, stages.sizing()))));
    return instances;
  }

  private Set<ClauseReading> missed(List<Plan.Use> uses, Map<Option, Integer> instances) {
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

  private Plan.Proof proof(double usdPerHour) {
    double gap = usdPerHour == 0 ? 0 : Math.max(0, (usdPerHour - bound) / usdPerHour);
    Outcome outcome = gap <= NEAR ? Outcome.PROVEN : Outcome.OUT_OF_NODES;
    return new Plan.Proof(outcome, Math.min(bound, usdPerHour), gap, 0);
  }
}
