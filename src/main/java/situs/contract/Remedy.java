package situs.contract;

import situs.model.Money;

/**
 * What a violation costs by the contract.
 *
 * @param basis {@code assumed} where no such term is published, {@code reported} where it is
 */
public record Remedy(Per per, Money amount, String basis) {

  /** What the amount is due for. */
  public enum Per {
    REQUEST("request"),
    TOKEN("token"),
    DAY("day"),
    LUMP_SUM("lump-sum");

    private final String word;

    Per(String word) {
      this.word = word;
    }

    /** The word used in files. */
    public String word() {
      return word;
    }
  }
}
