package situs.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judgement;
import situs.contract.SubjectKind;
import situs.contract.Verdict;
import situs.model.ComponentKind;
import situs.model.Money;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Scenario;

/**
 * Applies contracts to a placement and to the routes that a simulation saw. Each is judged once a
 * stretch of time in which the same clauses are in force, under every reading, and then counted.
 */
public final class Auditor {
  private final Scenario scenario;
  private final Contracts contracts;
  private final Placement placement;
  private final List<Period> periods;
  private final Map<Ground, Exposure> exposures = new LinkedHashMap<>();

  /** Id of the servers at a destination; the first where there are several instance types. */
  private final Map<Destination, String> servers = new HashMap<>();

  private Auditor(Scenario scenario, Contracts contracts, Placement placement) {
    this.scenario = scenario;
    this.contracts = contracts;
    this.placement = placement;
    this.periods = periods(scenario, contracts);
    for (Placed placed : placement.placed()) {
      if (placed.component().kind() != ComponentKind.STATE) {
        servers.putIfAbsent(Destination.of(placed), placed.id());
      }
    }
  }

  /**
   * What the contracts say of a placement and of what was seen.
   *
   * @param routes as observed, counted apart where other clauses come into force
   */
  public static Findings audit(
      Scenario scenario, Contracts contracts, Placement placement, List<RouteUse> routes) {
    Auditor auditor = new Auditor(scenario, contracts, placement);
    List<Subject> subjects = new ArrayList<>(auditor.placements(routes));
    subjects.addAll(auditor.routes(routes));
    return auditor.findings(subjects);
  }

  /** Instants within the measured window at which other clauses come into force. */
  public static List<Instant> boundaries(Scenario scenario, Contracts contracts) {
    Instant end = scenario.starts().plus(scenario.duration());
    return contracts.changesBetween(scenario.starts(), end).stream()
        .filter(i -> i.isAfter(scenario.starts()) && i.isBefore(end))
        .toList();
  }

  private static List<Period> periods(Scenario scenario, Contracts contracts) {
    List<Period> periods = new ArrayList<>();
    Instant from = scenario.starts();
    for (Instant next : boundaries(scenario, contracts)) {
      periods.add(period(scenario, from, next));
      from = next;
    }
    periods.add(period(scenario, from, scenario.starts().plus(scenario.duration())));
    return periods;
  }

  private static Period period(Scenario scenario, Instant from, Instant until) {
    return new Period(from, seconds(scenario, from), seconds(scenario, until));
  }

  private static double seconds(Scenario scenario, Instant instant) {
    return Duration.between(scenario.starts(), instant).toNanos() / 1e9;
  }

  private List<Subject> placements(List<RouteUse> routes) {
    Map<Destination, List<RouteUse>> arriving =
        routes.stream().collect(Collectors.groupingBy(u -> Destination.of(scenario, u.route())));
    List<Subject> subjects = new ArrayList<>();
    for (Placed placed : placement.placed()) {
      Subject subject = new Subject(SubjectKind.PLACEMENT, placed.id(), placed.id());
      Facts facts = Facts.of(scenario, placed);
      List<RouteUse> uses = arriving.getOrDefault(Destination.of(placed), List.of());
      for (Period period : periods) {
        Usage usage = new Usage();
        uses.stream().filter(period::contains).forEach(usage::add);
        judge(subject, facts, usage, period);
      }
      subjects.add(subject);
    }
    return subjects;
  }

  private List<Subject> routes(List<RouteUse> routes) {
    Map<Route, Subject> subjects = new LinkedHashMap<>();
    for (RouteUse use : routes) {
      Route route = use.route();
      Subject subject =
          subjects.computeIfAbsent(
              route, r -> new Subject(SubjectKind.ROUTE, subject(r), target(r)));
      Usage usage = new Usage();
      usage.add(use);
      Facts facts = Facts.of(scenario, route);
      for (Period period : periods) {
        if (period.contains(use)) {
          judge(subject, facts, usage, period);
        }
      }
    }
    return List.copyOf(subjects.values());
  }

  private void judge(Subject subject, Facts facts, Usage usage, Period period) {
    for (Judgement judgement : contracts.judge(facts, period.at())) {
      subject.add(judgement, usage, period);
      if (judgement.verdict() instanceof Verdict.Violated) {
        exposures
            .computeIfAbsent(Ground.of(judgement), g -> new Exposure(judgement.clause().remedy()))
            .add(usage, period);
      }
    }
  }

  /** How findings name a route. */
  public static String subject(Route route) {
    return "%s from %s: %s, hop %d, %s"
        .formatted(
            route.workload(), route.origin(), route.chainText(), route.hop(), route.cause().word());
  }

  /** The placement that a hop leads to; empty where none is. */
  private String target(Route route) {
    return servers.getOrDefault(Destination.of(scenario, route), "");
  }

  private Findings findings(List<Subject> subjects) {
    List<Violation> violations = new ArrayList<>();
    List<Unsettled> unsettled = new ArrayList<>();
    List<SubjectStanding> standings = new ArrayList<>();
    List<String> readings = contracts.readings();
    for (Subject subject : subjects) {
      violations.addAll(subject.violations());
      unsettled.addAll(subject.unsettled());
      standings.add(subject.standing(readings));
    }
    return new Findings(
        violations,
        unsettled,
        standings,
        standings.stream()
            .map(SubjectStanding::standing)
            .reduce(Standing.COMPLIANT, Standing::worst),
        byReading(standings, readings),
        exposure(readings));
  }

  private static Map<String, Standing> byReading(
      List<SubjectStanding> standings, List<String> readings) {
    Map<String, Standing> worst = new LinkedHashMap<>();
    for (String reading : readings) {
      worst.put(
          reading,
          standings.stream()
              .map(s -> s.byReading().getOrDefault(reading, Standing.COMPLIANT))
              .reduce(Standing.COMPLIANT, Standing::worst));
    }
    return worst;
  }

  private Map<String, Money> exposure(List<String> readings) {
    Map<String, Money> sums = new LinkedHashMap<>();
    readings.forEach(reading -> sums.put(reading, Money.ZERO));
    exposures.forEach(
        (ground, exposure) ->
            exposure.amount().ifPresent(a -> sums.merge(ground.reading(), a, Money::plus)));
    return sums;
  }
}
