package situs.audit;

import java.util.Optional;
import situs.model.RouteUse;

/** What was seen of a subject: requests, tokens, first and last time. */
final class Usage {
  private long requests;
  private long tokens;
  private double first = Double.POSITIVE_INFINITY;
  private double last = Double.NEGATIVE_INFINITY;

  void add(RouteUse use) {
    requests += use.requests();
    tokens += use.tokens();
    first = Math.min(first, use.firstAtS());
    last = Math.max(last, use.lastAtS());
  }

  void add(Usage other) {
    requests += other.requests;
    tokens += other.tokens;
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
  }

  long requests() {
    return requests;
  }

  long tokens() {
    return tokens;
  }

  Optional<Double> firstAtS() {
    return requests == 0 ? Optional.empty() : Optional.of(first);
  }

  Optional<Double> lastAtS() {
    return requests == 0 ? Optional.empty() : Optional.of(last);
  }
}
