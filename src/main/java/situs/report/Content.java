package situs.report;

import java.util.List;

/** What the cells of a column hold, where they are not empty. */
public sealed interface Content {

  /** Each cell says itself. */
  record Any() implements Content {}

  record Number() implements Content {}

  record Text() implements Content {}

  /**
   * One word of a few.
   *
   * @param known all of them
   */
  record Word(List<String> known) implements Content {
    public Word {
      known = List.copyOf(known);
    }
  }
}
