package situs.placement;

import java.util.List;
import java.util.function.Predicate;

/**
 * A flow with every lane that it could take.
 *
 * @param feeders lanes by which sessions reach the runtime region that makes these calls; as much
 *     as comes by them is to be carried. Empty for what clients ask themselves: then all of it is.
 * @param closed why other options are no lanes
 */
record Stage(Flow flow, List<Lane> lanes, List<Lane> feeders, List<String> closed) {

  Stage {
    lanes = List.copyOf(lanes);
    feeders = List.copyOf(feeders);
    closed = List.copyOf(closed);
  }

  boolean isOfSessions() {
    return flow.unit() instanceof Flow.Session;
  }

  /** Of the options that lanes lead to. */
  List<String> ids(Predicate<Lane> open) {
    return lanes.stream().filter(open).map(l -> l.option().id()).toList();
  }
}
