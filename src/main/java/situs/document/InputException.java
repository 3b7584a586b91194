package situs.document;

/** An input is wrong; the message is complete and meant for the user. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}
