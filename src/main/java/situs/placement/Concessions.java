package situs.placement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.contract.Quota;
import situs.model.Scenario;
import situs.optimise.Effort;
import situs.placement.Optima.Optimum;

/**
 * What could be conceded clause by clause, each concession solved again. A part of a waiver is
 * worth no more than the whole, so only clauses whose waiver alone is worth something are asked.
 */
public final class Concessions {
  private final Scenario scenario;
  private final Law law;
  private final Stages stages;
  private final Predicate<ClauseReading> binding;
  private final ClausePrices prices;
  private final Effort effort;

  private Concessions(
      Scenario scenario,
      Contracts contracts,
      Predicate<String> readings,
      ClausePrices prices,
      Effort effort) {
    this.scenario = scenario;
    this.law = new ContractLaw(scenario, contracts);
    this.stages = Stages.of(scenario, law, Sizing.USUAL);
    this.binding = clause -> readings.test(clause.reading());
    this.prices = prices;
    this.effort = effort;
  }

  /**
   * All that help, clause by clause.
   *
   * @param readings those under which clauses must be kept
   * @param prices of the same scenario and readings
   * @param effort of each search
   */
  public static List<Concession> of(
      Scenario scenario,
      Contracts contracts,
      Predicate<String> readings,
      ClausePrices prices,
      Effort effort) {
    Concessions made = new Concessions(scenario, contracts, readings, prices, effort);
    List<Concession> all = new ArrayList<>();
    for (ClausePrices.Price price : prices.clauses()) {
      price
          .rest()
          .map(Kept::optimum)
          .filter(made::helps)
          .ifPresent(rest -> made.add(price, rest, all));
    }
    return all;
  }

  private void add(ClausePrices.Price price, Optimum rest, List<Concession> all) {
    scale(price.clause()).ifPresent(scale -> all.addAll(eased(scale, rest)));
    all.addAll(regions(price.clause()));
  }

  private Optional<Optimum> before() {
    return prices.with().map(Kept::optimum);
  }

  private boolean helps(Optimum then) {
    return before().map(with -> Difference.of(with, then).isSeen()).orElse(true);
  }

  private Optional<Scale> scale(String clause) {
    List<Quota> asked =
        law.quotas().stream()
            .filter(q -> q.clause().equals(clause))
            .filter(q -> binding.test(new ClauseReading(q.clause(), q.reading())))
            .toList();
    double days = scenario.duration().toMillis() / (double) Duration.ofDays(1).toMillis();
    return Scale.of(asked, days);
  }

  private List<Concession> eased(Scale scale, Optimum rest) {
    // By another reading it may be a clause of places as well, and is not waived by asking nothing.
    Optional<Optimum> last =
        freed(scale.clause(), regions()) ? at(scale, scale.levels()).found() : Optional.of(rest);
    return last
        .filter(this::helps)
        .map(o -> new Staircase(before(), o, scale.levels(), scale::amount, l -> at(scale, l)))
        .map(Staircase::landings)
        .orElse(List.of())
        .stream()
        .map(landing -> eased(scale, landing))
        .toList();
  }

  private Concession eased(Scale scale, Staircase.Landing landing) {
    return conceded(
        scale.clause(),
        scale.change(landing.level(), landing.below()),
        landing.points(),
        new Sought.Found<>(landing.optimum()));
  }

  private Sought<Optimum> at(Scale scale, int level) {
    return sought(stages.asking(scenario, scale.eased(law.quotas(), level)));
  }

  private List<Concession> regions(String clause) {
    List<String> candidates = regions().stream().filter(r -> freed(clause, List.of(r))).toList();
    return new RegionSets(candidates, set -> sought(sparing(clause, set)), this::helps)
        .smallest().entrySet().stream()
            .map(e -> conceded(clause, new Change.Regions(e.getKey()), Set.of(), e.getValue()))
            .toList();
  }

  private List<String> regions() {
    return scenario.datacenters().stream().map(d -> d.region().id().toString()).distinct().toList();
  }

  /** Whether anything could be chosen that the clause then objects to no more. */
  private boolean freed(String clause, List<String> regions) {
    return !objections(sparing(clause, regions)).equals(objections(stages));
  }

  private List<Set<ClauseReading>> objections(Stages of) {
    return of.stages().stream()
        .flatMap(stage -> stage.lanes().stream())
        .map(lane -> Set.copyOf(lane.against().stream().filter(binding).toList()))
        .toList();
  }

  private Stages sparing(String clause, List<String> regions) {
    return Stages.of(scenario, new Spared(law, clause, Set.copyOf(regions)), Sizing.USUAL);
  }

  private Sought<Optimum> sought(Stages eased) {
    return prices.asked().sought(new Optima(eased), binding, effort);
  }

  private Concession conceded(
      String clause, Change change, Set<Concession.Point> points, Sought<Optimum> then) {
    return new Concession(
        clause,
        change,
        points,
        then,
        before().flatMap(with -> then.found().map(t -> Difference.of(with, t))));
  }
}
