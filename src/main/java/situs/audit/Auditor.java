package situs.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import situs.contract.Contracts;
import situs.contract.Cycle;
import situs.contract.Facts;
import situs.contract.Judge;
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
  private final Scenario scenario;
  private final Contracts contracts;
  private final Judge judge;
  private final Placement placement;
  private final List<Period> periods;
  private final Exposure exposure;
  private final Room room;
  private final Map<Destination, List<RouteUse>> arriving;
  private final Claims claims = new Claims();
  private final Map<Like, List<Judgement>> judged = new HashMap<>();
  private final Map<Kin, Facts> facts = new HashMap<>();

  /** Id of the servers at a destination; the first where there are several instance types. */
  private final Map<Destination, String> servers = new HashMap<>();

  /** Uses of routes that no clause can tell apart. */
  private record Kin(Route route, List<String> roomAt) {}

  /** The same within one stretch of time. */
  private record Like(Kin kin, Period period) {}

  private Auditor(
      Scenario scenario, Contracts contracts, Placement placement, List<RouteUse> routes) {
    this.scenario = scenario;
    this.contracts = contracts;
    this.judge = new Judge(contracts);
    this.placement = placement;
    this.periods = periods(scenario, contracts);
    this.exposure =
        new Exposure(scenario, Earnings.of(contracts.circumstances().revenue(), routes));
    this.arriving =
        routes.stream().collect(Collectors.groupingBy(u -> Destination.of(scenario, u.route())));
    this.room = new Room(scenario, placement, watched(scenario, contracts, SubjectKind.PLACEMENT));
    for (Placed placed : placement.placed()) {
      if (placed.component().kind() != ComponentKind.STATE) {
        servers.putIfAbsent(Destination.of(placed), placed.id());
      }
    }
  }

  /** The same of a run of which no bill is known. */
  public static Findings audit(
      Scenario scenario, Contracts contracts, Placement placement, List<RouteUse> routes) {
    return audit(scenario, contracts, placement, Seen.of(routes));
  }

  /** What the contracts say of a placement and of what was seen. */
  public static Findings audit(
      Scenario scenario, Contracts contracts, Placement placement, Seen seen) {
    Auditor auditor = new Auditor(scenario, contracts, placement, seen.routes());
    List<Subject> subjects = new ArrayList<>(auditor.placements());
    subjects.addAll(auditor.routes(seen.routes()));
    subjects.addAll(auditor.charges(seen.charges()));
    List<Obligation> obligations = new ArrayList<>();
    subjects.addAll(auditor.totals(seen, obligations));
    return new FindingsMaker(contracts.readings())
        .of(subjects, auditor.claims.all(auditor.exposure), obligations);
  }

  /**
   * Instants within the measured window at which routes and charges must be counted apart: other
   * clauses come into force, a clause that measures them begins a new period, or there is room no
   * more with who has a right of first refusal.
   */
  public static List<Instant> boundaries(Scenario scenario, Contracts contracts) {
    Instant end = scenario.starts().plus(scenario.duration());
    TreeSet<Instant> all = new TreeSet<>(changes(scenario, contracts));
    for (SubjectKind over : List.of(SubjectKind.ROUTE, SubjectKind.CHARGE)) {
      for (Cycle cycle : contracts.cycles(over, scenario.starts(), end)) {
        all.addAll(cycle.cuts(scenario.starts(), end));
      }
    }
    outages(scenario, contracts).forEach(at -> all.add(at(scenario, at)));
    return List.copyOf(all);
  }

  private static Set<Double> outages(Scenario scenario, Contracts contracts) {
    return Room.changes(scenario, watched(scenario, contracts, SubjectKind.PLACEMENT));
  }

  private static Instant at(Scenario scenario, double seconds) {
    return scenario.starts().plusNanos(Math.round(seconds * 1e9));
  }

  /** Providers of which must be seen whether they had room for what went over a route. */
  public static List<String> watched(Scenario scenario, Contracts contracts) {
    return watched(scenario, contracts, SubjectKind.ROUTE);
  }

  private static List<String> watched(Scenario scenario, Contracts contracts, SubjectKind over) {
    Instant end = scenario.starts().plus(scenario.duration());
    return contracts.watched(over, scenario.starts(), end);
  }

  private static List<Instant> changes(Scenario scenario, Contracts contracts) {
    Instant end = scenario.starts().plus(scenario.duration());
    return contracts.changesBetween(scenario.starts(), end).stream()
        .filter(i -> i.isAfter(scenario.starts()) && i.isBefore(end))
        .toList();
  }

  static List<Period> periods(Scenario scenario, Contracts contracts) {
    List<Period> periods = new ArrayList<>();
    Instant from = scenario.starts();
    for (Instant next : changes(scenario, contracts)) {
      periods.add(period(scenario, from, next));
      from = next;
    }
    periods.add(period(scenario, from, scenario.starts().plus(scenario.duration())));
    return periods;
  }

  static Period period(Scenario scenario, Instant from, Instant until) {
    return new Period(from, seconds(scenario, from), seconds(scenario, until));
  }

  private static double seconds(Scenario scenario, Instant instant) {
    return Duration.between(scenario.starts(), instant).toNanos() / 1e9;
  }

  private List<Subject> placements() {
    List<Subject> subjects = new ArrayList<>();
    for (Placed placed : placement.placed()) {
      Subject subject = subject(SubjectKind.PLACEMENT, placed.id(), placed.id());
      for (Period period : cut(periods, outages(scenario, contracts))) {
        Usage usage = Usage.of(period, arriving(placed, period));
        Facts facts = room.facts(placed, period.fromS());
        judge(subject, judge.judge(facts, period.at()), facts.room(), usage, period);
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

  /** The same stretches of time, cut at some seconds as well. */
  private List<Period> cut(List<Period> whole, Set<Double> cuts) {
    List<Period> parts = new ArrayList<>();
    for (Period period : whole) {
      Period rest = period;
      for (double at : cuts) {
        if (at > rest.fromS() && at < rest.untilS()) {
          parts.add(new Period(rest.at(), rest.fromS(), at));
          rest = new Period(at(scenario, at), at, rest.untilS());
        }
      }
      parts.add(rest);
    }
    return parts;
  }

  private List<Subject> routes(List<RouteUse> routes) {
    Map<Route, Subject> subjects = new LinkedHashMap<>();
    for (RouteUse use : routes) {
      Subject subject =
          subjects.computeIfAbsent(
              use.route(), r -> subject(SubjectKind.ROUTE, subject(r), target(r)));
      Kin kin = new Kin(use.route(), use.roomAt());
      Usage usage = Usage.of(use);
      for (Period period : periods) {
        if (period.contains(use)) {
          List<Judgement> judgements =
              judged.computeIfAbsent(
                  new Like(kin, period), k -> judge.judge(facts(kin), period.at()));
          judge(subject, judgements, use.roomAt(), usage, period);
        }
      }
    }
    return List.copyOf(subjects.values());
  }

  private Facts facts(Kin kin) {
    return facts.computeIfAbsent(kin, k -> Facts.of(scenario, k.route()).withRoom(k.roomAt()));
  }

  /** A charge is judged once in each stretch of time in which it arose. */
  private List<Subject> charges(List<Charge> charges) {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    Set<List<Object>> judgedIn = new HashSet<>();
    for (Charge charge : charges) {
      Facts facts = charge.facts(scenario);
      Subject subject =
          subjects.computeIfAbsent(charge.name(), name -> subject(SubjectKind.CHARGE, name, ""));
      for (Period period : periods) {
        if (period.meets(charge) && judgedIn.add(List.of(facts, period))) {
          judge(
              subject,
              judge.judge(facts, period.at()),
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
    seen.routes()
        .forEach(
            use ->
                sightings.add(
                    use, facts(new Kin(use.route(), use.roomAt())), subject(use.route())));
    seen.charges().forEach(sightings::add);
    Totals totals =
        new Totals(scenario, contracts, judge, periods, sightings, UnaryOperator.identity());
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
