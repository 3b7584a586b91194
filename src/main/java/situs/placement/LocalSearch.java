package situs.placement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.placement.Priced.Pattern;

/**
 * Near the least cost that one reading permits, for scenarios too large to prove the least: prices
 * for scarce offers, local search, and how far from the best possible that is at the most. Where
 * components share more than offers it is {@link Optimal}.
 */
public final class LocalSearch implements Strategy {
  private final Optional<String> asked;

  /**
   * @param asked reading to keep to; empty for {@code letter}
   */
  public LocalSearch(Optional<String> asked) {
    this.asked = asked;
  }

  @Override
  public String name() {
    return asked.map(r -> "local-search:" + r).orElse("local-search");
  }

  @Override
  public String description() {
    return "near the least cost that a reading permits, for large scenarios, the gap stated: "
        + asked.orElse(Contracts.LETTER);
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    String reading = ContractFirst.reading(asked, contracts);
    Predicate<ClauseReading> binding = clause -> clause.reading().equals(reading);
    ContractLaw law = new ContractLaw(scenario, contracts);
    String permitted = "permitted by the " + reading;
    return found(Stages.of(scenario, law, Sizing.USUAL), binding)
        .map(f -> placement(scenario, f, permitted))
        .orElseGet(() -> Optimal.place(scenario, name(), law, binding, permitted));
  }

  private Placement placement(Scenario scenario, Found found, String permitted) {
    String because =
        String.format(
            Locale.ROOT,
            "local search %s, %.6g USD/h in all, the best possible is at most %.2g %% less",
            permitted,
            found.usdPerHour(),
            100 * found.gap());
    return Planner.plan(
        scenario,
        name(),
        new Patterned(found.market(), found.patterns(), because),
        Sizing.USUAL,
        RoutingRule.WEIGHTED);
  }

  /**
   * A placement and its distance from the best.
   *
   * @param bound USD an hour; no placement of all demand costs less
   */
  record Found(Market market, List<Pattern> patterns, double usdPerHour, double bound) {

    /** What the best possible may lie below it, as a part of it. */
    double gap() {
      return Math.max(0, (usdPerHour - bound) / usdPerHour);
    }
  }

  /**
   * Within the objectives if all demand can be; empty where components share more than offers (a
   * clause that measures ties them as well), or where some find no place.
   */
  static Optional<Found> found(Stages stages, Predicate<ClauseReading> binding) {
    if (!stages.requirements(binding).isEmpty()) {
      return Optional.empty();
    }
    return solved(stages, lane -> lane.lawful(binding) && !lane.late())
        .or(() -> solved(stages, lane -> lane.lawful(binding)));
  }

  private static Optional<Found> solved(Stages stages, Predicate<Lane> open) {
    return Market.of(stages, open).map(LocalSearch::solve).filter(LocalSearch::carriesAll);
  }

  private static boolean carriesAll(Found found) {
    return found.patterns().stream().allMatch(Pattern::carries);
  }

  private static Found solve(Market market) {
    // The first prices lead to a placement, whose cost leads to better prices.
    Prices free = new Prices(market.noPrices(), 0);
    double known = Rearranged.usdPerHour(Rearranged.greedy(market, free));
    Prices rough = Prices.of(market, known);
    List<Pattern> patterns = Rearranged.search(market, rough);
    double usdPerHour = Rearranged.usdPerHour(patterns);
    Prices fine = Prices.of(market, usdPerHour);
    return new Found(market, patterns, usdPerHour, Math.max(rough.bound(), fine.bound()));
  }
}
