package situs.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import situs.contract.Contracts;
import situs.experiment.Replication;
import situs.experiment.Run;
import situs.model.Placement;
import situs.model.Scenario;
import situs.simulation.PoolUse;

/**
 * A scenario with its placement, run whole: simulation, bill and audit.
 *
 * @param name such as {@code batching}
 */
public record BenchCase(String name, Scenario scenario, Contracts contracts, Placement placement) {
  private static final double MIB = 1 << 20;

  /** Runs it once on this thread. */
  public Measurement measure() {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long began = System.nanoTime();
    Run run = Replication.of(scenario, contracts, placement, 1);
    double seconds = (System.nanoTime() - began) / 1e9;
    double peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MIB;
    return new Measurement(name, requests(run), seconds, peak);
  }

  private static long requests(Run run) {
    return run.observations().pools().stream()
        .filter(pool -> pool.placement().contains(".model@"))
        .mapToLong(PoolUse::completions)
        .sum();
  }
}
