package situs.trace;

/**
 * A request as a server answered it.
 *
 * @param arrivalS after the first of its file
 * @param ttftS from arrival to the first token
 * @param callS from arrival to the last token
 */
public record MeasuredRequest(
    double arrivalS, int promptTokens, int outputTokens, double ttftS, double callS) {

  /** From the first token to the last. */
  public double decodeS() {
    return callS - ttftS;
  }
}
