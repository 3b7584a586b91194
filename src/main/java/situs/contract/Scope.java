package situs.contract;

import java.util.Optional;

/**
 * Whether a reading speaks of a subject and no exception frees it, so that what it measures counts
 * it.
 *
 * @param conflict of exceptions, one of which frees it and another does not: then it cannot be told
 */
public record Scope(Truth speaks, Optional<Verdict.Conflicting> conflict) {

  static Scope of(Truth speaks) {
    return new Scope(speaks, Optional.empty());
  }

  static Scope disputed(Verdict.Conflicting conflict) {
    return new Scope(Truth.UNKNOWN, Optional.of(conflict));
  }
}
