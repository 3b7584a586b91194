package situs.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.model.Scenario;
import situs.optimise.Effort;
import situs.placement.Optima.Optimum;

/**
 * A step towards the other side in one clause, and what it is worth.
 *
 * @param clause {@code contract/clause}
 * @param step what is conceded, as the clause would then read
 * @param amount of the step, in its unit
 * @param unit what a saving is divided by: a region, a point of a share, a dollar a day, an
 *     instance
 * @param then the best placement after it; empty when there is still none
 * @param saved by it; empty when there was no placement before it
 */
public record Concession(
    String clause,
    String step,
    double amount,
    String unit,
    Optional<Optimum> then,
    Optional<Difference> saved) {

  /** Saved by one unit, dollars a day. */
  public Optional<Double> savedPerUnit() {
    return saved.map(s -> s.usdPerDay() / amount);
  }

  /**
   * Every step in every clause whose waiver alone is shown to be worth something: a region where it
   * does not bind; five points of its share; a tenth of its sum. A part of a waiver is worth no
   * more than the whole.
   *
   * @param prices of the same scenario and readings
   */
  public static List<Concession> of(
      Scenario scenario,
      Contracts contracts,
      Predicate<String> readings,
      ClausePrices prices,
      Effort effort) {
    Steps steps = new Steps(scenario, new ContractLaw(scenario, contracts), readings);
    Maker maker = new Maker(scenario, steps.law(), readings, prices, effort);
    List<Concession> all = new ArrayList<>();
    for (ClausePrices.Price price : prices.clauses()) {
      if (isWorthSomething(prices, price)) {
        steps.of(price.clause()).forEach(step -> maker.add(price.clause(), step, all));
      }
    }
    return all;
  }

  private static boolean isWorthSomething(ClausePrices prices, ClausePrices.Price price) {
    return prices.with().isPresent()
        ? price.waived().map(Difference::isShown).orElse(false)
        : price.rest().isPresent();
  }

  /**
   * What could be conceded in a clause.
   *
   * @param spared subjects to which it does not object any more
   * @param points by which its share may be missed, 0 to 1
   * @param part of its sum that is not asked for any more, 0 to 1
   * @param always whether it is told even where it saves nothing
   */
  record Step(
      String words,
      double amount,
      String unit,
      Predicate<Facts> spared,
      double points,
      double part,
      boolean always) {}

  private record Maker(
      Scenario scenario, Law law, Predicate<String> readings, ClausePrices prices, Effort effort) {

    void add(String clause, Step step, List<Concession> all) {
      Concession made = conceded(clause, step);
      boolean helps = made.then().isPresent() && made.saved().map(Difference::isShown).orElse(true);
      if (step.always() || helps) {
        all.add(made);
      }
    }

    private Concession conceded(String clause, Step step) {
      Law eased = new Eased(law, clause, step.spared(), step.points(), step.part());
      Optima optima = new Optima(Stages.of(scenario, eased, Sizing.USUAL));
      Optional<Optimum> then = prices.asked().best(optima, c -> readings.test(c.reading()), effort);
      return new Concession(
          clause,
          step.words(),
          step.amount(),
          step.unit(),
          then,
          prices.with().flatMap(w -> then.map(t -> Difference.of(w.optimum(), t))));
    }
  }
}
