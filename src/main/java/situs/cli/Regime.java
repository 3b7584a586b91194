package situs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import situs.contract.Contracts;

/**
 * Which readings of the clauses bind.
 *
 * @param name for the reader
 */
record Regime(String name, Predicate<String> readings) {
  /** The name of binding nothing. */
  static final String NONE = "no clauses";

  /** The name of binding all readings at once. */
  static final String EVERY = "every reading";

  /** Each reading alone, and all of them at once where there are several. */
  static List<Regime> of(Contracts contracts) {
    List<Regime> regimes = new ArrayList<>();
    contracts.readings().forEach(r -> regimes.add(new Regime(r, r::equals)));
    if (regimes.size() > 1) {
      regimes.add(new Regime(EVERY, r -> true));
    }
    return regimes;
  }
}
