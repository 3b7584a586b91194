package situs.contract;

import java.util.List;
import java.util.Optional;

/**
 * What is demanded of a sum over all subjects that a clause speaks of. Only what was seen can tell.
 */
public sealed interface TotalRule extends Rule permits Commitment, ShareLimit, RevenueShare, Apart {

  /** What was found, one a period of the clause. */
  List<Total> totals(Measured measured);

  /** The periods by which it counts; empty: the whole of the time in force. */
  default Optional<Cycle> per() {
    return Optional.empty();
  }
}
