package situs.model;

import java.util.Optional;

/**
 * Who sells a workload to the customer.
 *
 * @param seller lower-case word: a provider, or the owner
 * @param party first party when the owner sells it; empty when the scenario names no owner
 * @param segment customer segment, such as {@code commercial}
 */
public record Channel(String seller, Optional<Party> party, String segment) {

  /** Who sells it, seen from the owner. */
  public enum Party {
    FIRST("first"),
    THIRD("third");

    private final String word;

    Party(String word) {
      this.word = word;
    }

    /** The word used in contracts and outputs. */
    public String word() {
      return word;
    }
  }
}
