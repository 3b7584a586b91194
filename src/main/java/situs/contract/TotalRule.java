package situs.contract;

import java.util.List;
import java.util.Optional;

/**
 * What is demanded of a sum over all subjects that a clause speaks of. Only what was seen can tell.
 */
public sealed interface TotalRule extends Rule permits Commitment, ShareLimit, RevenueShare, Apart {

  /** What it asks, so that two which ask the same say the same. */
  String words();

  /** What was found, one a period of the clause. */
  List<Total> totals(Measured measured);

  /**
   * The same as a plan is held to it, before anything was seen; none where no plan can be.
   *
   * @param nothing the periods, with nothing counted
   */
  default List<Line> lines(Measured nothing) {
    return List.of();
  }

  /** What of circumstances it asks for where it counts a subject, by name. */
  default List<String> circumstances(Facts counted, Clause clause) {
    return List.of();
  }

  /** The periods by which it counts; empty: the whole of the time in force. */
  default Optional<Cycle> per() {
    return Optional.empty();
  }
}
