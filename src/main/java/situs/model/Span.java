package situs.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param fromS seconds from the start of the measured window
 * @param untilS likewise
 */
public record Span(double fromS, double untilS) {
  /** Sightings no further apart belong to one episode, seconds. Assumed. */
  public static final double TOGETHER_S = 600;

  public double lengthS() {
    return untilS - fromS;
  }

  /** Whether what is seen at {@code laterS} belongs to the same episode. */
  private boolean reaches(double laterS) {
    return laterS - untilS <= TOGETHER_S;
  }

  /**
   * Episodes of several things as those of all, in order of time. It is exact: where two overlap,
   * no sighting of one is further from one of the other than {@link #TOGETHER_S}.
   */
  public static List<Span> together(Collection<Span> episodes) {
    List<Span> all = new ArrayList<>();
    for (Span next : episodes.stream().sorted(Comparator.comparingDouble(Span::fromS)).toList()) {
      int last = all.size() - 1;
      if (last >= 0 && all.get(last).reaches(next.fromS)) {
        all.set(last, new Span(all.get(last).fromS, Math.max(all.get(last).untilS, next.untilS)));
      } else {
        all.add(next);
      }
    }
    return List.copyOf(all);
  }
}
