package situs.simulation;

/**
 * The tokens of a managed model's calls that ended in the measured window: those that are paid.
 *
 * @param input of prompts, not cached
 * @param cached of prompts, cached
 * @param output generated
 * @param delayed calls that waited for the rate limit before they were taken
 * @param turnedAway calls that the rate limit did not let in: they went elsewhere or were refused
 */
public record TokenUse(long input, long cached, long output, long delayed, long turnedAway) {

  /** Of whatever is not a managed model. */
  public static final TokenUse NONE = new TokenUse(0, 0, 0, 0, 0);

  /** Both together. */
  public TokenUse plus(TokenUse other) {
    return new TokenUse(
        input + other.input,
        cached + other.cached,
        output + other.output,
        delayed + other.delayed,
        turnedAway + other.turnedAway);
  }

  /** What is left without a part of it. */
  public TokenUse minus(TokenUse part) {
    return new TokenUse(
        input - part.input,
        cached - part.cached,
        output - part.output,
        delayed - part.delayed,
        turnedAway - part.turnedAway);
  }
}
