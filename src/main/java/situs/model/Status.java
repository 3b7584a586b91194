package situs.model;

/** How sure a figure is. Whatever is not {@link #certain()} is marked wherever it is shown. */
public enum Status {
  /** Measured by somebody, with date and method in the source. */
  MEASURED("measured"),
  /** Published by the provider or copied from its list. */
  PUBLISHED("published"),
  /** Computed from measured or published figures. */
  DERIVED("derived"),
  /** A list figure that could not be read again. */
  RECALLED("recalled-unverified"),
  /** Computed by Situs from neighbouring figures. */
  ESTIMATED("estimated"),
  /** Chosen by us or by the scenario's author. */
  ASSUMED("assumed");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** The word used in files and outputs. */
  public String word() {
    return word;
  }

  /** Whether the figure may be shown without a mark. */
  public boolean certain() {
    return this == MEASURED || this == PUBLISHED || this == DERIVED;
  }

  /**
   * The status written as {@code word}; throws {@link IllegalArgumentException} for another word.
   */
  public static Status of(String word) {
    for (Status status : values()) {
      if (status.word.equals(word)) {
        return status;
      }
    }
    throw new IllegalArgumentException("unknown status '" + word + "'");
  }
}
