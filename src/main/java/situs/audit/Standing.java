package situs.audit;

import java.util.Collection;
import java.util.Locale;
import situs.contract.Verdict;

/** Where a subject stands over all readings. */
public enum Standing {
  /** No reading objects. */
  COMPLIANT,
  /** Some readings object, or one cannot tell. */
  CONTESTED,
  /** Every reading of a clause objects. */
  BREACH;

  /** What one reading of a clause makes of a subject. */
  public static Standing of(Verdict verdict) {
    if (verdict.objects()) {
      return BREACH;
    }
    return verdict.isOpen() ? CONTESTED : COMPLIANT;
  }

  /**
   * What a clause makes of it: breach when every reading objects, contested when some do or cannot
   * tell, compliant when none does.
   */
  public static Standing ofClause(Collection<Standing> readings) {
    if (readings.stream().allMatch(s -> s == BREACH)) {
      return BREACH;
    }
    return readings.stream().allMatch(s -> s == COMPLIANT) ? COMPLIANT : CONTESTED;
  }

  /** The word used in files and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Standing worst(Standing other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
