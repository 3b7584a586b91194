package situs.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import situs.experiment.Miss.Lever;
import situs.experiment.Miss.Load;
import situs.experiment.Miss.Spread;
import situs.experiment.Miss.Steady;
import situs.experiment.Miss.Total;
import situs.experiment.Tightening.End;
import situs.experiment.Tightening.Round;
import situs.model.Component;
import situs.model.Placement;
import situs.placement.Caution;
import situs.placement.Caution.Latency;
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
    BiFunction<Promise, Experiment, List<Miss>> check) {
  /** A pool that may take no more of its rate is not worth renting. Assumed. */
  private static final double LEAST_UTILISATION = 0.05;

  /** Steps that lead to the same placement again. */
  private static final int MOST_ALIKE = 60;

  private static final int PATIENCE = 3;
  private static final double LESS = 0.9;

  /**
   * Ways to be careful where there is a choice: emptier pools, no lanes that are too long, or
   * nothing that is taken back.
   */
  private enum Way {
    LOAD,
    SPREAD,
    STEADY
  }

  /** A caution, what it changed, and the plan that it leads to. */
  private record Step(Caution caution, List<String> words, Promise promise) {}

  Tightening run(int most) {
    List<Round> rounds = new ArrayList<>();
    Optional<Step> step = plan.apply(Caution.NONE).map(p -> new Step(Caution.NONE, List.of(), p));
    while (step.isPresent()) {
      Promise promise = step.get().promise();
      Experiment experiment = simulate.apply(promise);
      List<Miss> misses = check.apply(promise, experiment);
      rounds.add(new Round(rounds.size() + 1, promise, experiment, misses, step.get().words()));
      List<Way> ways = ways(rounds, misses);
      Optional<End> end = end(rounds, ways, most);
      if (end.isPresent()) {
        return new Tightening(rounds, end.get());
      }
      step = cheapest(ways, step.get(), misses);
    }
    return new Tightening(rounds, rounds.isEmpty() ? End.IMPOSSIBLE : End.NO_PLACEMENT);
  }

  /** Empty where there is a way to be more careful, and rounds are left to try it. */
  private static Optional<End> end(List<Round> rounds, List<Way> ways, int most) {
    Round last = rounds.get(rounds.size() - 1);
    if (last.misses().isEmpty()) {
      return Optional.of(End.HOLDS);
    }
    if (last.isNotKnown()) {
      return Optional.of(End.NOT_KNOWN);
    }
    if (ways.isEmpty()) {
      return Optional.of(End.NOTHING_HELPS);
    }
    return rounds.size() == most ? Optional.of(End.OUT_OF_ROUNDS) : Optional.empty();
  }

  /** Emptier pools do not help for ever where interruptions are what is late. */
  private static List<Way> ways(List<Round> rounds, List<Miss> misses) {
    List<Lever> levers = misses.stream().flatMap(m -> m.levers().stream()).toList();
    List<Way> ways = new ArrayList<>();
    if (!levers.isEmpty() && !isInVain(rounds)) {
      ways.addAll(List.of(Way.SPREAD, Way.LOAD));
    }
    if (levers.stream().anyMatch(Steady.class::isInstance)) {
      ways.add(Way.STEADY);
    }
    return ways;
  }

  /** Whether the worst of it is where it was some rounds of more care ago. */
  private static boolean isInVain(List<Round> rounds) {
    int last = rounds.size() - 1;
    double worst =
        rounds.subList(Math.max(0, last - PATIENCE), last).stream()
            .mapToDouble(Round::excess)
            .max()
            .orElse(0);
    return last >= PATIENCE && rounds.get(last).excess() > LESS * worst;
  }

  /** Of the ways to be more careful the one that costs less; empty where none has a placement. */
  private Optional<Step> cheapest(List<Way> ways, Step from, List<Miss> misses) {
    return ways.stream()
        .flatMap(way -> along(way, from, misses).stream())
        .min(Comparator.comparingDouble(s -> s.promise().usdPerDay()));
  }

  /** More careful in one way, until that is another placement. */
  private Optional<Step> along(Way way, Step from, List<Miss> misses) {
    Caution caution = from.caution();
    for (int tried = 0; tried < MOST_ALIKE; tried++) {
      List<String> words = new ArrayList<>();
      Optional<Caution> next = tightened(caution, way, misses, words);
      // Closing lanes for being late helps only where those that are left are in time.
      Optional<Promise> promise =
          next.flatMap(plan)
              .filter(p -> p.inTime() || way != Way.SPREAD && !from.promise().inTime());
      if (promise.isEmpty()) {
        return Optional.empty();
      }
      // What would be simulated again would miss the same again.
      if (!same(promise.get().placement(), from.promise().placement())) {
        return Optional.of(new Step(next.get(), words, promise.get()));
      }
      caution = next.get();
    }
    return Optional.empty();
  }

  private static boolean same(Placement a, Placement b) {
    return a.shares().equals(b.shares()) && instances(a).equals(instances(b));
  }

  private static Map<String, Integer> instances(Placement placement) {
    Map<String, Integer> instances = new TreeMap<>();
    placement.placed().forEach(p -> instances.put(p.id(), p.instances()));
    return instances;
  }

  /** Empty where this way changes nothing, or would take too much. */
  private static Optional<Caution> tightened(
      Caution caution, Way way, List<Miss> misses, List<String> words) {
    Map<Component, Double> loads = new TreeMap<>();
    Map<ClauseReading, Double> totals = new TreeMap<>();
    Map<Latency, Double> spreads = new LinkedHashMap<>();
    Set<Component> steady = new TreeSet<>();
    for (Miss miss : misses) {
      for (Lever lever : miss.levers()) {
        if (lever instanceof Total total) {
          totals.merge(total.clause(), total.more(), Math::max);
        } else if (lever instanceof Spread spread && way == Way.SPREAD) {
          double known = caution.spread(spread.latency());
          spreads.put(
              spread.latency(), Math.max(spread.seconds(), known == 0 ? 0 : known + spread.step()));
        } else if (lever instanceof Steady firm && way == Way.STEADY) {
          steady.add(firm.component());
        } else if (lever instanceof Load load && (way == Way.LOAD || miss.levers().size() == 1)) {
          loads.merge(load.component(), load.times(), Math::min);
        }
      }
    }
    steady.removeAll(caution.steady());
    if (way == Way.SPREAD && spreads.isEmpty() || way == Way.STEADY && steady.isEmpty()) {
      return Optional.empty();
    }
    Caution next = caution;
    for (Component component : steady) {
      next = next.steady(component);
      words.add(words("%s on nothing that is taken back", component));
    }
    for (Map.Entry<Component, Double> load : loads.entrySet()) {
      double lower = caution.utilisation(load.getKey()) * load.getValue();
      if (lower < LEAST_UTILISATION) {
        return Optional.empty();
      }
      next = next.with(load.getKey(), lower);
      words.add(words("%s at %.3g %% at most", load.getKey(), 100 * lower));
    }
    for (Map.Entry<ClauseReading, Double> total : totals.entrySet()) {
      next = next.with(total.getKey(), total.getValue());
      words.add(words("%s by %.3g more", total.getKey(), total.getValue()));
    }
    for (Map.Entry<Latency, Double> spread : spreads.entrySet()) {
      Latency latency = spread.getKey();
      next = next.with(latency, spread.getValue());
      words.add(
          words(
              "%s %s %.3g s above its mean",
              latency.workload(), latency.metric().word(), spread.getValue()));
    }
    return Optional.of(next);
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
