package situs.simulation;

import java.util.List;
import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.events.SimEvent;

/**
 * The request engines as one entity of the kernel. On every tick it runs ahead to the kernel's next
 * event, which is exact because it is the entity constructed last: whatever else happens at this
 * instant has happened.
 */
final class EngineEntity extends CloudSimEntity {
  private static final int CONTROL = 100_000;

  private final Islands islands;
  private final double horizon;
  private final List<Control> controls;

  EngineEntity(CloudSimPlus kernel, Islands islands, double horizon, List<Control> controls) {
    super(kernel);
    this.islands = islands;
    this.horizon = horizon;
    this.controls = controls;
  }

  @Override
  protected void startInternal() {
    for (Control control : controls) {
      if (control.at() < horizon) {
        schedule(control.at(), CONTROL, control.action());
      }
    }
    schedule(horizon, CONTROL, (Runnable) () -> {});
  }

  /** A replica has found its host and will have booted in so many seconds. */
  void allocated(Infrastructure.Replica replica, double bootS) {
    if (getSimulation().clock() + bootS < horizon) {
      schedule(
          bootS, CONTROL, (Runnable) () -> islands.started(replica.placed(), replica.replica()));
    }
  }

  @Override
  public void processEvent(SimEvent event) {
    if (event.getTag() == CONTROL) {
      islands.advanceTo(getSimulation().clock());
      ((Runnable) event.getData()).run();
    }
  }

  @Override
  public void run(double until) {
    super.run(until);
    if (getSimulation().isRunning()) {
      islands.advanceTo(Math.min(Math.min(nextKernelEvent(), until), horizon));
    }
  }

  private double nextKernelEvent() {
    double[] next = {Double.POSITIVE_INFINITY};
    // The queue is ordered: the first event seen ends the search.
    getSimulation()
        .isThereAnyFutureEvt(
            event -> {
              next[0] = event.getTime();
              return true;
            });
    return next[0];
  }
}
