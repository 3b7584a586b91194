package situs.contract;

import java.util.List;
import java.util.Locale;

/** What a clause judges. */
public enum SubjectKind {
  /** A component in a region. */
  PLACEMENT,
  /** One hop that traffic takes, with its whole chain. */
  ROUTE,
  /** A line of the bill. */
  CHARGE,
  /** A sum over placements, routes or charges; what clauses that measure find, never written. */
  TOTAL;

  /** What a clause may be over. */
  public static final List<SubjectKind> WRITTEN = List.of(PLACEMENT, ROUTE, CHARGE);

  /** The word used in files and outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
