package situs.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import situs.model.Metric;
import situs.stats.Latencies;

/** What became of the demand, by stream: counts and latencies within the measured window. */
final class Tallies {
  private static final Metric[] METRICS = Metric.values();

  private final DemandStream[] streams;

  /** By stream and metric; made at first use. */
  private final @Nullable Latencies[] latencies;

  final long[] offered;
  final long[] refused;
  final long[] lost;
  final long[] calls;

  /** Whether the warm-up is over. */
  boolean measuring;

  Tallies(DemandStream[] streams) {
    this.streams = streams;
    latencies = new Latencies[streams.length * METRICS.length];
    offered = new long[streams.length];
    refused = new long[streams.length];
    lost = new long[streams.length];
    calls = new long[streams.length];
  }

  /** A latency in seconds. */
  void latency(int stream, Metric metric, double seconds) {
    if (measuring) {
      int cell = stream * METRICS.length + metric.ordinal();
      Latencies seen = latencies[cell];
      if (seen == null) {
        seen = new Latencies();
        latencies[cell] = seen;
      }
      seen.add(seconds);
    }
  }

  void count(long[] counter, int stream) {
    if (measuring) {
      counter[stream]++;
    }
  }

  List<LatencyCell> cells() {
    List<LatencyCell> cells = new ArrayList<>();
    for (int i = 0; i < latencies.length; i++) {
      Latencies seen = latencies[i];
      if (seen != null) {
        DemandStream stream = streams[i / METRICS.length];
        cells.add(
            new LatencyCell(
                stream.workload.name(),
                stream.origin.metro().name(),
                METRICS[i % METRICS.length],
                seen));
      }
    }
    return cells;
  }

  List<WorkloadCount> counts() {
    List<WorkloadCount> counts = new ArrayList<>();
    for (int i = 0; i < streams.length; i++) {
      counts.add(
          new WorkloadCount(
              streams[i].workload.name(),
              streams[i].origin.metro().name(),
              offered[i],
              offered[i] - refused[i] - lost[i],
              refused[i],
              lost[i],
              calls[i]));
    }
    return counts;
  }
}
