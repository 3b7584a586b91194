package situs.serving;

import situs.model.ServingProfile;
import situs.model.ServingProfile.Iteration;
import situs.model.ServingProfile.Knots;
import situs.model.ServingProfile.ThreeTerms;

/**
 * The time of one iteration of a model server, seconds:
 *
 * <pre>
 * t = base(B, N) + perKvToken * KV + sum over chunks of chunk(T, c)
 * </pre>
 *
 * with B sequences that decode, KV the sum of their contexts, and prompt chunks of T tokens (N
 * together) behind contexts c. Formulas of the two kinds of profile: {@link ServingProfile}.
 */
public final class IterationTime {
  private static final int TABLE_SIZE = 8193;

  /** Of profiles whose terms say all; shared, for a large scenario has thousands of pools. */
  private static final double[] NOTHING = new double[TABLE_SIZE];

  /** Linear layers by tokens in the iteration; beyond the table, {@link #slope} goes on. */
  private final double[] linear;

  private final double slope;
  private final double decodeFixed;
  private final double prefillFixed;
  private final double perSequence;
  private final double perKvToken;
  private final double perChunk;
  private final double perChunkToken;
  private final double perChunkTokenSquared;

  private IterationTime(
      double[] linear,
      double slope,
      double decodeFixed,
      double prefillFixed,
      double[] decodeTerms,
      double[] chunkTerms) {
    this.linear = linear;
    this.slope = slope;
    this.decodeFixed = decodeFixed;
    this.prefillFixed = prefillFixed;
    this.perSequence = decodeTerms[0];
    this.perKvToken = decodeTerms[1];
    this.perChunk = chunkTerms[0];
    this.perChunkToken = chunkTerms[1];
    this.perChunkTokenSquared = chunkTerms[2];
  }

  public static IterationTime of(ServingProfile profile) {
    return of(profile.iteration());
  }

  public static IterationTime of(Iteration iteration) {
    if (iteration instanceof ThreeTerms t) {
      return new IterationTime(
          NOTHING, 0, t.a(), t.p0(), new double[] {t.b(), t.c()}, new double[] {0, t.p1(), t.p2()});
    }
    Knots k = (Knots) iteration;
    double[] table = interpolated(k);
    return new IterationTime(
        table,
        slopeBeyond(k),
        k.a(),
        0,
        new double[] {k.b(), k.c()},
        new double[] {k.q0(), k.q1(), k.q2()});
  }

  private static double[] interpolated(Knots k) {
    double[] table = new double[TABLE_SIZE];
    int right = 0;
    for (int n = 1; n < TABLE_SIZE; n++) {
      while (right < k.tokens().size() && k.tokens().get(right) < n) {
        right++;
      }
      table[n] = at(k, right, n);
    }
    return table;
  }

  /** The value at n, whose first knot at or beyond n is {@code right}. */
  private static double at(Knots k, int right, int n) {
    int last = k.tokens().size() - 1;
    if (right > last) {
      return k.seconds().get(last) + slopeBeyond(k) * (n - k.tokens().get(last));
    }
    if (right == 0) {
      return k.seconds().get(0);
    }
    int from = k.tokens().get(right - 1);
    double share = (double) (n - from) / (k.tokens().get(right) - from);
    return k.seconds().get(right - 1) * (1 - share) + k.seconds().get(right) * share;
  }

  private static double slopeBeyond(Knots k) {
    int last = k.tokens().size() - 1;
    if (last == 0) {
      return 0;
    }
    return (k.seconds().get(last) - k.seconds().get(last - 1))
        / (k.tokens().get(last) - k.tokens().get(last - 1));
  }

  /**
   * What does not depend on contexts: weights, linear layers, and per sequence.
   *
   * @param sequences that decode
   * @param chunkTokens prompt tokens in the iteration
   */
  public double baseS(int sequences, int chunkTokens) {
    double fixed =
        sequences == 0
            ? prefillFixed
            : chunkTokens == 0 ? decodeFixed : Math.max(decodeFixed, prefillFixed);
    return linearS(sequences + chunkTokens) + fixed + perSequence * sequences;
  }

  private double linearS(int tokens) {
    return tokens < TABLE_SIZE
        ? linear[tokens]
        : linear[TABLE_SIZE - 1] + slope * (tokens - TABLE_SIZE + 1);
  }

  /** Seconds for each token of context that a decoding sequence reads. */
  public double perKvTokenS() {
    return perKvToken;
  }

  /** Attention of a prompt chunk of {@code tokens} behind {@code context} tokens. */
  public double chunkS(int tokens, int context) {
    return perChunk + tokens * (perChunkToken + perChunkTokenSquared * (tokens + 2.0 * context));
  }

  /** One iteration of pure decoding. */
  public double decodeS(int sequences, double kvTokens) {
    return baseS(sequences, 0) + perKvToken * kvTokens;
  }

  /**
   * A whole prompt alone on the server, in chunks of at most {@code budget} tokens behind {@code
   * cached} tokens that need no prefill.
   */
  public double prefillS(int tokens, int cached, int budget) {
    double total = 0;
    int done = 0;
    while (done < tokens) {
      int chunk = Math.min(budget, tokens - done);
      total += baseS(0, chunk) + chunkS(chunk, cached + done);
      done += chunk;
    }
    return total;
  }
}
