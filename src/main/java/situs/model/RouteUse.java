package situs.model;

import java.util.List;

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
 * @param roomAt providers that had room for it too, of those that a contract watches
 */
public record RouteUse(
    Route route,
    double firstAtS,
    double lastAtS,
    long requests,
    long tokens,
    double bytesOut,
    double bytesBack,
    List<String> roomAt) {

  public RouteUse {
    roomAt = List.copyOf(roomAt);
  }

  /** Where nobody is watched. */
  public RouteUse(
      Route route,
      double firstAtS,
      double lastAtS,
      long requests,
      long tokens,
      double bytesOut,
      double bytesBack) {
    this(route, firstAtS, lastAtS, requests, tokens, bytesOut, bytesBack, List.of());
  }
}
