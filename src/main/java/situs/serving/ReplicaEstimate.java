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
 * <p>Where replicas either prefill or decode, in shares f and 1 - f, prefills stand in nobody's
 * way; the KV cache is sent in between, and the slower side bounds the rate:
 *
 * <pre>
 * seconds per call = max(P/f, (o * t(B)/B) / (1 - f))      time per output token = t(B) + transfer/o
 * </pre>
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
 * @param split where replicas either prefill or decode
 */
public record ReplicaEstimate(
    IterationTime time,
    int tokenBudget,
    CallMix mix,
    int batch,
    Limit limit,
    Optional<SplitReplicas> split) {

  private static final int HALVINGS = 40;

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
    return of(time, kvTokens, batching, mix, tpotLimitS, Optional.empty());
  }

  /** The same where replicas may either prefill or decode. */
  public static Optional<ReplicaEstimate> of(
      IterationTime time,
      int kvTokens,
      Batching batching,
      CallMix mix,
      OptionalDouble tpotLimitS,
      Optional<SplitReplicas> split) {
    double own = kvTokens * (1 - batching.prefixCaching().map(PrefixCaching::budget).orElse(0.0));
    int inMemory = (int) Math.min(own / mix.tokensAtEndOfASequence(), Integer.MAX_VALUE);
    if (inMemory < 1) {
      return Optional.empty();
    }
    int most = Math.min(inMemory, batching.maxSequences());
    Limit limit = inMemory < batching.maxSequences() ? Limit.KV_MEMORY : Limit.MAX_SEQUENCES;
    ReplicaEstimate largest =
        new ReplicaEstimate(time, batching.tokenBudget(), mix, most, limit, split);
    return Optional.of(tpotLimitS.isEmpty() ? largest : largest.within(tpotLimitS.getAsDouble()));
  }

  private ReplicaEstimate within(double tpotLimitS) {
    if (tpotS() <= tpotLimitS) {
      return this;
    }
    for (int smaller = batch - 1; smaller >= 1; smaller--) {
      ReplicaEstimate candidate =
          new ReplicaEstimate(time, tokenBudget, mix, smaller, Limit.TPOT_OBJECTIVE, split);
      if (candidate.tpotS() <= tpotLimitS) {
        return candidate;
      }
    }
    return new ReplicaEstimate(
        time, tokenBudget, mix, batch, Limit.TPOT_OBJECTIVE_OUT_OF_REACH, split);
  }

  /** Calls a second at saturation. */
  public double callsPerSecond() {
    return 1 / secondsPerCall(mix);
  }

  /** Seconds of a saturated replica that a call of {@code calls} takes. */
  public double secondsPerCall(CallMix calls) {
    double shared = time.baseS(batch, 0) / batch;
    double decodeS = 0;
    for (Kind k : calls.kinds()) {
      double token = shared + time.perKvTokenS() * k.tokensWhileDecoding();
      decodeS += k.share() * k.outputTokens() * token;
    }
    double prefillS = meanPrefillS(calls);
    return split.isPresent() ? split.get().replicaS(prefillS, decodeS) : prefillS + decodeS;
  }

  /** Mean time per output token at saturation, seconds. */
  public double tpotS() {
    double between = split.isPresent() ? meanTransferS(mix) : meanPrefillS(mix) * batch;
    return iterationS(batch) + between / mix.meanOutput();
  }

  /**
   * Mean seconds that a call of {@code calls} spends on the server when a share {@code utilisation}
   * of the sustainable rate arrives: a batch of that share, slowed by the prefills of the others.
   * Waiting is not counted.
   */
  public double callS(CallMix calls, double utilisation) {
    int present = (int) Math.max(1, Math.ceil(utilisation * batch));
    if (split.isPresent()) {
      return meanPrefillS(calls) + meanTransferS(calls) + calls.meanOutput() * iterationS(present);
    }
    return meanPrefillS(calls)
        + calls.meanOutput() * iterationS(present) / (1 - prefilling(utilisation));
  }

  /**
   * The same with as many calls beside it as there are on average: the number at which rate times
   * seconds is that number (Little's law). Less than a share of the batch, for a small batch is
   * quick. For what a run will show; plans are sized by {@link #callS}.
   */
  public double expectedCallS(CallMix calls, double utilisation) {
    return callAmongS(calls, utilisation, beside(utilisation));
  }

  private double callAmongS(CallMix calls, double utilisation, double others) {
    return beforeDecodingS(calls) + iterations(calls, utilisation) * iterationAmongS(others);
  }

  private double beforeDecodingS(CallMix calls) {
    return meanPrefillS(calls) + (split.isPresent() ? meanTransferS(calls) : 0);
  }

  /** As many as tokens, and longer by what stands in between. */
  private double iterations(CallMix calls, double utilisation) {
    return calls.meanOutput() / (split.isPresent() ? 1 : 1 - prefilling(utilisation));
  }

  /** Calls on a replica, found by halving: seconds grow slower than the number. */
  private double beside(double utilisation) {
    double few = 0;
    double many = batch;
    double rate = utilisation * callsPerSecond() / decoding();
    double beforeS = beforeDecodingS(mix);
    double iterations = iterations(mix, utilisation);
    double tokens = mix.tokensOfASequence();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (few + many) / 2;
      if (rate * (beforeS + iterations * iterationAmongS(middle, tokens)) > middle) {
        few = middle;
      } else {
        many = middle;
      }
    }
    return few;
  }

  /** Share of the replicas that decode. */
  private double decoding() {
    return split.map(s -> 1 - s.terms().prefillShare()).orElse(1.0);
  }

  /** Share of the time that a replica which prefills does so. */
  private double prefilling(double utilisation) {
    double those = split.map(s -> s.terms().prefillShare()).orElse(1.0);
    return utilisation * callsPerSecond() * meanPrefillS(mix) / those;
  }

  /** Of a call with so many others, between whole numbers in proportion. */
  private double iterationAmongS(double others) {
    return iterationAmongS(others, mix.tokensOfASequence());
  }

  private double iterationAmongS(double others, double tokens) {
    int whole = (int) Math.floor(others);
    double rest = others - whole;
    return (1 - rest) * time.decodeS(whole + 1, (whole + 1) * tokens)
        + rest * time.decodeS(whole + 2, (whole + 2) * tokens);
  }

  /**
   * Mean seconds that a prompt waits at that load: for the end of the iteration under way, and for
   * the prompts before it, as in a queue of prompts with so many servers, each kind at its mean
   * length (Pollaczek and Khinchine for one; for more by the ratio of M/M/c to M/M/1, Lee and
   * Longton, Oper. Res. Quarterly 10, 1959: who comes goes where there is least to do). Where
   * nobody decodes beside them there is no iteration to wait for.
   *
   * @param servers replicas that prefill and among which a prompt has the choice; 1 when each is by
   *     itself
   */
  public double waitS(double utilisation, int servers) {
    double prefilling = prefilling(utilisation);
    double squares =
        mix.kinds().stream().mapToDouble(k -> k.share() * prefillS(k) * prefillS(k)).sum();
    double behindOneS = prefilling * squares / (2 * meanPrefillS(mix) * (1 - prefilling));
    double queueS =
        prefilling == 0 ? 0 : behindOneS * waiting(servers, prefilling) / (servers * prefilling);
    double others = beside(utilisation);
    return queueS + (split.isPresent() ? 0 : Math.min(1, others) * iterationAmongS(others) / 2);
  }

  /**
   * Mean seconds that a prompt waits where who comes goes to the replica that holds the fewest
   * tokens, as routing has it: what it would find at any replica, lengths as uneven as they are,
   * times the part of it that it finds at the one with the fewest. Tokens say how many sequences a
   * replica holds, and little of whose prompt is still to be computed.
   *
   * @param servers replicas that prefill and among which a prompt has the choice
   */
  public double expectedWaitS(double utilisation, int servers) {
    double prefilling = prefilling(utilisation);
    double squares = mix.kinds().stream().mapToDouble(k -> k.share() * squaredPrefillS(k)).sum();
    double anywhereS = prefilling * squares / (2 * meanPrefillS(mix) * (1 - prefilling));
    double others = beside(utilisation);
    double inIterationS = split.isPresent() ? 0 : Math.min(1, others) * iterationAmongS(others) / 2;
    double even = split.isPresent() ? prefilling : others * mix.evenness();
    return anywhereS * LeastLoaded.found(even, servers) + inIterationS;
  }

  /**
   * Calls at a replica at once, those that wait included: rate times seconds (Little's law).
   *
   * @param servers as of {@link #expectedWaitS}
   */
  public double underWay(double utilisation, int servers) {
    return beside(utilisation)
        + utilisation * callsPerSecond() * expectedWaitS(utilisation, servers);
  }

  /** Mean square, with two lengths that have the kind's mean and variance: none, and the rest. */
  private double squaredPrefillS(Kind k) {
    double share = 1 / (1 + k.promptSpread());
    double s = prefillS(k.promptTokens() / share, k.cachedTokens());
    return share * s * s;
  }

  /** How many of so many replicas prefill. */
  public int prefillsAmong(int replicas) {
    return split.map(s -> s.terms().prefillsAmong(replicas)).orElse(replicas);
  }

  /** Probability that all servers are busy (Erlang C), by his recursion. */
  private static double waiting(int servers, double utilisation) {
    double offered = servers * utilisation;
    double blocked = 1;
    for (int n = 1; n <= servers; n++) {
      blocked = offered * blocked / (n + offered * blocked);
    }
    return blocked / (1 - utilisation * (1 - blocked));
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

  private double meanTransferS(CallMix calls) {
    SplitReplicas replicas = split.orElseThrow();
    return calls.kinds().stream()
        .mapToDouble(k -> k.share() * replicas.transferS(k.cachedTokens() + k.promptTokens()))
        .sum();
  }

  private double prefillS(Kind k) {
    return prefillS(k.promptTokens(), k.cachedTokens());
  }

  private double prefillS(double promptTokens, double cachedTokens) {
    int prompt = (int) Math.max(1, Math.round(promptTokens));
    return time.prefillS(prompt, (int) Math.round(cachedTokens), tokenBudget);
  }
}
