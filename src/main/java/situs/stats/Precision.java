package situs.stats;

/**
 * How narrow an interval has to be before replications may stop (the sequential procedure of Law
 * and Kelton, Simulation Modeling and Analysis, 9.4.1).
 *
 * @param relative greatest half width, as a share of the true mean; greater than 0 and less than 1
 * @param least replications before the interval is trusted
 * @param most replications at which it ends in any case
 */
public record Precision(double relative, int least, int most) {
  public Precision {
    if (!(relative > 0 && relative < 1) || least < 2 || most < least) {
      throw new IllegalArgumentException(
          "need 0 < relative < 1 and 2 <= least <= most, got "
              + relative
              + ", "
              + least
              + ", "
              + most);
    }
  }

  /** Whether an estimate from so many replications is narrow enough. */
  public boolean reached(Estimate estimate, int replications) {
    return replications >= least
        && estimate.ci95().isPresent()
        && estimate.ci95().get() <= allowed(estimate);
  }

  /**
   * About how many replications it takes, were the spread as seen so far; {@link #most} at most.
   */
  public int needed(Estimate estimate, int replications) {
    if (estimate.ci95().isEmpty()) {
      return least;
    }
    double ratio = estimate.ci95().get() / allowed(estimate);
    double count = Math.ceil(replications * ratio * ratio);
    // NaN, when mean and width are 0, asks for no more than the least.
    return (int) Math.min(most, count > least ? count : least);
  }

  /** The mean is itself an estimate: g/(1+g) of it keeps the error within g of the true one. */
  private double allowed(Estimate estimate) {
    return Math.abs(estimate.mean()) * relative / (1 + relative);
  }
}
