package situs.audit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import situs.model.RouteUse;

/** What was seen of a subject: requests, tokens, first and last time. */
final class Usage {
  /** Each use once; sums and extremes do not depend on their order. */
  private final Set<RouteUse> uses = Collections.newSetFromMap(new IdentityHashMap<>());

  void add(RouteUse use) {
    uses.add(use);
  }

  void add(Usage other) {
    uses.addAll(other.uses);
  }

  long requests() {
    return sum(RouteUse::requests);
  }

  long tokens() {
    return sum(RouteUse::tokens);
  }

  private long sum(ToLongFunction<RouteUse> count) {
    return uses.stream().mapToLong(count).sum();
  }

  Optional<Double> firstAtS() {
    return uses.stream().map(RouteUse::firstAtS).min(Double::compare);
  }

  Optional<Double> lastAtS() {
    return uses.stream().map(RouteUse::lastAtS).max(Double::compare);
  }
}
