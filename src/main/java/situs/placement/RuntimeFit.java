package situs.placement;

import situs.model.Component;
import situs.model.FrontierWorkload;
import situs.model.Offer;
import situs.model.Region;
import situs.model.Scenario;

/** Runtimes need a machine without accelerators that has room for a session. */
record RuntimeFit(Scenario scenario, FrontierWorkload workload) implements Fit {

  @Override
  public Component component() {
    return workload.runtimePool();
  }

  @Override
  public Answer on(Region region, Offer offer) {
    if (offer.type().accelerator().isPresent()) {
      return Answer.no("carries accelerators, which a runtime has no use for");
    }
    int sessions = workload.runtime().sessionsOn(offer.type());
    return sessions == 0
        ? Answer.no("too small for one session")
        : Answer.yes(new RuntimeOption(component(), region, offer, sessions, tenure(offer)));
  }

  /** A runtime reads no weights, and its sessions go on with their state elsewhere. */
  private Tenure tenure(Offer offer) {
    return Tenure.of(scenario, workload.capacity(), offer, 0, 0);
  }
}
