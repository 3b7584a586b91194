package situs.experiment;

/** A replication failed; the message says which, the cause why. */
public final class ExperimentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExperimentException(String message, Throwable cause) {
    super(message, cause);
  }
}
