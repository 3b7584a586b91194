package situs.model;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * A model bought by the token in one region: somebody else runs it, and nothing is rented.
 *
 * @param service under which it is sold, such as {@code bedrock}
 * @param model name of the model
 */
public record ManagedOffering(
    RegionId region, String service, String model, Prices prices, Limits limits, Speed speed) {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final double MINUTE_S = 60;

  /**
   * Prices of a million tokens.
   *
   * @param input of a prompt's tokens that the service had not cached
   * @param cached of those that it had; the price of input where the service gives no other
   * @param output of generated tokens
   */
  public record Prices(Money input, Money cached, Money output, Provenance provenance) {

    /** What so many tokens cost, in dollars; for estimates. */
    public double usd(double inputTokens, double cachedTokens, double outputTokens) {
      double millions =
          inputTokens * input.toDouble()
              + cachedTokens * cached.toDouble()
              + outputTokens * output.toDouble();
      return millions / MILLION.doubleValue();
    }
  }

  /**
   * How much the service takes: a bucket of tokens, and one of requests, that fill at these rates.
   *
   * @param tokensPerMinute prompt and output together, cached ones included
   * @param requestsPerMinute empty: no limit of their number
   * @param burstS how many seconds' worth a full bucket holds
   * @param maxWaitS how long a call beyond the limit waits, at most; one that would have to wait
   *     longer is refused
   */
  public record Limits(
      double tokensPerMinute,
      OptionalDouble requestsPerMinute,
      double burstS,
      double maxWaitS,
      Provenance provenance) {
    public Limits {
      if (!(tokensPerMinute > 0
          && requestsPerMinute.orElse(1) > 0
          && burstS > 0
          && burstS < Double.POSITIVE_INFINITY
          && maxWaitS >= 0)) {
        throw new IllegalArgumentException("need limits and burst above 0, wait of 0 or more");
      }
    }

    public double tokensPerSecond() {
      return tokensPerMinute / MINUTE_S;
    }

    /** Infinite where their number is not limited. */
    public double requestsPerSecond() {
      return requestsPerMinute.orElse(Double.POSITIVE_INFINITY) / MINUTE_S;
    }

    /** Tokens of a full bucket: a call of more is never taken. */
    public double mostTokens() {
      return tokensPerSecond() * burstS;
    }
  }

  /**
   * How fast a call is answered, whatever else the service does.
   *
   * @param firstTokenS from the arrival of an empty prompt to the first token
   * @param perPromptTokenS added by each token of the prompt that is not cached
   * @param tokensPerSecond of a call's output, after the first
   */
  public record Speed(
      double firstTokenS, double perPromptTokenS, double tokensPerSecond, Provenance provenance) {
    public Speed {
      if (!(firstTokenS >= 0 && perPromptTokenS >= 0 && tokensPerSecond > 0)) {
        throw new IllegalArgumentException("need times of 0 or more, and a speed above 0");
      }
    }

    /** Seconds until the first token. */
    public double ttftS(double uncachedTokens) {
      return firstTokenS + uncachedTokens * perPromptTokenS;
    }

    /** Seconds from the first token to the last. */
    public double decodeS(double outputTokens) {
      return Math.max(0, outputTokens - 1) / tokensPerSecond;
    }
  }

  /** The same with limits multiplied. */
  public ManagedOffering scaled(double factor) {
    Limits more =
        new Limits(
            limits.tokensPerMinute * factor,
            limits.requestsPerMinute.isEmpty()
                ? limits.requestsPerMinute
                : OptionalDouble.of(limits.requestsPerMinute.getAsDouble() * factor),
            limits.burstS,
            limits.maxWaitS,
            limits.provenance);
    return new ManagedOffering(region, service, model, prices, more, speed);
  }
}
