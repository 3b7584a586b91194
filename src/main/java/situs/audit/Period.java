package situs.audit;

import java.time.Instant;
import situs.model.RouteUse;
import situs.model.Span;

/** A stretch of time in which the same clauses are in force, seconds of the measured window. */
record Period(Instant at, double fromS, double untilS) {

  boolean contains(RouteUse use) {
    return use.firstAtS() >= fromS && use.firstAtS() < untilS;
  }

  Span span() {
    return new Span(fromS, untilS);
  }

  /** Whether a charge arose in it. */
  boolean meets(Charge charge) {
    return charge.fromS() < untilS && charge.untilS() > fromS;
  }
}
