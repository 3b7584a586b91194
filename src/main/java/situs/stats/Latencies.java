package situs.stats;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;

/**
 * Count, mean and quantiles of positive values. Two of them merge without loss. Quantiles are
 * within {@value #RELATIVE_ERROR} of the true value (DDSketch: Masson, Rim, Lee, VLDB 2019).
 */
public final class Latencies {
  /** Relative error of a quantile. */
  public static final double RELATIVE_ERROR = 0.005;

  private static final IndexMapping MAPPING = new CubicallyInterpolatedMapping(RELATIVE_ERROR);

  private final DDSketch sketch = new DDSketch(MAPPING, UnboundedSizeDenseStore::new);
  private long count;
  private double sum;

  /** Adds a value of 0 or more. */
  public void add(double value) {
    sketch.accept(value);
    count++;
    sum += value;
  }

  /** Adds all that {@code other} has seen. */
  public void merge(Latencies other) {
    if (other.count > 0) {
      sketch.mergeWith(other.sketch);
      count += other.count;
      sum += other.sum;
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
    return count == 0 ? Double.NaN : sketch.getValueAtQuantile(q);
  }
}
