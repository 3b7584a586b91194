package situs.simulation;

/**
 * What a trace says of a prompt's beginning. Two prompts whose first n blocks have the same names
 * begin with the same n x {@code blockTokens} tokens.
 *
 * @param blocks their names, in order; empty where the trace names none
 * @param blockTokens tokens of each, a multiple of a KV block's
 */
record Prefix(long[] blocks, int blockTokens) {
  /** Nothing is known of it. */
  static final Prefix UNKNOWN = new Prefix(new long[0], 1);

  boolean isKnown() {
    return blocks.length > 0;
  }
}
