package situs.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.model.Metro;
import situs.model.Network;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.Stop;

/**
 * Where demand comes from: people in a metro, or the runtime that serves them.
 *
 * @param runtime region of the runtime that calls; empty when the clients call themselves
 */
record Origin(Metro metro, Optional<Region> runtime) {

  double rttMs(Network network, RegionId target) {
    return runtime
        .map(r -> network.rtt(r.id(), target))
        .orElseGet(() -> network.rtt(metro, target))
        .ms();
  }

  /** The stations that traffic has behind it when it leaves from here. */
  List<Stop> chain() {
    List<Stop> chain = new ArrayList<>(List.of(Stop.client(metro)));
    runtime.ifPresent(r -> chain.add(Stop.at("runtime", r)));
    return chain;
  }

  @Override
  public String toString() {
    return runtime.map(r -> metro.name() + " by " + r.id()).orElse(metro.name());
  }
}
