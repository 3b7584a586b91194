package situs.placement;

import java.util.List;

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
}
