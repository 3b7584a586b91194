package situs.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import situs.contract.Contracts;
import situs.contract.Cycle;
import situs.contract.Facts;
import situs.contract.Judge;
import situs.contract.Judgement;
import situs.contract.SubjectKind;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Scenario;

/**
 * What contracts make of a scenario's window: when routes must be counted apart, and whose room is
 * looked at. Made once for all runs of a scenario, whichever the placement; what was judged of a
 * route in one of them holds in all. For several threads.
 */
public final class Watch {
  private final Scenario scenario;
  private final Contracts contracts;
  private final Judge judge;
  private final List<Period> periods;
  private final List<Period> ofPlacements;
  private final List<String> overRoutes;
  private final List<String> overPlacements;
  private final Set<Double> outages;
  private final List<Instant> boundaries;
  private final Map<Kin, Facts> facts = new ConcurrentHashMap<>();
  private final Map<Like, List<Judgement>> judged = new ConcurrentHashMap<>();

  /** Uses of routes that no clause can tell apart. */
  private record Kin(Route route, List<String> roomAt) {}

  /** The same within one stretch of time. */
  private record Like(Kin kin, Instant at) {}

  public Watch(Scenario scenario, Contracts contracts) {
    this.scenario = scenario;
    this.contracts = contracts;
    this.judge = new Judge(contracts);
    List<Instant> changes = changes(scenario, contracts);
    this.periods = periods(scenario, changes);
    this.overRoutes = watched(SubjectKind.ROUTE);
    this.overPlacements = watched(SubjectKind.PLACEMENT);
    this.outages = Room.changes(scenario, overPlacements);
    this.ofPlacements = cut(periods);
    this.boundaries = boundaries(changes);
  }

  /**
   * Instants within the measured window at which routes and charges must be counted apart: other
   * clauses come into force, a clause that measures them begins a new period, or there is room no
   * more with who has a right of first refusal.
   */
  public List<Instant> boundaries() {
    return boundaries;
  }

  /** Providers of which must be seen whether they had room for what went over a route. */
  public List<String> providers() {
    return overRoutes;
  }

  Scenario scenario() {
    return scenario;
  }

  Contracts contracts() {
    return contracts;
  }

  Judge judge() {
    return judge;
  }

  /** The stretches of the window in which the same clauses are in force. */
  List<Period> periods() {
    return periods;
  }

  /** The same for what is placed, cut also where a region of a watched provider goes or comes. */
  List<Period> periodsOfPlacements() {
    return ofPlacements;
  }

  /** Providers of which must be seen whether they had room for what is placed. */
  List<String> overPlacements() {
    return overPlacements;
  }

  /** What is known of a route as it was used; the same object for the same facts. */
  Facts facts(RouteUse use) {
    return facts(new Kin(use.route(), use.roomAt()));
  }

  private Facts facts(Kin kin) {
    return facts.computeIfAbsent(kin, k -> Facts.of(scenario, k.route()).withRoom(k.roomAt()));
  }

  /** What clauses say of a route as it was used in a stretch of time. */
  List<Judgement> judge(RouteUse use, Period period) {
    Kin kin = new Kin(use.route(), use.roomAt());
    return judged.computeIfAbsent(
        new Like(kin, period.at()), like -> judge.judge(facts(kin), like.at()));
  }

  /** A stretch of the window, in its seconds. */
  static Period period(Scenario scenario, Instant from, Instant until) {
    return new Period(from, seconds(scenario, from), seconds(scenario, until));
  }

  /** The stretches of a scenario's window in which the same clauses are in force. */
  static List<Period> periods(Scenario scenario, Contracts contracts) {
    return periods(scenario, changes(scenario, contracts));
  }

  private static List<Period> periods(Scenario scenario, List<Instant> changes) {
    List<Period> periods = new ArrayList<>();
    Instant from = scenario.starts();
    for (Instant next : changes) {
      periods.add(period(scenario, from, next));
      from = next;
    }
    periods.add(period(scenario, from, end(scenario)));
    return periods;
  }

  private static List<Instant> changes(Scenario scenario, Contracts contracts) {
    return contracts.changesBetween(scenario.starts(), end(scenario)).stream()
        .filter(i -> i.isAfter(scenario.starts()))
        .toList();
  }

  private List<Period> cut(List<Period> whole) {
    List<Period> parts = new ArrayList<>();
    for (Period period : whole) {
      Period rest = period;
      for (double at : outages) {
        if (at > rest.fromS() && at < rest.untilS()) {
          parts.add(new Period(rest.at(), rest.fromS(), at));
          rest = new Period(instant(at), at, rest.untilS());
        }
      }
      parts.add(rest);
    }
    return List.copyOf(parts);
  }

  private List<Instant> boundaries(List<Instant> changes) {
    TreeSet<Instant> all = new TreeSet<>(changes);
    for (SubjectKind over : List.of(SubjectKind.ROUTE, SubjectKind.CHARGE)) {
      for (Cycle cycle : contracts.cycles(over, scenario.starts(), end(scenario))) {
        all.addAll(cycle.cuts(scenario.starts(), end(scenario)));
      }
    }
    outages.forEach(at -> all.add(instant(at)));
    return List.copyOf(all);
  }

  private List<String> watched(SubjectKind over) {
    return contracts.watched(over, scenario.starts(), end(scenario));
  }

  private Instant instant(double seconds) {
    return scenario.starts().plusNanos(Math.round(seconds * 1e9));
  }

  private static Instant end(Scenario scenario) {
    return scenario.starts().plus(scenario.duration());
  }

  private static double seconds(Scenario scenario, Instant instant) {
    return Duration.between(scenario.starts(), instant).toNanos() / 1e9;
  }
}
