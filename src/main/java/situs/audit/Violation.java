package situs.audit;

import java.util.List;
import java.util.Optional;
import situs.contract.Remedy;
import situs.contract.SubjectKind;
import situs.model.Episode;
import situs.model.Money;

/**
 * An objection of one reading of a clause to a subject, with what was seen of it.
 *
 * @param subject a placement's id, or a route's chain and hop
 * @param placement id of the placement that gives rise to it
 * @param firstAtS seconds from the start of the measured window; empty when nothing happened yet
 * @param lastAtS likewise
 * @param episodes in which it was broken, in order of time, with what was seen in each: of a route
 *     as it was used, of what is placed, paid for or measured as long as the clause was in force
 * @param exposure what the clause's remedy makes of this subject alone over the measured window;
 *     empty without one, where it is a right alone, or where an amount is missing. Those of several
 *     subjects do not simply add up, see {@link Findings#exposureByReading()}
 * @param remedy by which, with its basis
 * @param reason the sub-expression that decided, with the facts in it
 * @param answer whether it is forbidden, or merely not permitted
 * @param room providers with a right of first refusal that had room for it
 */
public record Violation(
    String contract,
    String clause,
    String reading,
    SubjectKind kind,
    String subject,
    String placement,
    Optional<Double> firstAtS,
    Optional<Double> lastAtS,
    List<Episode> episodes,
    Optional<Money> exposure,
    Optional<Remedy> remedy,
    String reason,
    Answer answer,
    List<String> room) {

  public Violation {
    episodes = List.copyOf(episodes);
    room = List.copyOf(room);
  }

  /** Requests concerned. */
  public long requests() {
    return episodes.stream().mapToLong(Episode::requests).sum();
  }

  /** Tokens concerned. */
  public long tokens() {
    return episodes.stream().mapToLong(Episode::tokens).sum();
  }

  /** The two forms of an objection; where none can be told, see {@link Unsettled}. */
  public enum Answer {
    /** A clause says that it must not be. */
    FORBIDDEN("forbidden"),
    /** Only what is permitted may be, and nothing permits it. */
    NOT_PERMITTED("not permitted");

    private final String word;

    Answer(String word) {
      this.word = word;
    }

    /** The word used in outputs. */
    public String word() {
      return word;
    }
  }
}
