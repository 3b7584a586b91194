package situs.drafting;

import java.time.Instant;
import java.util.List;
import situs.contract.Circumstances;
import situs.contract.Facts;

/**
 * A case of a contract test.
 *
 * @param dates at each of which all that is expected must hold
 */
record ContractCase(
    String name,
    List<Instant> dates,
    Circumstances circumstances,
    Facts facts,
    List<Expectation> expectations) {
  ContractCase {
    dates = List.copyOf(dates);
    expectations = List.copyOf(expectations);
  }
}
