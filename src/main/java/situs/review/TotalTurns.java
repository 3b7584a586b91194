package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import situs.contract.Answer;
import situs.contract.Answer.Kind;
import situs.contract.Contracts;
import situs.contract.Judgement;
import situs.contract.LawChange;
import situs.contract.Quota;
import situs.contract.TotalChange;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Sought;
import situs.placement.Witness;
import situs.placement.Witnesses;
import situs.placement.Witnesses.Asks;
import situs.review.Witnessed.Among;
import situs.review.Witnessed.Turn;

/**
 * Whom a change of what is measured turns, with the traffic that is planned in a scenario, whatever
 * the time of the change. What a plan is held to by a sum is searched among all placements; of what
 * stands beside what, and of what is due, the placements of strategies are asked.
 */
public final class TotalTurns {
  private final Scenario scenario;
  private final List<Contracts> laws;
  private final List<PlannedTotals> planned;
  private final Witnesses witnesses;

  /** What a clause asks by the first law, and by the second. */
  private record Both(Asks before, Asks after) {}

  /**
   * @param witnesses of the scenario
   */
  public TotalTurns(Scenario scenario, Contracts before, Contracts after, Witnesses witnesses) {
    this.scenario = scenario;
    this.laws = LawChange.sameReadings(before, after);
    this.planned = laws.stream().map(law -> new PlannedTotals(scenario, law)).toList();
    this.witnesses = witnesses;
  }

  /**
   * Of changes from the first law to the second.
   *
   * @param strategies what they place; asked for only where there is no sum to search by
   */
  public List<Witnessed> of(List<TotalChange> changes, Supplier<List<Placement>> strategies) {
    Map<TotalChange, Both> sums = new LinkedHashMap<>();
    changes.forEach(change -> both(change).ifPresent(both -> sums.put(change, both)));
    List<Placement> placed = sums.size() < changes.size() ? strategies.get() : List.of();
    return changes.stream()
        .map(
            change ->
                Optional.ofNullable(sums.get(change))
                    .map(both -> witnesses.turns(both.before(), both.after()))
                    .map(turns -> searched(change, turns))
                    .orElseGet(() -> among(change, placed)))
        .toList();
  }

  private Optional<Both> both(TotalChange change) {
    return asks(change, laws.get(0), change.before(), change.at())
        .flatMap(
            before ->
                asks(change, laws.get(1), change.after(), change.then())
                    .map(after -> new Both(before, after)));
  }

  /** Empty where a plan is held to no sum by it. */
  private Optional<Asks> asks(
      TotalChange change, Contracts law, Optional<String> asked, Instant at) {
    if (asked.isEmpty()) {
      return Optional.of(Asks.NOTHING);
    }
    Instant from = scenario.starts();
    Instant until = from.plus(scenario.duration());
    Asks asks =
        new Asks(
            of(change, law.quotasBy(at, from, until)), of(change, law.breachesBy(at, from, until)));
    return Optional.of(asks).filter(a -> !a.kept().isEmpty() && !a.broken().isEmpty());
  }

  private static List<Quota> of(TotalChange change, List<Quota> quotas) {
    return quotas.stream()
        .filter(q -> q.clause().equals(change.clause()) && q.reading().equals(change.reading()))
        .toList();
  }

  private Witnessed searched(TotalChange change, List<Witnesses.Turn> found) {
    List<Turn> turns = new ArrayList<>();
    List<String> untold = new ArrayList<>();
    for (Witnesses.Turn turn : found) {
      if (turn.sought() instanceof Sought.Undecided<Witness> undecided) {
        untold.add(words(turn) + ": " + undecided.words());
      } else {
        Witness witness = turn.sought().decided().orElseThrow();
        if (isSo(change, turn, witness.placement())) {
          turns.add(turn(change, turn, witness));
        } else {
          untold.add(words(turn) + ": only a run can tell, for a schedule changes what is planned");
        }
      }
    }
    return new Witnessed(change, Among.ALL, turns, untold);
  }

  private static String words(Witnesses.Turn turn) {
    return turn.before().word() + " -> " + turn.after().word();
  }

  private static Turn turn(TotalChange change, Witnesses.Turn turn, Witness witness) {
    return new Turn(
        answer(change, turn.before()), answer(change, turn.after()), List.of(witness.words()));
  }

  private static Answer answer(TotalChange change, Kind kind) {
    return new Answer(kind, kind == Kind.LAWFUL ? List.of() : List.of(change.clause()));
  }

  /**
   * Whether what judges a plan says the same, where it says anything: sums know no autoscaler, and
   * of a schedule only the least.
   */
  private boolean isSo(TotalChange change, Witnesses.Turn turn, Placement placement) {
    List<Judgement> before = said(change, planned.get(0).by(change.at(), placement));
    List<Judgement> after = said(change, planned.get(1).by(change.then(), placement));
    return before.isEmpty() && after.isEmpty()
        || Answer.of(before, change.reading()).kind() == turn.before()
            && Answer.of(after, change.reading()).kind() == turn.after();
  }

  private Witnessed among(TotalChange change, List<Placement> placements) {
    Map<List<Answer>, List<String>> turns = new LinkedHashMap<>();
    boolean isPlanned = false;
    for (Placement placement : placements) {
      List<Judgement> before = said(change, planned.get(0).by(change.at(), placement));
      List<Judgement> after = said(change, planned.get(1).by(change.then(), placement));
      isPlanned |= !before.isEmpty() || !after.isEmpty();
      List<Answer> answers =
          List.of(Answer.of(before, change.reading()), Answer.of(after, change.reading()));
      if (answers.get(0).kind() != answers.get(1).kind()) {
        turns.computeIfAbsent(answers, a -> new ArrayList<>()).add(placement.strategy());
      }
    }
    return new Witnessed(
        change,
        isPlanned ? Among.STRATEGIES : Among.NONE,
        turns.entrySet().stream()
            .map(e -> new Turn(e.getKey().get(0), e.getKey().get(1), e.getValue()))
            .toList(),
        List.of());
  }

  private static List<Judgement> said(TotalChange change, List<Judgement> all) {
    return all.stream()
        .filter(j -> change.clause().equals(j.contract().name() + "/" + j.clause().id()))
        .filter(j -> change.reading().equals(j.reading()))
        .toList();
  }
}
