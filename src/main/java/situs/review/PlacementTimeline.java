package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import situs.contract.Candidate;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Disagreement;
import situs.contract.Judgement;
import situs.contract.Timeline;
import situs.contract.Verdict;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Space;

/**
 * The same placement through the times.
 *
 * @param rows of the whole, of the totals where any are planned, and of every part
 * @param unplanned clauses in force at some time of whose totals only a run can tell
 * @param disagreements exceptions that disagree on some part, or on a total, at some time
 */
public record PlacementTimeline(
    List<Timeline.Row> rows, Set<String> unplanned, Set<Disagreement> disagreements) {
  /** All that is placed, every way between, and what is measured of them. */
  public static final String WHOLE = "all of it";

  /** The same where some demand found no place, of which no clause says anything. */
  public static final String WHOLE_OF_PLACED = "all that is placed";

  /** What clauses measure, as far as a plan tells it. */
  public static final String TOTALS = "totals, as planned";

  public PlacementTimeline {
    rows = List.copyOf(rows);
  }

  /**
   * Totals are those of the scenario's traffic, whatever the time. One that cannot be told leaves
   * the whole as it is, as it does a run's standing.
   *
   * @param instants at each of which the clauses then in force are asked
   */
  public static PlacementTimeline of(
      Scenario scenario, Contracts contracts, Placement placement, List<Instant> instants) {
    Timeline timeline = new Timeline(contracts, instants);
    PlannedTotals planned = new PlannedTotals(scenario, contracts);
    List<List<Judgement>> totals =
        instants.stream().map(law -> planned.by(law, placement)).toList();
    List<List<Judgement>> whole = new ArrayList<>();
    totals.forEach(all -> whole.add(new ArrayList<>(told(all))));
    Set<Disagreement> disagreements = new LinkedHashSet<>();
    totals.forEach(all -> disagreements.addAll(disagreements(TOTALS, all)));
    List<Timeline.Row> parts = new ArrayList<>();
    for (Candidate part : Space.of(scenario, placement)) {
      List<List<Judgement>> said = timeline.said(part);
      for (int i = 0; i < said.size(); i++) {
        whole.get(i).addAll(said.get(i));
        disagreements.addAll(disagreements(part.name(), said.get(i)));
      }
      parts.addAll(timeline.rows(part.name(), said));
    }
    List<Timeline.Row> rows = new ArrayList<>();
    if (!placement.placed().isEmpty()) {
      rows.addAll(timeline.rows(whole(placement), whole));
    }
    if (totals.stream().anyMatch(all -> !all.isEmpty())) {
      rows.addAll(timeline.rows(TOTALS, totals));
    }
    rows.addAll(parts);
    return new PlacementTimeline(rows, unplanned(contracts, instants, totals), disagreements);
  }

  private static List<Disagreement> disagreements(String subject, List<Judgement> judgements) {
    return judgements.stream().flatMap(j -> Disagreement.of(j, subject).stream()).toList();
  }

  private static String whole(Placement placement) {
    return placement.placesEverything() ? WHOLE : WHOLE_OF_PLACED;
  }

  /** Whether a row is of the whole. */
  public static boolean isWhole(Timeline.Row row) {
    return List.of(WHOLE, WHOLE_OF_PLACED).contains(row.candidate());
  }

  private static List<Judgement> told(List<Judgement> totals) {
    return totals.stream().filter(j -> !(j.verdict() instanceof Verdict.Undetermined)).toList();
  }

  private static Set<String> unplanned(
      Contracts contracts, List<Instant> instants, List<List<Judgement>> totals) {
    Set<Clause> planned =
        totals.stream().flatMap(List::stream).map(Judgement::clause).collect(Collectors.toSet());
    Set<String> unplanned = new TreeSet<>();
    for (Contract contract : contracts.contracts()) {
      for (Clause clause : contract.clauses()) {
        if (instants.stream().anyMatch(clause::isInForceAt)
            && contracts.readings().stream().anyMatch(r -> clause.measure(r).isPresent())
            && !planned.contains(clause)) {
          unplanned.add(contract.name() + "/" + clause.id());
        }
      }
    }
    return unplanned;
  }
}
