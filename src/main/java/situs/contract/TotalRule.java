package situs.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import situs.contract.Measured.Counted;

/**
 * What is demanded of a sum over all subjects that a clause speaks of. Only what was seen can tell.
 */
public sealed interface TotalRule extends Rule permits Commitment, ShareLimit, RevenueShare, Apart {

  /** What it asks, so that two which ask the same say the same. */
  String words();

  /** What was found, one a period of the clause. */
  List<Total> totals(Measured measured);

  /** The same, but where exceptions disagree on whether something counts, that. */
  default List<Total> found(Measured measured) {
    return totals(measured).stream()
        .map(total -> conflict(total, measured).map(total::disputed).orElse(total))
        .toList();
  }

  private Optional<Verdict.Conflicting> conflict(Total total, Measured measured) {
    return measured.counted(total.from(), total.until()).stream()
        .filter(counted -> isOf(total, counted))
        .flatMap(counted -> counted.conflict().stream())
        .findFirst();
  }

  /** Whether a total is of a subject that counts. */
  default boolean isOf(Total total, Counted counted) {
    return true;
  }

  /**
   * The same as a plan is held to it, before anything was seen; none where no plan can be.
   *
   * @param nothing the periods, with nothing counted
   */
  default List<Line> lines(Measured nothing) {
    return List.of();
  }

  /**
   * Lines of which each, kept by any margin, says that this is broken for certain: one for each of
   * {@link #lines}, or none where a plan cannot tell.
   *
   * @param nothing the periods, with nothing counted
   */
  default List<Line> breaches(Measured nothing) {
    return List.of();
  }

  /** What of circumstances it asks for where it counts a subject, by name. */
  default List<String> circumstances(Facts counted, Clause clause) {
    return List.of();
  }

  /** The clause of the contract that takes what it asks before this one counts. */
  default Optional<String> beyond() {
    return Optional.empty();
  }

  /** The amount that it adds up, or takes a share of; empty: it counts nothing. */
  default Optional<Measure> measured() {
    return Optional.empty();
  }

  /** Whether a subject counts towards what is held to the limit, and not only to a whole. */
  default boolean counts(Facts subject) {
    return true;
  }

  /**
   * What must be otherwise for it to be kept.
   *
   * @param lacking how far it is from that, in the unit of its gap
   * @param whole all that it counts or takes a share of
   */
  default Optional<String> toKeep(BigDecimal lacking, BigDecimal whole) {
    return Optional.empty();
  }

  /** The periods by which it counts; empty: the whole of the time in force. */
  default Optional<Cycle> per() {
    return Optional.empty();
  }
}
