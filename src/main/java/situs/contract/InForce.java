package situs.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * When a clause is in force.
 *
 * @param from first instant; empty: since ever
 * @param until first instant at which it is no more; empty: open
 */
public record InForce(Optional<Instant> from, Optional<Instant> until) {
  public static final InForce ALWAYS = new InForce(Optional.empty(), Optional.empty());

  boolean at(Instant instant) {
    return from.map(f -> !instant.isBefore(f)).orElse(true)
        && until.map(instant::isBefore).orElse(true);
  }
}
