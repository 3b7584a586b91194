package situs.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cloudsimplus.core.CloudSimPlus;
import situs.model.Incident;
import situs.model.Placement;
import situs.model.Scenario;

/** Runs one replication of a placement. */
public final class Simulation {
  /** Least time between two kernel events, seconds; it does not touch the engine's own clock. */
  private static final double KERNEL_RESOLUTION_S = 0.001;

  private Simulation() {}

  /**
   * What one replication sees. A pure function of its arguments.
   *
   * @param replication counted from 1; the same number meets the same demand under every placement
   * @param boundaries instants at which other clauses come into force; routes are counted apart on
   *     both sides
   */
  public static Observations run(
      Scenario scenario, Placement placement, int replication, List<Instant> boundaries) {
    try (RequestEngine engine = new RequestEngine(scenario, placement, replication)) {
      return run(scenario, placement, engine, boundaries);
    }
  }

  private static Observations run(
      Scenario scenario, Placement placement, RequestEngine engine, List<Instant> boundaries) {
    CloudSimPlus kernel = new CloudSimPlus(KERNEL_RESOLUTION_S);
    double horizon = Timeline.of(scenario).endS();
    EngineEntity[] entity = new EngineEntity[1];
    Infrastructure infrastructure =
        new Infrastructure(
            kernel,
            placement,
            BootTimes.ASSUMED,
            (replica, bootS) -> entity[0].allocated(replica, bootS));
    // Constructed last, so that the rest of the world has acted when it runs ahead.
    entity[0] = new EngineEntity(kernel, engine, horizon, controls(scenario, engine, boundaries));
    kernel.start();
    infrastructure.requireAllPlaced();
    engine.advanceTo(horizon);
    return engine.observe();
  }

  private static List<EngineEntity.Control> controls(
      Scenario scenario, RequestEngine engine, List<Instant> boundaries) {
    List<EngineEntity.Control> controls = new ArrayList<>();
    double measuredFrom = Timeline.of(scenario).measuredFromS();
    controls.add(new EngineEntity.Control(measuredFrom, engine::beginMeasuring));
    for (Instant boundary : boundaries) {
      double at = measuredFrom + Duration.between(scenario.starts(), boundary).toNanos() / 1e9;
      if (at > measuredFrom) {
        controls.add(new EngineEntity.Control(at, engine::closePeriod));
      }
    }
    for (Incident incident : scenario.incidents()) {
      controls.addAll(EngineEntity.controls(engine, incident, measuredFrom));
    }
    return controls;
  }
}
