package situs.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Quota;
import situs.model.Datacenter;
import situs.model.Scenario;
import situs.optimise.Effort;
import situs.placement.Optima.Optimum;

/**
 * A step towards the other side in one clause, and what it is worth.
 *
 * @param clause {@code contract/clause}
 * @param step what is conceded: a region where it does not hold, points of a share, a part of a sum
 * @param amount of the step, in its unit
 * @param unit region, points or percent
 * @param then the best placement after it; empty when there is still none
 * @param saved dollars a day; empty when there was no placement before it
 */
public record Concession(
    String clause,
    String step,
    double amount,
    String unit,
    Optional<Optimum> then,
    Optional<Double> saved) {
  private static final double POINTS = 5;
  private static final double PERCENT = 10;

  /** A law that holds a little less. */
  private record Law(
      situs.placement.Law whole, String clause, Predicate<Facts> spared, double points, double part)
      implements situs.placement.Law {
    @Override
    public Set<ClauseReading> against(Facts facts) {
      Set<ClauseReading> against = whole.against(facts);
      return spared.test(facts)
          ? against.stream()
              .filter(c -> !c.clause().equals(clause))
              .collect(Collectors.toCollection(TreeSet::new))
          : against;
    }

    @Override
    public List<Quota> quotas() {
      return whole.quotas().stream().map(this::conceded).toList();
    }

    private Quota conceded(Quota quota) {
      if (!quota.clause().equals(clause)) {
        return quota;
      }
      // A margin is added to the least share and taken from the most; less of it is a concession.
      return new Quota(
          quota.clause(),
          quota.reading(),
          quota.of(),
          quota.least() * (1 - part),
          quota.share(),
          quota.parts(),
          (facts, at, margin) -> quota.weights().of(facts, at, margin - points));
    }
  }

  /**
   * Every step in every clause whose waiver alone would be worth something: a region where it does
   * not hold; five points of its share; a tenth of its sum. A part of a waiver is worth no more
   * than the whole.
   *
   * @param prices of the same scenario and readings
   */
  public static List<Concession> of(
      Scenario scenario,
      Contracts contracts,
      Predicate<String> readings,
      ClausePrices prices,
      Effort effort) {
    ContractLaw law = new ContractLaw(scenario, contracts);
    List<Concession> all = new ArrayList<>();
    for (ClausePrices.Price price : prices.clauses()) {
      if (isWorthSomething(prices, price)) {
        new Maker(scenario, law, readings, prices, effort).add(price.clause(), all);
      }
    }
    return all;
  }

  private static boolean isWorthSomething(ClausePrices prices, ClausePrices.Price price) {
    return prices.with().isPresent()
        ? price.waived().orElse(0.0) > 0
        : prices.waivers().stream().anyMatch(w -> w.clauses().equals(Set.of(price.clause())));
  }

  private record Maker(
      Scenario scenario,
      ContractLaw law,
      Predicate<String> readings,
      ClausePrices prices,
      Effort effort) {

    void add(String clause, List<Concession> all) {
      Optional<Quota> quota =
          law.quotas().stream().filter(q -> q.clause().equals(clause)).findFirst();
      if (quota.isPresent()) {
        all.add(
            quota.get().share().isPresent()
                ? step(clause, "5 points of the share", POINTS, "points", f -> false, POINTS, 0)
                : step(clause, "a tenth of the sum", PERCENT, "percent", f -> false, 0, PERCENT));
        return;
      }
      for (Datacenter datacenter : scenario.datacenters()) {
        String region = datacenter.region().id().toString();
        Concession step =
            step(
                clause,
                "not where " + region + " has part",
                1,
                "region",
                facts -> isIn(facts, region),
                0,
                0);
        if (step.then().isPresent() && step.saved().map(saved -> saved > 0).orElse(true)) {
          all.add(step);
        }
      }
    }

    private static boolean isIn(Facts facts, String region) {
      return region.equals(facts.values().get("placement.region"))
          || facts.values().get("chain_regions") instanceof List<?> chain && chain.contains(region);
    }

    private Concession step(
        String clause,
        String step,
        double amount,
        String unit,
        Predicate<Facts> spared,
        double points,
        double percent) {
      Law conceded = new Law(law, clause, spared, points / 100, percent / 100);
      Optima optima = new Optima(Stages.of(scenario, conceded, Sizing.USUAL));
      Predicate<ClauseReading> binding = c -> readings.test(c.reading());
      Optional<Optimum> then =
          prices.without().map(Optimum::inTime).orElse(false)
              ? optima.bestInTime(binding, new Goal.Cost(), effort)
              : optima.best(binding, new Goal.Cost(), effort);
      return new Concession(
          clause,
          step,
          amount,
          unit,
          then,
          then.flatMap(t -> prices.with().map(b -> b.usdPerDay() - t.usdPerDay())));
    }
  }
}
