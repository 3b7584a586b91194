package situs.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import situs.placement.Caution;
import situs.placement.Promise;
import situs.placement.Refuted;

/** The plans that were simulated so far. Lives within one search. */
final class Trail {
  private final Function<Promise, Experiment> simulate;
  private final BiFunction<Promise, Experiment, Shown> check;
  private final int most;
  private final List<Round> rounds = new ArrayList<>();
  private final List<Refuted> refuted = new ArrayList<>();
  private Caution totals = Caution.EASED;

  /**
   * @param most rounds
   */
  Trail(
      Function<Promise, Experiment> simulate,
      BiFunction<Promise, Experiment, Shown> check,
      int most) {
    this.simulate = simulate;
    this.check = check;
    this.most = most;
  }

  List<Round> rounds() {
    return rounds;
  }

  Round first() {
    return rounds.get(0);
  }

  Round last() {
    return rounds.get(rounds.size() - 1);
  }

  boolean isUsedUp() {
    return rounds.size() >= most;
  }

  /** Simulates another plan. */
  Round add(Caution caution, Promise promise, List<String> done) {
    Experiment experiment = simulate.apply(promise);
    Shown shown = check.apply(promise, experiment);
    Round round = new Round(rounds.size() + 1, caution, promise, experiment, shown, done);
    rounds.add(round);
    totals = totals.withTotalsOf(caution);
    if (round.isMissed()) {
      totals = totals.withTotalsOf(new Care(caution, List.of()).withMore(shown.misses()).caution());
      refuted.addAll(round.excluded());
    }
    return round;
  }

  /** A plan that comes out though all that is known was asked for; whether that tells anything. */
  boolean refute(Round again) {
    List<Refuted> known = again.refuted();
    List<Refuted> next =
        known.isEmpty() || refuted.containsAll(known) ? List.of(again.alike()) : known;
    boolean isNews = !refuted.containsAll(next);
    refuted.addAll(next);
    return isNews;
  }

  /** The round that this plan was simulated in. */
  Optional<Round> of(Promise promise) {
    return rounds.stream().filter(r -> r.isOf(promise)).findFirst();
  }

  /** Whether nothing new would come of it: calls are divided as well as they can be. */
  boolean isKnown(Promise promise) {
    return of(promise).isPresent()
        || refuted.stream().anyMatch(r -> r.extent().equals(promise.extent()));
  }

  /** The best of which nothing is seen to be missed, the first of equal ones. */
  Optional<Round> best() {
    return rounds.stream().filter(r -> !r.isMissed()).min(Comparator.comparingDouble(Round::value));
  }

  /** A caution with what is known of totals, and without what is refuted. */
  Caution informed(Caution caution) {
    return caution.withTotalsOf(totals).emptier().without(refuted);
  }

  /**
   * No plan that is left reaches less, as far as plans with as many of everything as the best were
   * not seen to miss with another division of the calls.
   */
  double bound(double ofTheRest) {
    return rounds.stream()
        .filter(Round::isMissed)
        .filter(r -> best().filter(b -> b.hasAsMuchAs(r)).isPresent())
        .mapToDouble(Round::value)
        .reduce(ofTheRest, Math::min);
  }
}
