package situs.experiment;

/** What a comparison with the baseline came to. */
public enum Outcome {
  BETTER("better"),
  WORSE("worse"),
  /** In every replication. */
  SAME("the same"),
  /** The difference may be chance. */
  NOT_SHOWN("no difference shown"),
  /** One replication says nothing of chance; or a value is missing. */
  UNKNOWN("not known"),
  BASELINE("baseline");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** The words used in outputs. */
  public String word() {
    return word;
  }
}
