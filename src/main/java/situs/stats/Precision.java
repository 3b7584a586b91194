package situs.stats;

import java.util.List;
import java.util.OptionalInt;

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
    return (int) Math.min(most, wouldTake(estimate, replications));
  }

  /** The same without a limit; infinite for a mean of 0 that is not certain. */
  public double wouldTake(Estimate estimate, int replications) {
    if (estimate.ci95().isEmpty()) {
      return least;
    }
    double ratio = estimate.ci95().get() / allowed(estimate);
    double count = Math.ceil(replications * ratio * ratio);
    // NaN, when mean and width are 0, asks for no more than the least.
    return count > least ? count : least;
  }

  /**
   * How many replications to have in all before looking again; empty when every estimate is narrow
   * enough, or there may be no more. As many as are needed by what is known, but at most doubled:
   * few looks keep the coverage near that of a fixed number, and a lucky narrow interval early on
   * does no more harm than its look.
   */
  public OptionalInt next(List<Estimate> estimates, int replications) {
    List<Estimate> open = estimates.stream().filter(e -> !reached(e, replications)).toList();
    if (open.isEmpty() || replications >= most) {
      return OptionalInt.empty();
    }
    int needed = open.stream().mapToInt(e -> needed(e, replications)).max().getAsInt();
    int stage = Math.min(needed, Math.min(most, 2 * replications));
    return OptionalInt.of(Math.max(stage, replications + 1));
  }

  /** The mean is itself an estimate: g/(1+g) of it keeps the error within g of the true one. */
  private double allowed(Estimate estimate) {
    return Math.abs(estimate.mean()) * relative / (1 + relative);
  }
}
