package situs.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most heap in use since a moment, garbage included. */
final class Heap {
  private static final double MIB = 1 << 20;

  private final List<MemoryPoolMXBean> pools;

  private Heap(List<MemoryPoolMXBean> pools) {
    this.pools = pools;
  }

  /** From now on, after a collection. */
  static Heap watched() {
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    return new Heap(pools);
  }

  double peakMib() {
    return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MIB;
  }
}
