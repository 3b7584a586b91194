package situs.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.contract.Answer;
import situs.contract.Contracts;
import situs.contract.Judgement;
import situs.contract.LawChange;
import situs.contract.TotalChange;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * A change of what is measured, and placements that it turns as they are planned.
 *
 * @param isPlanned whether a plan tells what is measured of any placement, by either law; else only
 *     a run does
 * @param turns by what the clause says before and after, in the order of the placements
 */
public record Witnessed(TotalChange change, boolean isPlanned, List<Turn> turns) {

  /**
   * Placements that a change turns alike.
   *
   * @param placements by their strategies; the first is the witness
   */
  public record Turn(Answer before, Answer after, List<String> placements) {
    public Turn {
      placements = List.copyOf(placements);
    }
  }

  public Witnessed {
    turns = List.copyOf(turns);
  }

  /**
   * Of changes from one law to another, with the traffic that is planned in a scenario, whatever
   * their time.
   */
  public static List<Witnessed> of(
      Scenario scenario,
      Contracts before,
      Contracts after,
      List<TotalChange> changes,
      List<Placement> placements) {
    List<PlannedTotals> laws =
        LawChange.sameReadings(before, after).stream()
            .map(law -> new PlannedTotals(scenario, law))
            .toList();
    return changes.stream()
        .map(change -> of(change, laws.get(0), laws.get(1), placements))
        .toList();
  }

  private static Witnessed of(
      TotalChange change, PlannedTotals first, PlannedTotals second, List<Placement> placements) {
    Map<List<Answer>, List<String>> turns = new LinkedHashMap<>();
    boolean isPlanned = false;
    for (Placement placement : placements) {
      List<Judgement> before = said(change, first.by(change.at(), placement));
      List<Judgement> after = said(change, second.by(change.then(), placement));
      isPlanned |= !before.isEmpty() || !after.isEmpty();
      List<Answer> answers =
          List.of(Answer.of(before, change.reading()), Answer.of(after, change.reading()));
      if (answers.get(0).kind() != answers.get(1).kind()) {
        turns.computeIfAbsent(answers, a -> new ArrayList<>()).add(placement.strategy());
      }
    }
    return new Witnessed(
        change,
        isPlanned,
        turns.entrySet().stream()
            .map(e -> new Turn(e.getKey().get(0), e.getKey().get(1), e.getValue()))
            .toList());
  }

  private static List<Judgement> said(TotalChange change, List<Judgement> all) {
    return all.stream()
        .filter(j -> change.clause().equals(j.contract().name() + "/" + j.clause().id()))
        .filter(j -> change.reading().equals(j.reading()))
        .toList();
  }
}
