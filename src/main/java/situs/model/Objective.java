package situs.model;

/**
 * A limit on a latency quantile, written {@code ttft-p95: 1.5 s}.
 *
 * @param quantile 0 to 1
 * @param limitS seconds
 */
public record Objective(Metric metric, double quantile, double limitS) {}
