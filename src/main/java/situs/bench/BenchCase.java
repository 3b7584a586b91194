package situs.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Work of a known kind, done on the calling thread.
 *
 * @param name such as {@code batching}
 * @param work does it and answers how many requests were simulated
 */
public record BenchCase(String name, LongSupplier work) {
  private static final double MIB = 1 << 20;

  /** Does it once. */
  public Measurement measure() {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long began = System.nanoTime();
    long requests = work.getAsLong();
    double seconds = (System.nanoTime() - began) / 1e9;
    double peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MIB;
    return new Measurement(name, requests, seconds, peak);
  }
}
