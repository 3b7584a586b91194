package situs.placement;

/** A strategy from outside cannot be used; the message names it and says why. */
public final class StrategyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StrategyException(String message) {
    super(message);
  }

  StrategyException(String message, Throwable cause) {
    super(message, cause);
  }
}
