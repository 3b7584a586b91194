package situs.audit;

import java.math.BigDecimal;
import java.time.Instant;
import situs.model.RouteUse;

/** A stretch of time in which the same clauses are in force, seconds of the measured window. */
record Period(Instant at, double fromS, double untilS) {
  private static final double DAY_S = 86_400;

  boolean contains(RouteUse use) {
    return use.firstAtS() >= fromS && use.firstAtS() < untilS;
  }

  BigDecimal days() {
    return BigDecimal.valueOf((untilS - fromS) / DAY_S);
  }
}
