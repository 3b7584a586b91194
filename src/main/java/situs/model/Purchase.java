package situs.model;

/** How an instance is bought. */
public enum Purchase {
  ON_DEMAND("on-demand"),
  SPOT("spot"),
  /** Paid up front for a block of days (AWS Capacity Blocks). */
  CAPACITY_BLOCK("capacity-block");

  private final String word;

  Purchase(String word) {
    this.word = word;
  }

  /** The word used in files and outputs. */
  public String word() {
    return word;
  }
}
