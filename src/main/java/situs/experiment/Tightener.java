package situs.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import situs.experiment.Miss.Load;
import situs.experiment.Miss.Total;
import situs.experiment.Tightening.End;
import situs.experiment.Tightening.Round;
import situs.model.Component;
import situs.model.Placement;
import situs.placement.Caution;
import situs.placement.ClauseReading;
import situs.placement.Promise;

/**
 * Plans, simulates, and plans with more care.
 *
 * @param plan the optimum with so much care; empty where there is none
 * @param check what the simulation missed
 */
record Tightener(
    Function<Caution, Optional<Promise>> plan,
    Function<Promise, Experiment> simulate,
    Function<Experiment, List<Miss>> check) {
  /** A pool that may take no more of its rate is not worth renting. Assumed. */
  private static final double LEAST_UTILISATION = 0.05;

  private static final int PATIENCE = 2;
  private static final double LESS = 0.9;

  /** A caution, and what it changed. */
  private record Step(Caution caution, List<String> words) {}

  Tightening run(int most) {
    List<Round> rounds = new ArrayList<>();
    Step step = new Step(Caution.NONE, List.of());
    Optional<Promise> promise = plan.apply(step.caution());
    while (promise.isPresent()) {
      Experiment experiment = simulate.apply(promise.get());
      List<Miss> misses = check.apply(experiment);
      rounds.add(new Round(rounds.size() + 1, promise.get(), experiment, misses, step.words()));
      if (misses.isEmpty()) {
        return new Tightening(rounds, End.HOLDS);
      }
      if (rounds.size() == most) {
        return new Tightening(rounds, End.OUT_OF_ROUNDS);
      }
      if (isInVain(rounds)) {
        return new Tightening(rounds, End.NOTHING_HELPS);
      }
      Placement before = promise.get().placement();
      do {
        Optional<Step> next = tightened(step.caution(), misses);
        if (next.isEmpty()) {
          return new Tightening(rounds, End.NOTHING_HELPS);
        }
        step = next.get();
        promise = plan.apply(step.caution());
        // What would be simulated again would miss the same again.
      } while (promise.isPresent() && same(promise.get().placement(), before));
    }
    return new Tightening(rounds, rounds.isEmpty() ? End.IMPOSSIBLE : End.NO_PLACEMENT);
  }

  /** Whether two rounds of more care left the worst of it where it was. */
  private static boolean isInVain(List<Round> rounds) {
    int last = rounds.size() - 1;
    return last >= PATIENCE
        && rounds.get(last).excess() > LESS * rounds.get(last - PATIENCE).excess();
  }

  private static boolean same(Placement a, Placement b) {
    return a.shares().equals(b.shares())
        && a.placed().size() == b.placed().size()
        && a.placed().stream()
            .allMatch(
                p ->
                    b.placed().stream()
                        .anyMatch(q -> q.id().equals(p.id()) && q.instances() == p.instances()));
  }

  /** Empty where nothing helps, or too much would be needed. */
  private static Optional<Step> tightened(Caution caution, List<Miss> misses) {
    Map<Component, Double> loads = new TreeMap<>();
    Map<ClauseReading, Double> totals = new TreeMap<>();
    for (Miss miss : misses) {
      miss.lever()
          .ifPresent(
              lever -> {
                if (lever instanceof Load load) {
                  loads.merge(load.component(), load.times(), Math::min);
                } else if (lever instanceof Total total) {
                  totals.merge(total.clause(), total.more(), Math::max);
                }
              });
    }
    Caution next = caution;
    List<String> words = new ArrayList<>();
    for (Map.Entry<Component, Double> load : loads.entrySet()) {
      double lower = caution.utilisation(load.getKey()) * load.getValue();
      if (lower < LEAST_UTILISATION) {
        return Optional.empty();
      }
      next = next.with(load.getKey(), lower);
      words.add(String.format(Locale.ROOT, "%s at %.3g %% at most", load.getKey(), 100 * lower));
    }
    for (Map.Entry<ClauseReading, Double> total : totals.entrySet()) {
      next = next.with(total.getKey(), total.getValue());
      words.add(String.format(Locale.ROOT, "%s by %.3g more", total.getKey(), total.getValue()));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new Step(next, words));
  }
}
