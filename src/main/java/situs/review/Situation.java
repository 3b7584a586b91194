package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import situs.contract.Facts;
import situs.model.Cause;
import situs.model.Metro;
import situs.model.Region;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Stop;

/**
 * A subject as it is or could be, under the law of an instant.
 *
 * @param route of a hop; empty of a placement
 * @param facts of a placement; of a hop those that its route does not tell
 */
record Situation(Optional<Route> route, Map<String, Object> facts, Instant at) {

  /** What a run alone tells, and of the place where it was seen only. */
  private static final String ROOM = "room";

  static Situation of(Reviewed subject, Instant at) {
    Map<String, Object> facts = new LinkedHashMap<>(subject.facts().values());
    if (subject.route().isPresent()) {
      facts.keySet().retainAll(Set.of(ROOM));
    }
    return new Situation(subject.route(), facts, at);
  }

  /** All that is known of it. */
  Facts facts(Scenario scenario, Reviewed subject) {
    Map<String, Object> all =
        new LinkedHashMap<>(route.map(r -> Facts.of(scenario, r).values()).orElse(Map.of()));
    all.putAll(facts);
    return new Facts(subject.facts().kind(), all);
  }

  Situation at(Instant other) {
    return new Situation(route, facts, other);
  }

  Situation with(Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(facts);
    all.putAll(more);
    return new Situation(route, all, at);
  }

  /** It stands elsewhere, where nobody saw whether others had room for it. */
  Situation moved(Map<String, Object> place) {
    Situation moved = with(place);
    Map<String, Object> known = new LinkedHashMap<>(moved.facts);
    known.remove(ROOM);
    return new Situation(route, known, at);
  }

  /** A station of its route stands elsewhere. */
  Situation moved(int station, Region region) {
    return over(old -> replaced(old, station, Stop.at(old.chain().get(station).role(), region)))
        .moved(Map.of());
  }

  /** Its customer is elsewhere. */
  Situation from(Metro metro) {
    return over(
        old -> {
          Route other = replaced(old, 0, Stop.client(metro));
          return new Route(
              other.workload(), metro.name(), other.chain(), other.hop(), other.cause());
        });
  }

  /** It goes there for another reason. */
  Situation because(Cause cause) {
    return over(old -> new Route(old.workload(), old.origin(), old.chain(), old.hop(), cause));
  }

  private Situation over(UnaryOperator<Route> change) {
    return new Situation(route.map(change), facts, at);
  }

  private static Route replaced(Route old, int station, Stop stop) {
    List<Stop> chain = new ArrayList<>(old.chain());
    chain.set(station, stop);
    return new Route(old.workload(), old.origin(), chain, old.hop(), old.cause());
  }
}
