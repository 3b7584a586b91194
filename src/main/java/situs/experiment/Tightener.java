package situs.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import situs.experiment.Care.Way;
import situs.experiment.Miss.Lever;
import situs.experiment.Miss.Steady;
import situs.placement.Caution;
import situs.placement.Promise;
import situs.placement.Sought;

/**
 * Plans with more and more care until a plan holds.
 *
 * @param plan the optimum with so much care
 */
record Tightener(Function<Caution, Sought<Promise>> plan, Trail trail) {
  /** Steps that lead to the same placement again. */
  private static final int MOST_ALIKE = 60;

  private static final int PATIENCE = 3;
  private static final double LESS = 0.9;

  /** A care, and the plan that it leads to. */
  private record Step(Care care, Promise promise) {}

  /** From a first plan on; ends where one holds, none is more careful, or rounds are used up. */
  void run(Caution least, Promise first) {
    Optional<Step> step = Optional.of(new Step(new Care(least, List.of()), first));
    while (step.isPresent()) {
      Care care = step.get().care();
      Round round = trail.add(care.caution(), step.get().promise(), care.words());
      step = trail.isUsedUp() ? Optional.empty() : best(round);
    }
  }

  /** Of the ways to be more careful the one that costs less; empty where none has a placement. */
  private Optional<Step> best(Round from) {
    return ways(from.shown().misses()).stream()
        .flatMap(way -> along(way, from).stream())
        .min(Comparator.comparingDouble(s -> s.promise().reached().value()));
  }

  /** Emptier pools do not help for ever where interruptions are what is late. */
  private List<Way> ways(List<Miss> misses) {
    List<Lever> levers = misses.stream().flatMap(m -> m.levers().stream()).toList();
    List<Way> ways = new ArrayList<>();
    if (!levers.isEmpty() && !isInVain()) {
      ways.addAll(List.of(Way.SPREAD, Way.LOAD));
    }
    if (levers.stream().anyMatch(Steady.class::isInstance)) {
      ways.add(Way.STEADY);
    }
    return ways;
  }

  /** Whether the worst of it is where it was some rounds of more care ago. */
  private boolean isInVain() {
    List<Round> rounds = trail.rounds();
    int last = rounds.size() - 1;
    double worst =
        rounds.subList(Math.max(0, last - PATIENCE), last).stream()
            .mapToDouble(Round::excess)
            .max()
            .orElse(0);
    return last >= PATIENCE && rounds.get(last).excess() > LESS * worst;
  }

  /** More careful in one way, until that is another placement. */
  private Optional<Step> along(Way way, Round from) {
    Caution caution = from.caution();
    for (int tried = 0; tried < MOST_ALIKE; tried++) {
      Optional<Care> care = Care.more(caution, way, from.shown().misses());
      // Closing lanes for being late helps only where those that are left are in time.
      Optional<Promise> promise =
          care.flatMap(c -> plan.apply(c.caution()).found())
              .filter(p -> p.inTime() || way != Way.SPREAD && !from.promise().inTime());
      if (promise.isEmpty()) {
        return Optional.empty();
      }
      // What would be simulated again would miss the same again.
      if (!trail.isKnown(promise.get())) {
        return Optional.of(new Step(care.get(), promise.get()));
      }
      caution = care.get().caution();
    }
    return Optional.empty();
  }
}
