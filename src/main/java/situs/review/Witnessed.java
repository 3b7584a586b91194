package situs.review;

import java.util.List;
import situs.contract.Answer;
import situs.contract.TotalChange;

/**
 * A change of what is measured, and placements that it turns as they are planned.
 *
 * @param turns by what the clause says before and after
 * @param untold turns of which nobody knows whether there are any, in words
 */
public record Witnessed(TotalChange change, Among among, List<Turn> turns, List<String> untold) {

  /** Among which placements those that are turned were looked for. */
  public enum Among {
    ALL("no placement that carries all demand is turned"),
    STRATEGIES("as planned it turns no placement of the scenario's strategies"),
    /** What is measured is planned of none. */
    NONE("whom it turns only a run can tell");

    private final String words;

    Among(String words) {
      this.words = words;
    }

    /** What it means that there is no turn. */
    public String words() {
      return words;
    }
  }

  /**
   * Placements that a change turns alike.
   *
   * @param placements in words, or by their strategies; the first is the witness
   */
  public record Turn(Answer before, Answer after, List<String> placements) {
    public Turn {
      placements = List.copyOf(placements);
    }
  }

  public Witnessed {
    turns = List.copyOf(turns);
    untold = List.copyOf(untold);
  }
}
