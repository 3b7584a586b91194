package situs.trace;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.GammaDistribution;
import situs.model.Burstiness;

/**
 * Bursts by the index of dispersion at several windows. Where the hours of the day have factors of
 * their own, it is that of second differences, so that the day's shape is not taken for bursts. The
 * index at the longest window that there are many of decides: Poisson within 10 % of 1; Gamma where
 * the gaps alone explain it (their squared coefficient of variation is within a quarter of it) and
 * are Gamma distributed; else two states, whose index and time scale fit all windows best.
 */
final class BurstFit {
  private static final double POISSON_WITHIN = 0.1;
  private static final double GAMMA_WITHIN = 0.25;

  /** With so many windows the index is good to 10 %, and counts in full. */
  private static final double MANY_WINDOWS = 200;

  /** As even as a scenario may have it. */
  private static final double LEAST_GAMMA = 1e-3;

  private static final double LEAST_DISPERSION = 1.05;
  private static final double MOST_DISPERSION = 1e5;
  private static final double LEAST_SCALE_S = 0.1;
  private static final double MOST_SCALE_S = 3600;
  private static final double FINENESS = 1.05;

  /** Beyond, the hours differ even in second differences. */
  private static final double LONGEST_BY_HOUR_S = 600;

  private record Point(double windowS, double index, double weight) {}

  private final List<Point> points;
  private final Optional<Values> gaps;

  private final boolean byHour;

  /**
   * @param byHour whether the hours of the day have factors of their own
   */
  BurstFit(TraceSurvey survey, boolean byHour) {
    double longestS = byHour ? LONGEST_BY_HOUR_S : Double.POSITIVE_INFINITY;
    this.byHour = byHour;
    this.points =
        survey.dispersions().stream()
            .filter(d -> d.windowS() <= longestS && d.windowS() > clockStepS(survey))
            .flatMap(d -> (byHour ? d.detrended() : d.index()).map(i -> point(d, i)).stream())
            .toList();
    this.gaps = survey.gaps();
  }

  /**
   * The step of the trace's clock where most requests share a time with the one before: the median
   * of the gaps that are not 0. Windows that are no longer say nothing of bursts.
   */
  static double clockStepS(TraceSurvey survey) {
    return survey
        .gaps()
        .filter(g -> g.quantile(0.5) == 0)
        .map(BurstFit::medianAboveZero)
        .orElse(0.0);
  }

  private static double medianAboveZero(Values gaps) {
    long zeros = 0;
    for (int i = 0; i < gaps.values().length && gaps.values()[i] == 0; i++) {
      zeros = gaps.cumulative()[i];
    }
    return gaps.quantile((1 + (double) zeros / gaps.count()) / 2);
  }

  private static Point point(Dispersion dispersion, double index) {
    double weight = Math.min(1, dispersion.windows() / MANY_WINDOWS);
    return new Point(dispersion.windowS(), index, weight);
  }

  /** Empty when the trace is too short to say. */
  Optional<Burstiness> fit() {
    if (points.isEmpty()) {
      return Optional.empty();
    }
    double decides =
        points.stream()
            .filter(p -> p.weight() == 1)
            .reduce(points.get(0), (before, longer) -> longer)
            .index();
    if (Math.abs(decides - 1) <= POISSON_WITHIN) {
      return Optional.of(Burstiness.POISSON);
    }
    if (decides < 1) {
      return Optional.of(new Burstiness.Gamma(Math.max(LEAST_GAMMA, decides)));
    }
    return Optional.of(gammaGaps(decides).orElseGet(this::twoStates));
  }

  /** Two states with nothing in the quiet one are renewal too: the gaps' shape tells them apart. */
  private Optional<Burstiness> gammaGaps(double dispersion) {
    double cv = gaps.map(Values::cv).orElse(1.0);
    if (Math.abs(cv * cv / dispersion - 1) > GAMMA_WITHIN) {
      return Optional.empty();
    }
    var gamma = new Burstiness.Gamma(cv * cv);
    Values observed = gaps.orElseThrow();
    var theory = new GammaDistribution(null, gamma.shape(), observed.mean() / gamma.shape());
    boolean like = Distance.of(observed, theory::cumulativeProbability).size() <= Fits.GOOD_KS;
    return like ? Optional.of(gamma) : Optional.empty();
  }

  /** Weighted least squares in the logarithms of the indices. */
  private Burstiness twoStates() {
    double least = Double.POSITIVE_INFINITY;
    Burstiness best = Burstiness.POISSON;
    for (double scale = LEAST_SCALE_S; scale <= MOST_SCALE_S; scale *= FINENESS) {
      for (double d = LEAST_DISPERSION; d <= MOST_DISPERSION; d *= FINENESS) {
        double error = error(scale, d);
        if (error < least) {
          least = error;
          best = new Burstiness.Mmpp(d, scale, 0);
        }
      }
    }
    return best;
  }

  private double error(double scale, double dispersion) {
    double sum = 0;
    for (Point p : points) {
      double theory = 1 + (dispersion - 1) * reached(p.windowS() / scale);
      double off = StrictMath.log(theory / Math.max(p.index(), 1e-3));
      sum += p.weight() * off * off;
    }
    return sum;
  }

  /**
   * Share of the limit that the index shows, or second differences, in windows of x time scales.
   * With V(t) the variance of a count, they have 15 V(t) - 6 V(2t) + V(3t).
   */
  private double reached(double x) {
    return !byHour ? plain(x) : (15 * plain(x) - 12 * plain(2 * x) + 3 * plain(3 * x)) / 6;
  }

  /** Share of the limit that the index itself shows. */
  private static double plain(double x) {
    return 1 - (1 - StrictMath.exp(-x)) / x;
  }
}
