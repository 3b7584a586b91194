package situs.placement;

import situs.model.Boot;
import situs.model.Capacity;
import situs.model.Offer;
import situs.model.Scenario;

/**
 * How much of the time an instance of an offer is paid, and serves.
 *
 * @param paid over the run
 * @param up share of the time for which it is rented that counts as served, 0 to 1
 */
record Tenure(Duty paid, double up) {

  Tenure {
    if (!(up >= 0 && up <= 1)) {
      throw new IllegalArgumentException("need a share from 0 to 1, got " + up);
    }
  }

  /**
   * @param loadingS from the start of its server until it serves
   * @param callS of what begins anew after an interruption; 0 where nothing does
   */
  static Tenure of(
      Scenario scenario, Capacity capacity, Offer offer, double loadingS, double callS) {
    Duty paid = offer.purchase().isPaidAhead() ? Duty.WHOLE : Duty.of(capacity.plan(), scenario);
    Boot boot = capacity.boot();
    return new Tenure(paid, up(offer.interruptionsPerS(), boot.instanceS() + loadingS, callS));
  }

  /**
   * What interruptions leave, where they come as a Poisson process and each costs the time until
   * its successor serves; one that comes before then begins that time again. An instance serves
   * when none came for so long, which is so with probability exp(-rate * away). Of calls of one
   * length that are begun again, {@code rate * call / (exp(rate * call) - 1)} of the time is not in
   * vain: a call ends when none comes for its length, and 1 / (exp(rate * call) - 1) do on average
   * between two (Cox, Renewal Theory, 1962).
   */
  private static double up(double perS, double awayS, double callS) {
    double perCall = perS * callS;
    double kept = perCall == 0 ? 1 : perCall / StrictMath.expm1(perCall);
    return StrictMath.exp(-perS * awayS) * kept;
  }
}
