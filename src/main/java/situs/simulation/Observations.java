package situs.simulation;

import java.util.List;
import situs.model.RouteUse;

/**
 * What one replication saw within the measured window. Lists are in a fixed order: that of the
 * scenario and the placement.
 *
 * @param windowS length of the measured window, seconds
 * @param simulatedCalls model calls that ended in the whole run, warm-up included
 */
public record Observations(
    double windowS,
    List<PoolUse> pools,
    List<RouteUse> routes,
    List<LatencyCell> latencies,
    List<WorkloadCount> counts,
    long simulatedCalls) {}
