package situs.simulation;

import java.util.List;
import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.events.SimEvent;
import situs.model.Incident;

/**
 * The request engine as one entity of the kernel. On every tick it runs ahead to the kernel's next
 * event, which is exact because it is the entity constructed last: whatever else happens at this
 * instant has happened.
 */
final class EngineEntity extends CloudSimEntity {
  private static final int CONTROL = 100_000;

  /** Something to be done at a time, seconds from the start of the run. */
  record Control(double at, Runnable action) {}

  private final RequestEngine engine;
  private final double horizon;
  private final List<Control> controls;

  EngineEntity(CloudSimPlus kernel, RequestEngine engine, double horizon, List<Control> controls) {
    super(kernel);
    this.engine = engine;
    this.horizon = horizon;
    this.controls = controls;
  }

  /** What an incident of the engine's concern does, and what undoes it. */
  static List<Control> controls(RequestEngine engine, Incident incident, double measuredFromS) {
    double from = measuredFromS + incident.atS();
    double until = from + incident.forS();
    CapacityChanges capacity = engine.capacity();
    if (incident instanceof Incident.Outage outage) {
      return List.of(
          new Control(from, () -> capacity.regionDown(outage.region())),
          new Control(until, () -> capacity.regionUp(outage.region())));
    }
    if (incident instanceof Incident.CapacityLoss loss) {
      return List.of(
          new Control(from, () -> capacity.capacityLost(loss.region(), loss.share())),
          new Control(until, () -> capacity.capacityRestored(loss.region(), loss.share())));
    }
    // Surges are part of the demand, price changes of the bill.
    return List.of();
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
          bootS, CONTROL, (Runnable) () -> engine.started(replica.placed(), replica.replica()));
    }
  }

  @Override
  public void processEvent(SimEvent event) {
    if (event.getTag() == CONTROL) {
      engine.advanceTo(getSimulation().clock());
      ((Runnable) event.getData()).run();
    }
  }

  @Override
  public void run(double until) {
    super.run(until);
    if (getSimulation().isRunning()) {
      engine.advanceTo(Math.min(Math.min(nextKernelEvent(), until), horizon));
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
