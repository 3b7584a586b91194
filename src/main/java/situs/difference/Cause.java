package situs.difference;

/** What a difference between two runs may come from. */
public enum Cause {
  INPUTS("inputs"),
  VERSION("version"),
  OPTIONS("options"),
  SEED("seed");

  private final String word;

  Cause(String word) {
    this.word = word;
  }

  /** The word used in outputs. */
  public String word() {
    return word;
  }
}
