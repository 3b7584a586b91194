package situs.serving;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.PrefixCaching;
import situs.serving.CallMix.Kind;

/**
 * What one replica sustains, to size a pool before it is simulated. A call costs its prefill, and
 * its share of the decoding iterations that it goes through with B - 1 others:
 *
 * <pre>
 * seconds per call = P + o * t(B)/B        calls a second = 1 / (P + o * t(B)/B)
 * time per output token = t(B) + P * B/o   (prefills of the others stand in between)
 * </pre>
 *
 * with P the mean prefill alone on the server, o the mean output and t(B) a decoding iteration of B
 * sequences of mean length. B is the largest batch that KV memory, the most sequences and the
 * objective for the time per output token allow.
 *
 * <p>Neglected: that a mixed iteration reads the weights once (the estimate is low by that), the
 * variance of lengths (a long prompt costs more than its share, by its square), waiting and
 * preemption near saturation (therefore pools are planned at a part of this rate).
 *
 * @param time of an iteration
 * @param tokenBudget most tokens in an iteration
 * @param mix that the batch was chosen for
 * @param batch sequences that decode together at saturation
 * @param limit what keeps the batch from being larger
 */
public record ReplicaEstimate(
    IterationTime time, int tokenBudget, CallMix mix, int batch, Limit limit) {

  /** What bounds the batch. */
  public enum Limit {
    KV_MEMORY,
    MAX_SEQUENCES,
    TPOT_OBJECTIVE,
    /** Not even one sequence alone would meet the objective, so it bounds nothing. */
    TPOT_OBJECTIVE_OUT_OF_REACH;

    /** The words used in a placement's reason. */
    public String words() {
      return this == KV_MEMORY
          ? "KV memory"
          : name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("tpot", "the tpot");
    }
  }

  /**
   * The estimate; empty where the KV memory does not hold one mean call.
   *
   * @param kvTokens KV capacity of the replica, tokens, the part for cached prefixes included
   * @param tpotLimitS objective for the time per output token, seconds, applied to the mean
   */
  public static Optional<ReplicaEstimate> of(
      IterationTime time, int kvTokens, Batching batching, CallMix mix, OptionalDouble tpotLimitS) {
    double own = kvTokens * (1 - batching.prefixCaching().map(PrefixCaching::budget).orElse(0.0));
    int inMemory = (int) Math.min(own / mix.tokensAtEndOfASequence(), Integer.MAX_VALUE);
    if (inMemory < 1) {
      return Optional.empty();
    }
    int most = Math.min(inMemory, batching.maxSequences());
    Limit limit = inMemory < batching.maxSequences() ? Limit.KV_MEMORY : Limit.MAX_SEQUENCES;
    ReplicaEstimate largest = new ReplicaEstimate(time, batching.tokenBudget(), mix, most, limit);
    return Optional.of(tpotLimitS.isEmpty() ? largest : largest.within(tpotLimitS.getAsDouble()));
  }

  private ReplicaEstimate within(double tpotLimitS) {
    if (tpotS() <= tpotLimitS) {
      return this;
    }
    for (int smaller = batch - 1; smaller >= 1; smaller--) {
      ReplicaEstimate candidate =
          new ReplicaEstimate(time, tokenBudget, mix, smaller, Limit.TPOT_OBJECTIVE);
      if (candidate.tpotS() <= tpotLimitS) {
        return candidate;
      }
    }
    return new ReplicaEstimate(time, tokenBudget, mix, batch, Limit.TPOT_OBJECTIVE_OUT_OF_REACH);
  }

  /** Calls a second at saturation. */
  public double callsPerSecond() {
    return 1 / secondsPerCall(mix);
  }

  /** Seconds of a saturated replica that a call of {@code calls} takes. */
  public double secondsPerCall(CallMix calls) {
    double shared = time.baseS(batch, 0) / batch;
    double total = 0;
    for (Kind k : calls.kinds()) {
      double token = shared + time.perKvTokenS() * k.tokensWhileDecoding();
      total += k.share() * (prefillS(k) + k.outputTokens() * token);
    }
    return total;
  }

  /** Mean time per output token at saturation, seconds. */
  public double tpotS() {
    return iterationS(batch) + meanPrefillS(mix) * batch / mix.meanOutput();
  }

  /**
   * Mean seconds that a call of {@code calls} spends on the server when a share {@code utilisation}
   * of the sustainable rate arrives: a batch of that share, slowed by the prefills of the others.
   * Waiting is not counted.
   */
  public double callS(CallMix calls, double utilisation) {
    int present = (int) Math.max(1, Math.ceil(utilisation * batch));
    double prefilling = utilisation * callsPerSecond() * meanPrefillS(mix);
    return meanPrefillS(calls) + calls.meanOutput() * iterationS(present) / (1 - prefilling);
  }

  /** Mean seconds until the first token of such a call, alone on the server. */
  public double firstTokenS(CallMix calls) {
    return meanPrefillS(calls);
  }

  private double iterationS(int sequences) {
    return time.decodeS(sequences, sequences * mix.tokensOfASequence());
  }

  private double meanPrefillS(CallMix calls) {
    return calls.kinds().stream().mapToDouble(k -> k.share() * prefillS(k)).sum();
  }

  private double prefillS(Kind k) {
    int prompt = (int) Math.max(1, Math.round(k.promptTokens()));
    return time.prefillS(prompt, (int) Math.round(k.cachedTokens()), tokenBudget);
  }
}
