package situs.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * p-values of several tests, corrected so that the chance of one or more false findings among all
 * of them stays below the level of each (Holm, Scandinavian Journal of Statistics 6, 1979).
 */
public final class Holm {
  private Holm() {}

  /** Corrected values in the order of the given ones. */
  public static List<Double> corrected(List<Double> p) {
    List<Integer> ascending =
        IntStream.range(0, p.size()).boxed().sorted(Comparator.comparingDouble(p::get)).toList();
    List<Double> corrected = new ArrayList<>(p);
    double least = 0;
    for (int rank = 0; rank < p.size(); rank++) {
      int test = ascending.get(rank);
      least = Math.max(least, Math.min(1, (p.size() - rank) * p.get(test)));
      corrected.set(test, least);
    }
    return corrected;
  }
}
