package situs.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import situs.model.GeoPoint;

/**
 * Estimates a round trip from those that are known.
 *
 * <p>Every round trip is seen against a line over distance, {@code 8 ms + 0.0155 ms/km}, as the
 * logarithm of their ratio: how much of a detour the pair takes. For a pair i-j, each place k of
 * i's kind (region or metro) whose detour to j is known is compared with i over the other places
 * that both reach, near ones first: where i's detours differ from k's by a steady amount, k's
 * detour to j tells i's. A k that is far from i must be the steadier. The same from the side of j.
 * The steadiest comparisons are averaged. Where there are none, the nearest known pairs stand in.
 *
 * <p>The constants were chosen on folds other than those that the test reports.
 */
final class RttEstimator {
  private static final double LINE_START_MS = 8;
  private static final double LINE_MS_PER_KM = 0.0155;

  /** Distance over which a compared place loses weight, km. */
  private static final double NEARNESS_KM = 3000;

  /** Places that two rows must share to be compared. */
  private static final int LEAST_SHARED = 3;

  /** By how much the detours of two places may differ before they are compared, and more per km. */
  private static final double PRIOR = 0.03;

  private static final double PRIOR_PER_KM = 0.0002;

  private static final int COMPARISONS = 8;
  private static final double LEAST_VARIANCE = 0.0004;
  private static final int NEAREST_PAIRS = 8;
  private static final double NEAREST_PAIR_KM = 300;

  /** Places no farther apart than this belong to one metropolitan area, km. */
  private static final double SAME_AREA_KM = 100;

  private final double[][] km;
  private final boolean[] metro;

  /** Logarithm of round trip over line; NaN where unknown. */
  private final double[][] detour;

  /** The median round trip within one metropolitan area; NaN when none is known. */
  private final Estimate sameArea;

  /** An estimate in milliseconds and the pair of places that it leans on most, by their numbers. */
  record Estimate(double ms, int from, int to) {}

  /** One opinion on a pair's detour, with the pair that it comes from. */
  private record Opinion(double detour, double variance, int from, int to) {}

