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
    return run(scenario, placement, replication, boundaries, List.of());
  }

  /**
   * The same, with an eye on some providers.
   *
   * @param watched of each route is told which of these had room for what went over it
   */
  public static Observations run(
      Scenario scenario,
      Placement placement,
      int replication,
      List<Instant> boundaries,
      List<String> watched) {
    try (Islands islands = new Islands(scenario, placement, replication, watched)) {
      return run(scenario, placement, islands, controls(scenario, islands, boundaries));
    }
  }

  /**
   * How full the system was during one replication, sampled every so many seconds.
   *
   * @param replication as in {@link #run}
   */
  public static Population populate(
      Scenario scenario, Placement placement, int replication, double everyS) {
    Population population = new Population();
    Timeline timeline = Timeline.of(scenario);
    try (Islands islands = new Islands(scenario, placement, replication, List.of())) {
      List<Control> controls = new ArrayList<>(controls(scenario, islands, List.of()));
      for (double at = timeline.demandFromS(); at <= timeline.endS(); at += everyS) {
        controls.add(new Control(at, () -> islands.sample(population)));
      }
      run(scenario, placement, islands, controls);
    }
    return population;
  }

  private static Observations run(
      Scenario scenario, Placement placement, Islands islands, List<Control> controls) {
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
    entity[0] = new EngineEntity(kernel, islands, horizon, controls);
    kernel.start();
    infrastructure.requireAllPlaced();
    islands.advanceTo(horizon);
    return islands.observe();
  }

  private static List<Control> controls(
      Scenario scenario, Islands islands, List<Instant> boundaries) {
    List<Control> controls = new ArrayList<>();
    double measuredFrom = Timeline.of(scenario).measuredFromS();
    controls.add(new Control(measuredFrom, islands::beginMeasuring));
    for (Instant boundary : boundaries) {
      double at = measuredFrom + Duration.between(scenario.starts(), boundary).toNanos() / 1e9;
      if (at > measuredFrom) {
        controls.add(new Control(at, islands::closePeriod));
      }
    }
    for (Incident incident : scenario.incidents()) {
      controls.addAll(islands.controls(incident, measuredFrom));
    }
    return controls;
  }
}
