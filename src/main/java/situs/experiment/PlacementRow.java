package situs.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import situs.audit.Standing;
import situs.bill.BillLine;
import situs.model.ComponentKind;
import situs.model.Money;
import situs.model.Placed;
import situs.simulation.FleetUse;
import situs.simulation.KvUse;
import situs.simulation.PoolUse;
import situs.simulation.PrefixUse;
import situs.simulation.TokenUse;
import situs.stats.Estimate;

/**
 * What a strategy placed, and how it fared. Empty is unknown, or does not apply.
 *
 * @param utilisation mean share of its capacity in use; empty for a state store, which has none
 * @param kv what it met for want of KV memory, all replications; empty but for model pools
 * @param prefixes what its prefix caches were good for, likewise
 * @param tokens that were paid, of a managed model, likewise
 * @param fleets what was rented over time, by replication; empty where nothing is
 * @param costPerDay US dollars of the bill lines that name it; empty where none does
 */
public record PlacementRow(
    String strategy,
    Placed placed,
    Optional<Double> utilisation,
    Optional<KvUse> kv,
    Optional<PrefixUse> prefixes,
    Optional<TokenUse> tokens,
    List<FleetUse> fleets,
    Optional<Double> costPerDay,
    Standing standing) {

  /** By strategy, in the order of preference of its placement. */
  public static List<PlacementRow> of(Experiment experiment) {
    return experiment.results().stream().flatMap(result -> of(experiment, result)).toList();
  }

  private static Stream<PlacementRow> of(Experiment experiment, StrategyResult result) {
    Standings standings = Standings.of(result);
    return result.placement().placed().stream()
        .map(placed -> of(experiment, result, placed, standings.ofPlacement(placed.id())));
  }

  private static PlacementRow of(
      Experiment experiment, StrategyResult result, Placed placed, Standing standing) {
    String id = placed.id();
    return new PlacementRow(
        result.strategy(),
        placed,
        placed.component().kind() == ComponentKind.STATE
            ? Optional.empty()
            : utilisation(result, id),
        ofModel(result, placed, Placed::offer, PoolUse::kv).reduce(KvUse::plus),
        ofModel(result, placed, Placed::offer, PoolUse::prefixes).reduce(PrefixUse::plus),
        ofModel(result, placed, Placed::managed, PoolUse::tokens).reduce(TokenUse::plus),
        uses(result, id).flatMap(use -> use.fleet().stream()).toList(),
        costPerDay(result, id, experiment.days()),
        standing);
  }

  private static Optional<Double> utilisation(StrategyResult result, String id) {
    return Estimate.of(uses(result, id).map(PoolUse::utilisation).toList()).map(Estimate::mean);
  }

  private static Stream<PoolUse> uses(StrategyResult result, String id) {
    return result.runs().stream()
        .flatMap(run -> run.observations().pools().stream())
        .filter(pool -> pool.placement().equals(id));
  }

  /** Of model pools of a kind: those that are rented, or those that are managed. */
  private static <T> Stream<T> ofModel(
      StrategyResult result,
      Placed placed,
      Function<Placed, Optional<?>> kind,
      Function<PoolUse, T> part) {
    return uses(result, placed.id())
        .filter(pool -> placed.component().kind() == ComponentKind.MODEL)
        .filter(pool -> kind.apply(placed).isPresent())
        .map(part);
  }

  private static Optional<Double> costPerDay(StrategyResult result, String id, double days) {
    List<Money> costs =
        result.runs().stream()
            .flatMap(run -> run.bill().lines().stream())
            .filter(line -> line.placement().equals(Optional.of(id)))
            .map(BillLine::cost)
            .toList();
    if (costs.isEmpty()) {
      return Optional.empty();
    }
    Money total = costs.stream().reduce(Money.ZERO, Money::plus);
    return Optional.of(total.toDouble() / days / result.runs().size());
  }
}
