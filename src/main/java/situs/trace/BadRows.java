package situs.trace;

/** What becomes of rows that cannot be read. */
public enum BadRows {
  /** They are errors. */
  FAIL,
  /** They are left out and counted. */
  SKIP
}
