package situs.model;

import java.util.Optional;

/**
 * The part of a caller's traffic that a plan meant for a pool.
 *
 * @param workload that calls
 * @param origin metro that the traffic comes from
 * @param runtime region of the runtime that calls; empty when clients call themselves
 * @param placement {@link Placed#id()} of the pool
 * @param share 0 to 1
 */
public record Share(
    String workload, String origin, Optional<RegionId> runtime, String placement, double share) {}
