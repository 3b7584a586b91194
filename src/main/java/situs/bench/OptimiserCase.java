package situs.bench;

import java.util.List;
import situs.contract.Contracts;
import situs.placement.Goal;
import situs.placement.Optima;
import situs.placement.Optima.Optimum;
import situs.scenario.LoadedScenario;

/**
 * An optimum to be found in a scenario of known size.
 *
 * @param name such as {@code 200x60}
 */
public record OptimiserCase(String name, ManyWorkloads market, boolean bound) {
  /** The sizes that are promised, and what makes them harder. */
  public static List<OptimiserCase> all() {
    return List.of(
        new OptimiserCase("8x20", new ManyWorkloads(8, 20, 1, 0), false),
        new OptimiserCase("12x30", new ManyWorkloads(12, 30, 1, 0), false),
        new OptimiserCase("20x40-agents", new ManyWorkloads(20, 40, 1, 4), false),
        new OptimiserCase("200x60", new ManyWorkloads(200, 60, 1, 0), false),
        new OptimiserCase("200x60-letter", new ManyWorkloads(200, 60, 1, 0), true),
        new OptimiserCase("200x60-three-origins", new ManyWorkloads(200, 60, 3, 0), false),
        new OptimiserCase("200x60-three-origins-letter", new ManyWorkloads(200, 60, 3, 0), true),
        new OptimiserCase("200x60-agents", new ManyWorkloads(200, 60, 1, 4), false),
        new OptimiserCase("200x60-agents-letter", new ManyWorkloads(200, 60, 1, 4), true),
        new OptimiserCase("2000x100", new ManyWorkloads(2000, 100, 1, 0), false),
        new OptimiserCase("2000x100-letter", new ManyWorkloads(2000, 100, 1, 0), true));
  }

  /**
   * What it took, on one thread.
   *
   * @param components that want a place: model pools and runtime pools
   * @param options offers with accelerators
   * @param gap what the best possible may lie below what was found, as a part of it
   * @param seconds of wall clock, from the scenario to the plan
   * @param peakHeapMib most heap in use, garbage included
   */
  public record Measured(
      String name,
      int components,
      int options,
      double usdPerDay,
      double boundUsdPerDay,
      double gap,
      double seconds,
      double peakHeapMib) {}

  /** Does it once. */
  public Measured measure() {
    LoadedScenario loaded = market.scenario();
    Heap heap = Heap.watched();
    long began = System.nanoTime();
    Optimum best =
        Optima.of(loaded.scenario(), loaded.contracts())
            .best(c -> bound && c.reading().equals(Contracts.LETTER), new Goal.Cost())
            .orElseThrow(() -> new IllegalStateException(name + " has no placement"));
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Measured(
        name,
        loaded.scenario().workloads().size(),
        market.options(),
        best.usdPerDay(),
        best.boundUsdPerDay().orElseThrow(),
        best.gap(),
        seconds,
        heap.peakMib());
  }
}
