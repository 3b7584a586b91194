package situs.model;

/**
 * Requests that really happened: offsets from the first in seconds (ascending), prompt and output
 * tokens, one entry a request. Arrays are shared and must not be changed.
 */
public record RequestTrace(String name, double[] offsetS, int[] promptTokens, int[] outputTokens) {
  public RequestTrace {
    if (offsetS.length == 0
        || offsetS.length != promptTokens.length
        || offsetS.length != outputTokens.length) {
      throw new IllegalArgumentException(
          "a trace needs as many times as lengths, and one at least");
    }
  }

  public int size() {
    return offsetS.length;
  }

  /** Seconds from the first request to the end of the last gap: one period when it is repeated. */
  public double periodS() {
    double span = offsetS[offsetS.length - 1];
    return offsetS.length == 1 ? 1 : span * offsetS.length / (offsetS.length - 1);
  }
}
