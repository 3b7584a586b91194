package situs.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.IterationTime;
import situs.trace.MeasuredRequest;
import situs.trace.MeasuredRequests;

/**
 * Iteration times under which a simulated replica answers requests as a measured one did: looked
 * for on the first part of the run; the rest is kept back to say how good they are.
 *
 * @param fittedTo requests whose times were looked at
 * @param spreads by term, the standard error of its logarithm
 */
public record Calibration(
    ThreeTerms terms, int fittedTo, List<Double> spreads, List<RunError> errors) {
  /** As many as can be searched through in half a minute. */
  private static final int MOST_FITTED = 1000;

  /** Simulations whose mean is compared. */
  private static final int PASSES = 8;

  /** How often the usual error is learnt anew. */
  private static final int ROUNDS = 4;

  public Calibration {
    spreads = List.copyOf(spreads);
    errors = List.copyOf(errors);
  }

  /**
   * Fits.
   *
   * @param keptBack share of the requests, the last to arrive, that the fit does not look at
   * @param roofline of that server, which counts where the requests do not tell; empty: unknown
   */
  public static Calibration of(
      MeasuredRequests measured, Server server, double keptBack, Optional<IterationTime> roofline) {
    List<MeasuredRequest> all = measured.requests();
    int fitted = Math.min(MOST_FITTED, (int) Math.ceil((1 - keptBack) * all.size()));
    // Whoever comes later slows the last that are fitted.
    List<MeasuredRequest> present = all.subList(0, Math.min(2 * fitted, all.size()));
    Expected expected = new Expected(roofline);
    List<ThreeTerms> starts = new ArrayList<>(FirstGuess.of(all.subList(0, fitted)));
    expected.terms().ifPresent(starts::add);
    Loss loss = Loss.of(MeasuredRun.of(present, server), fitted);
    ThreeTerms terms = new Search(loss, expected).from(starts);
    loss = Loss.of(MeasuredRun.blurred(present, server, PASSES), fitted);
    for (int round = 0; round < ROUNDS; round++) {
      loss = loss.scaledAt(terms);
      Search search = new Search(loss, expected);
      terms = search.near(search.from(List.of(terms)));
    }
    List<RunError> errors = RunError.of(MeasuredRun.of(all, server), terms, fitted);
    return new Calibration(terms, fitted, new Search(loss, expected).spreads(terms), errors);
  }
}
