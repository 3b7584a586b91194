package situs.model;

/**
 * Where a figure comes from.
 *
 * @param status how sure it is
 * @param source who says so, as a citation that can be looked up
 * @param date ISO date (or year, or range) of the source; empty where the source gives none
 */
public record Provenance(Status status, String source, String date) {

  /** A figure chosen by the author of a scenario or contract. */
  public static Provenance assumed(String source) {
    return new Provenance(Status.ASSUMED, source, "");
  }
}
