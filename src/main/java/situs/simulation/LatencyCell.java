package situs.simulation;

import situs.model.Metric;
import situs.stats.Latencies;

/** The latencies of one metric of a workload's requests from one origin. */
public record LatencyCell(String workload, String origin, Metric metric, Latencies latencies) {}
