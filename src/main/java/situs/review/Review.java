package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import situs.audit.Standing;
import situs.contract.Contracts;
import situs.contract.Disagreement;
import situs.contract.Judge;
import situs.contract.Judgement;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * A placement held against every clause in force, under every reading, at each of some instants,
 * without a simulation.
 *
 * @param placement what is judged is what it places; what found no place is in it too
 * @param regimes instants from which on the law is asked
 * @param opinions by regime, subject, clause and reading; then those on totals
 */
public record Review(
    Placement placement, List<Instant> regimes, List<String> readings, List<Opinion> opinions) {

  public Review {
    regimes = List.copyOf(regimes);
    readings = List.copyOf(readings);
    opinions = List.copyOf(opinions);
  }

  /**
   * Of several placements; a clause that says the same of their parts is asked once.
   *
   * @param regimes see {@link Regimes}
   */
  public static List<Review> of(
      Scenario scenario, Contracts contracts, List<Placement> placements, List<Instant> regimes) {
    Judge judge = new Judge(contracts);
    PlannedTotals totals = new PlannedTotals(scenario, contracts);
    return placements.stream()
        .map(
            placement ->
                new Review(
                    placement,
                    regimes,
                    contracts.readings(),
                    Stream.concat(
                            opinions(Reviewed.of(scenario, placement), judge, regimes).stream(),
                            totals.of(placement, regimes).stream())
                        .toList()))
        .toList();
  }

  private static List<Opinion> opinions(
      List<Reviewed> subjects, Judge judge, List<Instant> regimes) {
    List<Opinion> opinions = new ArrayList<>();
    for (Instant regime : regimes) {
      for (Reviewed subject : subjects) {
        for (Judgement judgement : judge.judge(subject.facts(), regime)) {
          opinions.add(Opinion.of(regime, subject, judgement));
        }
      }
    }
    return opinions;
  }

  /** Whose placement it is. */
  public String strategy() {
    return placement.strategy();
  }

  /** Exceptions that disagree on some part of the placement, or on what is measured of it. */
  public List<Disagreement> disagreements() {
    return opinions.stream().flatMap(o -> o.disagreement().stream()).distinct().toList();
  }

  /** Where what is placed stands under all readings. */
  public Standing standing(Instant regime) {
    Map<String, List<Standing>> byClauseAndSubject = new LinkedHashMap<>();
    for (Opinion opinion : at(regime, o -> true)) {
      byClauseAndSubject
          .computeIfAbsent(
              opinion.clause() + "\n" + opinion.subject().name() + opinion.subject().origins(),
              key -> new ArrayList<>())
          .add(opinion.standing());
    }
    return byClauseAndSubject.values().stream()
        .map(Standing::ofClause)
        .reduce(Standing.COMPLIANT, Standing::worst);
  }

  /** Where it stands under one. */
  public Standing standing(Instant regime, String reading) {
    return at(regime, o -> o.judgement().reading().equals(reading)).stream()
        .map(Opinion::standing)
        .reduce(Standing.COMPLIANT, Standing::worst);
  }

  private List<Opinion> at(Instant regime, Predicate<Opinion> wanted) {
    return opinions.stream().filter(o -> o.from().equals(regime)).filter(wanted).toList();
  }
}
