package situs.experiment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import situs.model.Component;
import situs.model.Placed;
import situs.placement.Caution;
import situs.placement.Promise;
import situs.placement.Refuted;
import situs.placement.Refuted.Reach;
import situs.stats.Estimate;

/**
 * A plan and its simulation.
 *
 * @param number from 1
 * @param caution with which it was planned
 * @param shown what of the promise the simulation showed
 * @param done what was done to come to this plan, for the reader; empty in the first
 */
public record Round(
    int number,
    Caution caution,
    Promise promise,
    Experiment experiment,
    Shown shown,
    List<String> done) {
  public Round {
    done = List.copyOf(done);
  }

  public StrategyResult result() {
    return experiment.results().get(0);
  }

  public boolean isMissed() {
    return !shown.misses().isEmpty();
  }

  /** Of what was missed most, as a part of what was promised. */
  double excess() {
    return shown.misses().stream().mapToDouble(Miss::excess).max().orElse(0);
  }

  /** What the plan reaches of its goal. */
  double value() {
    return promise.reached().value();
  }

  /** What providers are paid in the simulation: what contracts make payable is in no plan. */
  public Optional<Estimate> usdPerDay() {
    double days = experiment.scenario().durationS() / 86_400;
    return Estimate.of(
        result().runs().stream().map(r -> r.bill().bought().toDouble() / days).toList());
  }

  boolean hasAsMuchAs(Round other) {
    return promise.extent().equals(other.promise.extent());
  }

  boolean isOf(Promise other) {
    return promise.extent().equals(other.extent())
        && promise.placement().shares().equals(other.placement().shares());
  }

  /**
   * The plans that are not tried after this one. The cheapest division of the calls, with no care
   * at all, says little of others among the same instances.
   */
  public List<Refuted> excluded() {
    return caution.equals(Caution.NONE) ? List.of() : refuted();
  }

  /** The plans that miss the same as this one, as far as each of its misses tells. */
  List<Refuted> refuted() {
    return shown.misses().stream()
        .filter(m -> !m.components().isEmpty())
        .map(m -> new Refuted(m.components(), promise.extent(), m.reach()))
        .distinct()
        .toList();
  }

  /** Plans that have as many of everything. */
  Refuted alike() {
    Set<Component> all = new TreeSet<>();
    promise.placement().placed().stream().map(Placed::component).forEach(all::add);
    return new Refuted(all, promise.extent(), Reach.AS_MANY);
  }
}
