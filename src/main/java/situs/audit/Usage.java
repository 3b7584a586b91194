package situs.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import situs.contract.Total;
import situs.model.RouteUse;

/** What was seen of a subject: requests, tokens, first and last time. */
final class Usage {
  /** Each use once; sums and extremes do not depend on their order. */
  private final Set<RouteUse> uses = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What measuring clauses found to be too much. */
  private final List<Total> totals = new ArrayList<>();

  void add(RouteUse use) {
    uses.add(use);
  }

  void add(Total total) {
    totals.add(total);
  }

  void add(Usage other) {
    uses.addAll(other.uses);
    totals.addAll(other.totals);
  }

  Set<RouteUse> uses() {
    return uses;
  }

  List<Total> totals() {
    return totals;
  }

  long requests() {
    return sum(RouteUse::requests, Total::requests);
  }

  long tokens() {
    return sum(RouteUse::tokens, Total::tokens);
  }

  private long sum(ToLongFunction<RouteUse> ofUse, ToLongFunction<Total> ofTotal) {
    return uses.stream().mapToLong(ofUse).sum() + totals.stream().mapToLong(ofTotal).sum();
  }

  Optional<Double> firstAtS() {
    return times(RouteUse::firstAtS, Total::firstAtS).min(Double::compare);
  }

  Optional<Double> lastAtS() {
    return times(RouteUse::lastAtS, Total::lastAtS).max(Double::compare);
  }

  private Stream<Double> times(
      Function<RouteUse, Double> ofUse, Function<Total, Optional<Double>> ofTotal) {
    return Stream.concat(
        uses.stream().map(ofUse), totals.stream().flatMap(t -> ofTotal.apply(t).stream()));
  }
}
