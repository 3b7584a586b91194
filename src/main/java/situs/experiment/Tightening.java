package situs.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.model.Scenario;
import situs.placement.Caution;
import situs.placement.ClauseReading;
import situs.placement.Goal;
import situs.placement.Promise;
import situs.placement.Promises;
import situs.placement.Sought;

/**
 * The optimum, simulated; where the simulation misses what was promised, planned again with more
 * care until it keeps it, and with less again as far as it still does.
 *
 * @param rounds in order, at least one where there is a placement at all
 * @param best of which nothing is seen to be missed; empty where there is none
 * @param bound nothing that holds reaches less of the goal, as far as what was refuted would miss
 */
public record Tightening(List<Round> rounds, Optional<Round> best, double bound, End end) {
  /** How it ended. */
  public enum End {
    /** Every better plan is refuted. */
    PROVEN("no better one is left"),
    /** Better plans are left. */
    ROUNDS("the rounds were used up before all better ones were tried"),
    /** Nobody knows whether better plans are left. */
    LIMITS("the search for better ones ended at its limits"),
    /** There is no plan. */
    IMPOSSIBLE("no placement carries all demand"),
    /** Every plan is refuted. */
    NONE("no placement of all demand is left that might hold"),
    /** By the estimate no plan can hold. */
    LATE("no placement of all demand is in time even in the mean");

    private final String words;

    End(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public Tightening {
    rounds = List.copyOf(rounds);
  }

  /** Whether the best is known to hold. */
  public boolean holds() {
    return best.filter(b -> b.shown().untold().isEmpty()).isPresent();
  }

  /** What the best possible may reach less, as a part of what the best reaches. */
  public Optional<Double> gap() {
    return best.map(b -> b.value() == 0 ? 0 : Math.max(0, (b.value() - bound) / b.value()));
  }

  /** The last round; empty where there was none. */
  public Optional<Round> last() {
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
  }

  /** The best, or where there is none, the last round. */
  public Optional<Round> told() {
    return best.or(this::last);
  }

  /**
   * What is planned for.
   *
   * @param name of the placements' strategy
   * @param readings those under which clauses must be kept
   */
  public record Wish(String name, Predicate<String> readings, Goal goal) {}

  /**
   * Plans and simulates.
   *
   * @param promises of the same scenario and contracts
   * @param most rounds
   */
  public static Tightening of(
      Scenario scenario,
      Contracts contracts,
      Wish wish,
      Promises promises,
      Experimenter experimenter,
      int most) {
    Predicate<ClauseReading> binding = clause -> wish.readings().test(clause.reading());
    // Where waiting is what matters, calls are divided by it in any case.
    Caution least = wish.goal() instanceof Goal.Cost ? Caution.NONE : Caution.EASED;
    return of(
        least,
        caution -> promises.sought(wish.name(), binding, wish.goal(), caution),
        new Trail(
            promise ->
                experimenter.run(
                    scenario, contracts, List.of(new Given(wish.name(), promise.placement()))),
            (promise, experiment) -> Shown.of(promise, experiment, wish.readings()),
            most));
  }

  /**
   * @param least care of the first plan
   * @throws situs.placement.UndecidedException when not even the first search came to an end
   */
  static Tightening of(Caution least, Function<Caution, Sought<Promise>> plan, Trail trail) {
    Optional<Promise> first = plan.apply(least).decided();
    if (first.isEmpty()) {
      return new Tightening(List.of(), Optional.empty(), 0, End.IMPOSSIBLE);
    }
    new Tightener(plan, trail).run(least, first.get());
    return new TakingBack(plan, trail).run();
  }
}
