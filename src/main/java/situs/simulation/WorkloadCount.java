package situs.simulation;

/**
 * What became of a workload's demand from one origin in the measured window: requests of a model,
 * sessions of an agent platform.
 *
 * @param offered arrived
 * @param served of those, not refused; sessions that went on past the window included
 * @param refused every pool was full or down
 * @param lost ended by an outage, or given up after a minute without a model to call
 * @param calls model calls completed
 */
public record WorkloadCount(
    String workload,
    String origin,
    long offered,
    long served,
    long refused,
    long lost,
    long calls) {}
