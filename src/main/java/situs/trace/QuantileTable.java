package situs.trace;

import java.util.ArrayList;
import java.util.List;
import situs.model.Distribution;

/**
 * A table of quantiles that is made finer where it is furthest from what was observed, until it is
 * within 2 % everywhere.
 */
final class QuantileTable {
  private static final double GOOD = 0.02;
  private static final int MOST = 40;

  /** Shares are to a hundredth of a percent, which is readable. */
  private static final double STEP = 1e-4;

  /** Those that readers look for. */
  private static final double[] ALWAYS = {0, 0.5, 0.9, 0.99, 0.999, 1};

  private final List<Double> shares = new ArrayList<>();
  private final List<Double> at = new ArrayList<>();

  private QuantileTable() {}

  static QuantileTable of(Values values) {
    QuantileTable table = new QuantileTable();
    for (double share : ALWAYS) {
      table.shares.add(share);
      table.at.add(values.quantile(share));
    }
    boolean finer = true;
    while (finer && table.shares.size() < MOST) {
      Distance worst = Distance.of(values, table::share);
      finer = worst.size() > GOOD && table.insert(worst);
    }
    return table;
  }

  /** Whether there is room for it between two that are there. */
  private boolean insert(Distance worst) {
    double share = Math.round(worst.share() / STEP) * STEP;
    int same = shares.indexOf(exact(share));
    if (same >= 0) {
      // Nothing was observed between the two values: the function is flat there.
      share += worst.at() < at.get(same) ? -STEP : STEP;
    }
    return insert(exact(share), worst.at());
  }

  private boolean insert(double share, double value) {
    int above = 0;
    while (above < shares.size() && shares.get(above) < share) {
      above++;
    }
    boolean room =
        above > 0
            && above < shares.size()
            && shares.get(above) > share
            && at.get(above - 1) <= value
            && value <= at.get(above);
    if (room) {
      shares.add(above, share);
      at.add(above, value);
    }
    return room;
  }

  private static double exact(double share) {
    return Math.round(share / STEP) / (1 / STEP);
  }

  Distribution.Quantiles distribution() {
    return new Distribution.Quantiles(shares, at);
  }

  /** The distribution function. */
  double share(double x) {
    int last = at.size() - 1;
    if (x < at.get(0)) {
      return 0;
    }
    int above = 0;
    while (above <= last && at.get(above) <= x) {
      above++;
    }
    if (above > last) {
      return 1;
    }
    double low = at.get(above - 1);
    double within = (x - low) / (at.get(above) - low);
    return shares.get(above - 1) + within * (shares.get(above) - shares.get(above - 1));
  }
}
