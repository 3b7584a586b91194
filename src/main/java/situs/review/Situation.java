package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.contract.Facts;
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

  static Situation of(Reviewed subject, Instant at) {
    return new Situation(
        subject.route(), subject.route().isPresent() ? Map.of() : subject.facts().values(), at);
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

  /** A station of its route stands elsewhere. */
  Situation with(int station, Region region) {
    Route old = route.orElseThrow();
    List<Stop> chain = new ArrayList<>(old.chain());
    chain.set(station, Stop.at(chain.get(station).role(), region));
    Route moved = new Route(old.workload(), old.origin(), chain, old.hop(), old.cause());
    return new Situation(Optional.of(moved), facts, at);
  }
}
