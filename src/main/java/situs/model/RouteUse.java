package situs.model;

import java.util.List;

/**
 * What was seen to go over a route within one stretch of time in which the same clauses were in
 * force.
 *
 * @param episodes when, one at least, in order of time, with the round trips over this hop and the
 *     prompt and output tokens that they carried
 * @param bytesOut payload from source to target
 * @param bytesBack payload from target to source
 * @param roomAt providers that had room for it too, of those that a contract watches
 */
public record RouteUse(
    Route route, List<Episode> episodes, double bytesOut, double bytesBack, List<String> roomAt) {

  public RouteUse {
    episodes = List.copyOf(episodes);
    roomAt = List.copyOf(roomAt);
    if (episodes.isEmpty()) {
      throw new IllegalArgumentException("a route that was used has an episode");
    }
  }

  /** Of a single episode, where nobody is watched. */
  public RouteUse(
      Route route,
      double firstAtS,
      double lastAtS,
      long requests,
      long tokens,
      double bytesOut,
      double bytesBack) {
    this(
        route,
        List.of(new Episode(firstAtS, lastAtS, requests, tokens)),
        bytesOut,
        bytesBack,
        List.of());
  }

  /** First use, seconds from the start of the measured window. */
  public double firstAtS() {
    return episodes.get(0).fromS();
  }

  /** Last use, likewise. */
  public double lastAtS() {
    return episodes.get(episodes.size() - 1).untilS();
  }

  /** Round trips over this hop. */
  public long requests() {
    return episodes.stream().mapToLong(Episode::requests).sum();
  }

  /** Prompt and output tokens carried. */
  public long tokens() {
    return episodes.stream().mapToLong(Episode::tokens).sum();
  }
}