  /**
   * @param points the places
   * @param metro which of them are metros; the others are regions
   * @param ms known round trips by the places' numbers, symmetric, NaN where unknown
   */
  RttEstimator(GeoPoint[] points, boolean[] metro, double[][] ms) {
    this.metro = metro.clone();
    int n = points.length;
    km = new double[n][n];
    detour = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        km[i][j] = points[i].distanceKm(points[j]);
        detour[i][j] = i == j ? Double.NaN : StrictMath.log(ms[i][j] / line(km[i][j]));
      }
    }
    sameArea = medianOfSameArea(ms);
  }

  private Estimate medianOfSameArea(double[][] ms) {
    List<Estimate> near = new ArrayList<>();
    for (int i = 0; i < ms.length; i++) {
      for (int j = 0; j < i; j++) {
        if (km[i][j] <= SAME_AREA_KM && !Double.isNaN(ms[i][j])) {
          near.add(new Estimate(ms[i][j], i, j));
        }
      }
    }
    near.sort(Comparator.comparingDouble(Estimate::ms));
    return near.isEmpty() ? new Estimate(Double.NaN, 0, 0) : near.get(near.size() / 2);
  }

  private static double line(double km) {
    return LINE_START_MS + LINE_MS_PER_KM * km;
  }

  /** The round trip between two different places. */
  Estimate estimate(int i, int j) {
    if (km[i][j] <= SAME_AREA_KM && !Double.isNaN(sameArea.ms())) {
      return sameArea;
    }
    Opinion[] opinions = concat(opinions(i, j), opinions(j, i));
    if (opinions.length == 0) {
      return ofNearestPairs(i, j);
    }
    Arrays.sort(opinions, Comparator.comparingDouble(Opinion::variance));
    Opinion[] best = Arrays.copyOf(opinions, Math.min(COMPARISONS, opinions.length));
    double detour = (weightedMean(best) + weightedMedian(best)) / 2;
    return new Estimate(
        line(km[i][j]) * StrictMath.exp(detour), opinions[0].from(), opinions[0].to());
  }

  private static Opinion[] concat(Opinion[] a, Opinion[] b) {
    Opinion[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** What the places that reach j say of i, by how i compares with them. */
  private Opinion[] opinions(int i, int j) {
    Opinion[] found = new Opinion[km.length];
    int count = 0;
    for (int k = 0; k < km.length; k++) {
      if (k != i && metro[k] == metro[i] && !Double.isNaN(detour[k][j])) {
        Opinion opinion = compare(i, k, j);
        if (opinion != null) {
          found[count++] = opinion;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  /**
   * Compares i with k over places of j's kind, if enough are shared. Regions of two clouds in one
   * city share the pings of that city, which say nothing of how their networks differ; a region's
   * round trips to other regions do.
   */
  private @org.jspecify.annotations.Nullable Opinion compare(int i, int k, int j) {
    Opinion alike = compare(i, k, j, l -> metro[l] == metro[j]);
    return alike != null ? alike : compare(i, k, j, l -> true);
  }

  private @org.jspecify.annotations.Nullable Opinion compare(
      int i, int k, int j, IntPredicate counts) {
    double weights = 0;
    double sum = 0;
    double squares = 0;
    double weightSquares = 0;
    int shared = 0;
    for (int l = 0; l < km.length; l++) {
      double difference = detour[i][l] - detour[k][l];
      if (!Double.isNaN(difference) && counts.test(l)) {
        double weight = StrictMath.exp(-km[j][l] / NEARNESS_KM);
        weights += weight;
        sum += weight * difference;
        squares += weight * difference * difference;
        weightSquares += weight * weight;
        shared++;
      }
    }
    if (shared < LEAST_SHARED) {
      return null;
    }
    double mean = sum / weights;
    double variance = Math.max(0, squares / weights - mean * mean);
    double size = weights * weights / weightSquares;
    double prior = PRIOR + PRIOR_PER_KM * km[i][k];
    // The prior counts as one more shared place, which saw no difference.
    double pooled = (size * variance + prior * prior) / (size + 1) * (1 + 1 / (size + 1));
    return new Opinion(detour[k][j] + mean * size / (size + 1), pooled + LEAST_VARIANCE, k, j);
  }

  private static double weight(Opinion opinion) {
    return StrictMath.pow(opinion.variance(), -1.5);
  }

  private static double weightedMean(Opinion[] opinions) {
    double weights = 0;
    double sum = 0;
    for (Opinion opinion : opinions) {
      weights += weight(opinion);
      sum += weight(opinion) * opinion.detour();
    }
    return sum / weights;
  }

  private static double weightedMedian(Opinion[] opinions) {
    Opinion[] sorted = opinions.clone();
    Arrays.sort(sorted, Comparator.comparingDouble(Opinion::detour));
    double half = Arrays.stream(sorted).mapToDouble(RttEstimator::weight).sum() / 2;
    double seen = 0;
    for (Opinion opinion : sorted) {
      seen += weight(opinion);
      if (seen >= half) {
        return opinion.detour();
      }
    }
    return sorted[sorted.length - 1].detour();
  }

  /** By the known pairs whose ends lie nearest to i and j. */
  private Estimate ofNearestPairs(int i, int j) {
    double[] offsets = new double[NEAREST_PAIRS];
    Arrays.fill(offsets, Double.POSITIVE_INFINITY);
    int[] from = new int[NEAREST_PAIRS];
    int[] to = new int[NEAREST_PAIRS];
    for (int k = 0; k < km.length; k++) {
      for (int l = 0; l < km.length; l++) {
        double offset = km[i][k] + km[j][l];
        if (offset < offsets[NEAREST_PAIRS - 1] && !Double.isNaN(detour[k][l])) {
          insert(offsets, from, to, offset, k, l);
        }
      }
    }
    if (Double.isInfinite(offsets[0])) {
      // Nothing is known of any pair: the line is all there is.
      return new Estimate(line(km[i][j]), i, j);
    }
    double weights = 0;
    double sum = 0;
    for (int p = 0; p < NEAREST_PAIRS && !Double.isInfinite(offsets[p]); p++) {
      double weight = StrictMath.exp(-offsets[p] / NEAREST_PAIR_KM) / (offsets[p] + 1);
      weights += weight;
      sum += weight * detour[from[p]][to[p]];
    }
    double detour = weights > 0 ? sum / weights : this.detour[from[0]][to[0]];
    return new Estimate(line(km[i][j]) * StrictMath.exp(detour), from[0], to[0]);
  }

  private static void insert(double[] offsets, int[] from, int[] to, double offset, int k, int l) {
    int at = NEAREST_PAIRS - 1;
    while (at > 0 && offsets[at - 1] > offset) {
      offsets[at] = offsets[at - 1];
      from[at] = from[at - 1];
      to[at] = to[at - 1];
      at--;
    }
    offsets[at] = offset;
    from[at] = k;
    to[at] = l;
  }
}
