package situs.model;

/**
 * How unevenly arrivals come around their rate, by the index of dispersion of counts: variance over
 * mean of the number that arrive in a long interval. 1 is Poisson.
 *
 * <p>Arrivals are made in operational time, in which their mean rate is 1, and then spread over the
 * run by the rate as it changes: the index holds by night as at the peak.
 */
public sealed interface Burstiness {

  /** Of the counts in a long interval. */
  double dispersion();

  Burstiness POISSON = new Poisson();

  /** Independent of each other. */
  record Poisson() implements Burstiness {
    @Override
    public double dispersion() {
      return 1;
    }
  }

  /**
   * Gaps are independent and Gamma distributed, with a squared coefficient of variation equal to
   * the index of dispersion (Cox, Renewal Theory, 1962). Below 1 arrivals are more even than
   * Poisson.
   */
  record Gamma(double dispersion) implements Burstiness {
    public Gamma {
      if (!(dispersion > 0)) {
        throw new IllegalArgumentException("need a dispersion > 0, got " + dispersion);
      }
    }

    /** Shape of the Gamma distribution. */
    public double shape() {
      return 1 / dispersion;
    }
  }

  /**
   * A Markov-modulated Poisson process with a busy and a quiet state. Its counts in an interval of
   * {@code x} time scales have the index {@code 1 + (dispersion - 1) (1 - (1 - exp(-x)) / x)}
   * (Heffes and Lucantoni, 1986, in other symbols).
   *
   * @param timeScaleS after which the state is all but forgotten (its autocorrelation is 1/e), at
   *     the base rate
   * @param quiet rate of the quiet state over the mean rate, 0 to less than 1
   */
  record Mmpp(double dispersion, double timeScaleS, double quiet) implements Burstiness {
    public Mmpp {
      if (!(dispersion > 1 && timeScaleS > 0 && quiet >= 0 && quiet < 1)) {
        throw new IllegalArgumentException(
            "need dispersion > 1, time scale > 0 and quiet in [0, 1), got "
                + dispersion
                + ", "
                + timeScaleS
                + ", "
                + quiet);
      }
    }

    /**
     * Share of time that is busy. The intensity's variance is {@code (1 - quiet)^2 (1 - p) / p},
     * and the index is 1 + 2 x variance x scale.
     *
     * @param scale in expected arrivals
     */
    public double busyShare(double scale) {
      double c = 2 * scale * (1 - quiet) * (1 - quiet);
      return c / (dispersion - 1 + c);
    }
  }
}
