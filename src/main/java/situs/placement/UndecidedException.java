package situs.placement;

import situs.optimise.Effort;

/** A search ended at its limits before it found a placement or excluded that there is one. */
public final class UndecidedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param limits of the search
   */
  UndecidedException(Effort limits) {
    super(
        "a search ended at its limits, "
            + limits.words()
            + ", before it found a placement or excluded that there is one");
  }
}
