package situs.model;

/**
 * What was seen to go over a route within one stretch of time in which the same clauses were in
 * force.
 *
 * @param firstAtS first use, seconds from the start of the measured window
 * @param lastAtS last use, likewise
 * @param requests round trips over this hop
 * @param tokens prompt and output tokens carried
 * @param bytesOut payload from source to target
 * @param bytesBack payload from target to source
 */
public record RouteUse(
    Route route,
    double firstAtS,
    double lastAtS,
    long requests,
    long tokens,
    double bytesOut,
    double bytesBack) {}
