package situs.model;

/**
 * Requests that really happened. A trace is not held in memory: it is read again, row by row, by
 * each who asks for it.
 */
public interface RequestTrace {

  /** Of the file, for the reader. */
  String name();

  /** How many requests there are, at least one. */
  long requests();

  /** Seconds from the first request to the last. */
  double spanS();

  /** Mean tokens of a prompt. */
  double meanPromptTokens();

  /** Mean tokens generated. */
  double meanOutputTokens();

  /** A pass through the requests, standing before the first. */
  Cursor open();

  /** Seconds from the first request to the end of the last gap: one period when it is repeated. */
  default double periodS() {
    return requests() == 1 || spanS() == 0 ? 1 : spanS() * requests() / (requests() - 1);
  }

  /** One pass. Values are those of the request last stepped to. */
  interface Cursor extends AutoCloseable {
    /** Steps to the next request; false at the end. */
    boolean next();

    /** Seconds after the first request; never decreasing. */
    double offsetS();

    /** Tokens of the prompt, at least 1. */
    int promptTokens();

    /** Tokens generated, at least 1. */
    int outputTokens();

    /** Stands for the session that the request belongs to; 0 where the trace names none. */
    long session();

    /**
     * How many blocks of its prompt the trace names; 0 where it names none. Two requests whose
     * first n blocks are the same have the same first n x {@link #blockTokens} tokens.
     */
    int blocks();

    /** The name of a block, counted from 0. */
    long block(int index);

    /** Tokens of a block; the last of a prompt may have fewer. */
    int blockTokens();

    /** Lets go of the file; no exception, as nothing was written. */
    @Override
    void close();
  }
}
