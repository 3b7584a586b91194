package situs.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judgement;
import situs.contract.SubjectKind;
import situs.model.ComponentKind;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Scenario;

/**
 * Applies contracts to a placement and to what a simulation saw. What is alike is judged once in a
 * stretch of time in which the same clauses are in force, under every reading, and then counted;
 * clauses that measure are given all of it.
 */
public final class Auditor {
  private final Watch watch;
  private final Scenario scenario;
  private final Placement placement;
  private final Exposure exposure;
  private final Room room;
  private final Map<Destination, List<RouteUse>> arriving;
  private final Claims claims = new Claims();

  /** Id of the servers at a destination; the first where there are several instance types. */
  private final Map<Destination, String> servers = new HashMap<>();

  private Auditor(Watch watch, Placement placement, List<RouteUse> routes) {
    this.watch = watch;
    this.scenario = watch.scenario();
    this.placement = placement;
    this.exposure =
        new Exposure(scenario, Earnings.of(watch.contracts().circumstances().revenue(), routes));
    this.arriving =
        routes.stream().collect(Collectors.groupingBy(u -> Destination.of(scenario, u.route())));
    this.room = new Room(scenario, placement, watch.overPlacements());
    for (Placed placed : placement.placed()) {
      if (placed.component().kind() != ComponentKind.STATE) {
        servers.putIfAbsent(Destination.of(placed), placed.id());
      }
    }
  }

  /** The same of a run of which no bill is known. */
  public static Findings audit(
      Scenario scenario, Contracts contracts, Placement placement, List<RouteUse> routes) {
    return audit(new Watch(scenario, contracts), placement, Seen.of(routes));
  }

  /** What the contracts say of a placement and of what was seen. */
  public static Findings audit(Watch watch, Placement placement, Seen seen) {
    Auditor auditor = new Auditor(watch, placement, seen.routes());
    List<Subject> subjects = new ArrayList<>(auditor.placements());
    subjects.addAll(auditor.routes(seen.routes()));
    subjects.addAll(auditor.charges(seen.charges()));
    List<Obligation> obligations = new ArrayList<>();
    subjects.addAll(auditor.totals(seen, obligations));
    return new FindingsMaker(watch.contracts().readings())
        .of(subjects, auditor.claims.all(auditor.exposure), obligations);
  }

  private List<Subject> placements() {
    List<Subject> subjects = new ArrayList<>();
    for (Placed placed : placement.placed()) {
      Subject subject = subject(SubjectKind.PLACEMENT, placed.id(), placed.id());
      for (Period period : watch.periodsOfPlacements()) {
        Usage usage = Usage.of(period, arriving(placed, period));
        Facts facts = room.facts(placed, period.fromS());
        judge(subject, watch.judge().judge(facts, period.at()), facts.room(), usage, period);
      }
      subjects.add(subject);
    }
    return subjects;
  }

  /** What came to a placement in a stretch of time. */
  private List<RouteUse> arriving(Placed placed, Period period) {
    return arriving.getOrDefault(Destination.of(placed), List.of()).stream()
        .filter(period::contains)
        .toList();
  }

  private List<Subject> routes(List<RouteUse> routes) {
    Map<Route, Subject> subjects = new LinkedHashMap<>();
    for (RouteUse use : routes) {
      Subject subject =
          subjects.computeIfAbsent(
              use.route(), r -> subject(SubjectKind.ROUTE, subject(r), target(r)));
      Usage usage = Usage.of(use);
      for (Period period : watch.periods()) {
        if (period.contains(use)) {
          judge(subject, watch.judge(use, period), use.roomAt(), usage, period);
        }
      }
    }
    return List.copyOf(subjects.values());
  }

  /** A charge is judged once in each stretch of time in which it arose. */
  private List<Subject> charges(List<Charge> charges) {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    Set<List<Object>> judgedIn = new HashSet<>();
    for (Charge charge : charges) {
      Facts facts = charge.facts(scenario);
      Subject subject =
          subjects.computeIfAbsent(charge.name(), name -> subject(SubjectKind.CHARGE, name, ""));
      for (Period period : watch.periods()) {
        if (period.meets(charge) && judgedIn.add(List.of(facts, period))) {
          judge(
              subject,
              watch.judge().judge(facts, period.at()),
              List.of(),
              Usage.of(period, List.of()),
              period);
        }
      }
    }
    return List.copyOf(subjects.values());
  }

  /** What clauses that measure find, a subject each. */
  private List<Subject> totals(Seen seen, List<Obligation> obligations) {
    Sightings sightings = new Sightings(scenario);
    for (Placed placed : placement.placed()) {
      sightings.add(placed, room.facts(placed, 0), Seen.held(seen.rented(), placed));
    }
    seen.routes().forEach(use -> sightings.add(use, watch.facts(use), subject(use.route())));
    seen.charges().forEach(sightings::add);
    Totals totals =
        new Totals(
            scenario,
            watch.contracts(),
            watch.judge(),
            watch.periods(),
            sightings,
            UnaryOperator.identity());
    List<Subject> subjects = new ArrayList<>();
    for (Totals.Found found : totals.all()) {
      Judgement judgement = found.judgement();
      obligations.add(
          new Obligation(
              judgement.contract().name(),
              judgement.clause().id(),
              judgement.reading(),
              found.total()));
      Optional<Placed> of = placed(found.total().what());
      Subject subject = subject(SubjectKind.TOTAL, found.name(), of.map(Placed::id).orElse(""));
      Usage usage =
          Usage.of(
              found.period(),
              found.total(),
              of.map(placed -> arriving(placed, found.period())).orElse(List.of()));
      judge(subject, List.of(judgement), List.of(), usage, found.period());
      subjects.add(subject);
    }
    return subjects;
  }

  /** The placement that something was measured of, where it is of one alone. */
  private Optional<Placed> placed(String what) {
    return placement.placed().stream().filter(placed -> placed.id().equals(what)).findFirst();
  }

  private Subject subject(SubjectKind kind, String name, String placed) {
    return new Subject(kind, name, placed, exposure);
  }

  private void judge(
      Subject subject, List<Judgement> judgements, List<String> room, Usage usage, Period period) {
    for (Judgement judgement : judgements) {
      subject.add(judgement, room, usage, period);
      claims.add(judgement, usage, period);
    }
  }

  /** How findings name a route. */
  public static String subject(Route route) {
    return route.name();
  }

  /** The placement that a hop leads to; empty where none is. */
  private String target(Route route) {
    return servers.getOrDefault(Destination.of(scenario, route), "");
  }
}
