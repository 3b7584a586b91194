package situs.model;

import java.util.Arrays;
import java.util.List;

/** How an instance is bought. */
public enum Purchase {
  ON_DEMAND("on-demand"),
  SPOT("spot"),
  /** Paid up front for a block of days (AWS Capacity Blocks). */
  CAPACITY_BLOCK("capacity-block"),
  /** Could be signed for a term; an instance that is taken is paid for all of it. */
  RESERVED("reserved"),
  /** Signed before the run: paid whether or not anything is placed there. */
  COMMITTED("committed");

  private final String word;

  Purchase(String word) {
    this.word = word;
  }

  /** The word used in files and outputs. */
  public String word() {
    return word;
  }

  /** Those of all, in the order of the enum. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Purchase::word).toList();
  }

  /** Whether it is bought for a term. */
  public boolean isForTerm() {
    return this == RESERVED || this == COMMITTED;
  }

  /** Whether an instance that was taken is paid all the time, at a price that was agreed. */
  public boolean isPaidAhead() {
    return this != ON_DEMAND && this != SPOT;
  }
}
