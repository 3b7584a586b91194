package situs.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.model.Scenario;
import situs.placement.ClauseReading;
import situs.placement.Promise;
import situs.placement.Promises;
import situs.stats.Estimate;

/**
 * The optimum, simulated; where the simulation misses what was promised, planned again with more
 * care, until it keeps it or nothing is left to be careful with.
 *
 * @param rounds in order, at least one where there is a placement at all
 */
public record Tightening(List<Round> rounds, End end) {
  /** How it ended. */
  public enum End {
    HOLDS("holds"),
    NOT_KNOWN("not known, for want of calls to measure"),
    IMPOSSIBLE("no placement carries all demand"),
    NO_PLACEMENT("missed, and no placement of all demand is more careful"),
    NOTHING_HELPS("missed, and nothing is left to be more careful with"),
    OUT_OF_ROUNDS("missed when the rounds were used up");

    private final String words;

    End(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * A plan and its simulation.
   *
   * @param number from 1
   * @param tightened what was made more careful before it, for the reader; empty in the first
   */
  public record Round(
      int number,
      Promise promise,
      Experiment experiment,
      List<Miss> misses,
      List<String> tightened) {
    public Round {
      misses = List.copyOf(misses);
      tightened = List.copyOf(tightened);
    }

    public StrategyResult result() {
      return experiment.results().get(0);
    }

    /** Whether nothing is known to be missed, and something is not known to be kept. */
    boolean isNotKnown() {
      return !misses.isEmpty() && misses.stream().allMatch(m -> m.excess().isEmpty());
    }

    /** Of what was missed most, as a part of what was promised. */
    double excess() {
      return misses.stream().flatMap(m -> m.excess().stream()).mapToDouble(x -> x).max().orElse(0);
    }

    /** What providers are paid in the simulation: what contracts make payable is in no plan. */
    public Optional<Estimate> usdPerDay() {
      double days = experiment.scenario().durationS() / 86_400;
      return Estimate.of(
          result().runs().stream().map(r -> r.bill().bought().toDouble() / days).toList());
    }
  }

  public Tightening {
    rounds = List.copyOf(rounds);
  }

  /** The last round; empty where there was none. */
  public Optional<Round> last() {
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
  }

  /**
   * Plans and simulates.
   *
   * @param name of the placements' strategy
   * @param readings those under which clauses must be kept
   * @param promises of the same scenario and contracts
   * @param most rounds
   */
  public static Tightening of(
      Scenario scenario,
      Contracts contracts,
      String name,
      Predicate<String> readings,
      Promises promises,
      Experimenter experimenter,
      int most) {
    Predicate<ClauseReading> binding = clause -> readings.test(clause.reading());
    Tightener tightener =
        new Tightener(
            caution -> promises.best(name, binding, caution),
            promise ->
                experimenter.run(
                    scenario, contracts, List.of(new Given(name, promise.placement()))),
            (promise, experiment) -> Miss.of(promise, experiment, readings));
    return tightener.run(most);
  }
}
