package situs.stats;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.Bin;
import com.datadoghq.sketch.ddsketch.store.Store;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.util.Iterator;

/**
 * Count, mean and quantiles of values of 0 or more. Two of them merge without loss. Values are
 * counted in buckets (DDSketch: Masson, Rim, Lee, VLDB 2019), in which they are taken to lie evenly
 * on a logarithmic scale: a quantile is within {@value #RELATIVE_ERROR} of the true value however
 * they lie, and far nearer where a bucket has many. Were it the same for a whole bucket, quantiles
 * of replications would fall together, and their interval would be nothing.
 */
public final class Latencies {
  /** Relative error of a quantile. */
  public static final double RELATIVE_ERROR = 0.005;

  /** Buckets are as wide as the error; the library's accuracy is half a width. */
  private static final IndexMapping MAPPING = new CubicallyInterpolatedMapping(RELATIVE_ERROR / 2);

  private final DDSketch sketch = new DDSketch(MAPPING, UnboundedSizeDenseStore::new);
  private long count;
  private double sum;
  private double least = Double.POSITIVE_INFINITY;
  private double most;

  /** Adds a value of 0 or more. */
  public void add(double value) {
    sketch.accept(value);
    count++;
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }

  /** Adds all that {@code other} has seen. */
  public void merge(Latencies other) {
    if (other.count > 0) {
      sketch.mergeWith(other.sketch);
      count += other.count;
      sum += other.sum;
      least = Math.min(least, other.least);
      most = Math.max(most, other.most);
    }
  }

  public long count() {
    return count;
  }

  /** The mean; NaN when nothing was added. */
  public double mean() {
    return sum / count;
  }

  /** The value below which a share {@code q} lies; NaN when nothing was added. */
  public double quantile(double q) {
    if (count == 0) {
      return Double.NaN;
    }
    Store buckets = sketch.getPositiveValueStore();
    double below = count - buckets.getTotalCount();
    double rank = q * (count - 1);
    if (rank < below) {
      return 0;
    }
    Iterator<Bin> ascending = buckets.getAscendingIterator();
    Bin bucket = ascending.next();
    while (rank >= below + bucket.getCount() && ascending.hasNext()) {
      below += bucket.getCount();
      bucket = ascending.next();
    }
    return within(bucket, (rank - below + 0.5) / bucket.getCount());
  }

  /** The value that a share of a bucket lies below. */
  private double within(Bin bucket, double share) {
    double lower = MAPPING.lowerBound(bucket.getIndex());
    double upper = MAPPING.upperBound(bucket.getIndex());
    double value = lower * StrictMath.pow(upper / lower, share);
    return Math.max(least, Math.min(most, value));
  }
}
