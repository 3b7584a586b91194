package situs.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import situs.audit.Expected;
import situs.audit.Foresight;
import situs.audit.Foresight.Plan;
import situs.audit.Watch;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judgement;
import situs.contract.Measure;
import situs.contract.Quota.Part;
import situs.contract.SubjectKind;
import situs.contract.Verdict;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Volumes;
import situs.review.Opinion.Basis;
import situs.simulation.PlannedFleets;
import situs.simulation.PlannedRoutes;
import situs.simulation.PlannedRoutes.Planned;

/**
 * What clauses that measure say of a placement before a run: what is placed, and traffic as far as
 * it is planned where it goes. The bill, and what goes where the least is to do, only a run can
 * tell.
 */
final class PlannedTotals {
  private final Scenario scenario;
  private final Contracts contracts;
  private final Volumes volumes;

  PlannedTotals(Scenario scenario, Contracts contracts) {
    this.scenario = scenario;
    this.contracts = contracts;
    this.volumes = new Volumes(scenario);
  }

  /**
   * By clause and reading.
   *
   * @param regimes within the run a total counts to that in which its period begins
   */
  List<Opinion> of(Placement placement, List<Instant> regimes) {
    Optional<List<Expected>> expected =
        expected(placement, parts(new Watch(scenario, contracts).boundaries()));
    List<Opinion> all = new ArrayList<>();
    for (Foresight.Finding found : Foresight.of(scenario, contracts, plan(placement, expected))) {
      if (isPlanned(found.judgement().clause(), expected.isPresent())) {
        regimes.stream()
            .filter(regime -> isInRun(regime) && !regime.isAfter(found.total().from()))
            .max(Instant::compareTo)
            .ifPresent(
                regime ->
                    all.add(
                        new Opinion(regime, total(found.name()), found.judgement(), Basis.PLAN)));
      }
    }
    regimes.forEach(regime -> all.addAll(left(regime, expected.isPresent())));
    return all;
  }

  /**
   * What they come to by the law of an instant, whenever the run is; only of clauses that a plan
   * tells of.
   */
  List<Judgement> by(Instant law, Placement placement) {
    List<Instant> cuts =
        contracts.cycles(SubjectKind.ROUTE, law, law.plusNanos(1)).stream()
            .flatMap(cycle -> cycle.cuts(scenario.starts(), ends()).stream())
            .toList();
    Optional<List<Expected>> expected = expected(placement, parts(cuts));
    return Foresight.by(law, scenario, contracts, plan(placement, expected)).stream()
        .map(Foresight.Finding::judgement)
        .filter(judgement -> isPlanned(judgement.clause(), expected.isPresent()))
        .toList();
  }

  private Plan plan(Placement placement, Optional<List<Expected>> expected) {
    return new Plan(placement, expected.orElse(List.of()), PlannedFleets.of(scenario, placement));
  }

  private static boolean isPlanned(Clause clause, boolean traffic) {
    return clause.over() == SubjectKind.PLACEMENT || clause.over() == SubjectKind.ROUTE && traffic;
  }

  private boolean isInRun(Instant regime) {
    return !regime.isBefore(scenario.starts()) && regime.isBefore(ends());
  }

  private static Reviewed total(String name) {
    return new Reviewed(name, new Facts(SubjectKind.TOTAL, Map.of()), Optional.empty(), List.of());
  }

  /** What is left to a run, or to a run of another time. */
  private List<Opinion> left(Instant regime, boolean traffic) {
    List<Opinion> left = new ArrayList<>();
    for (Contract contract : contracts.contracts()) {
      for (Clause clause : contract.clauses()) {
        if (clause.isInForceAt(regime) && !(isInRun(regime) && isPlanned(clause, traffic))) {
          contracts.readings().stream()
              .filter(reading -> clause.measure(reading).isPresent())
              .map(reading -> new Judgement(contract, clause, reading, needsRun()))
              .map(j -> new Opinion(regime, total("total"), j, Basis.RUN))
              .forEach(left::add);
        }
      }
    }
    return left;
  }

  private static Verdict needsRun() {
    return new Verdict.Undetermined("", "only a run can tell");
  }

  /** Empty where some of the traffic is not planned. */
  private Optional<List<Expected>> expected(Placement placement, List<Part> parts) {
    List<Expected> all = new ArrayList<>();
    for (Planned planned : PlannedRoutes.shares(scenario, placement)) {
      for (Part part : parts) {
        Optional<Expected> expected = expected(planned, part);
        if (expected.isEmpty()) {
          return Optional.empty();
        }
        all.add(expected.get());
      }
    }
    return Optional.of(all);
  }

  private Optional<Expected> expected(Planned planned, Part part) {
    return planned
        .share()
        .flatMap(
            share ->
                volumes
                    .amount(planned.route(), Measure.REQUESTS, part)
                    .flatMap(
                        requests ->
                            volumes
                                .amount(planned.route(), Measure.TOKENS, part)
                                .map(
                                    tokens ->
                                        new Expected(
                                            planned.route(),
                                            part.fromS(),
                                            part.untilS(),
                                            share * requests,
                                            share * tokens))));
  }

  private Instant ends() {
    return scenario.starts().plus(scenario.duration());
  }

  /**
   * Of the run.
   *
   * @param within instants at which clauses or their periods change
   */
  private List<Part> parts(List<Instant> within) {
    List<Instant> cuts =
        Stream.of(Stream.of(scenario.starts()), within.stream(), Stream.of(ends()))
            .flatMap(s -> s)
            .distinct()
            .sorted()
            .toList();
    List<Part> parts = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      parts.add(new Part(cuts.get(i - 1), seconds(cuts.get(i - 1)), seconds(cuts.get(i))));
    }
    return parts;
  }

  private double seconds(Instant instant) {
    return Duration.between(scenario.starts(), instant).toNanos() / 1e9;
  }
}
