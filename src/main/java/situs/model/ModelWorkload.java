package situs.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Inference on one model, sold as an API.
 *
 * @param weights precision served, such as {@code fp8}
 * @param parallel accelerators a replica takes; empty: all of an instance
 */
public record ModelWorkload(
    String name,
    ModelShape model,
    String weights,
    OptionalInt parallel,
    Channel channel,
    List<OriginDemand> demand,
    Distribution promptTokens,
    Distribution outputTokens,
    Batching batching,
    Optional<String> callState,
    List<Objective> objectives,
    Capacity capacity)
    implements Workload {

  /** In which order a replica does prompts and decoding. */
  public enum Scheduler {
    /**
     * Every iteration decodes, and prompt chunks fill what the token budget leaves (Sarathi-Serve,
     * OSDI 2024; vLLM v1).
     */
    CHUNKED,
    /** Whole prompts first, while decoding waits (vLLM v0). */
    PREFILL_FIRST
  }

  /** How KV memory is handed out. */
  public enum KvPolicy {
    /** Blocks as the context grows; when none is free the youngest sequence gives up its own. */
    PREEMPT,
    /** Prompt and output whole, before admission; nothing is ever evicted. */
    RESERVE
  }

  /**
   * KV memory of a replica.
   *
   * @param watermark share of its blocks that an admission must leave free; 0 to 1
   */
  public record KvMemory(KvPolicy policy, double watermark) {
    /** vLLM's semantics, and its watermark. */
    public static final KvMemory DEFAULT = new KvMemory(KvPolicy.PREEMPT, 0.01);

    public KvMemory {
      if (!(watermark >= 0 && watermark < 1)) {
        throw new IllegalArgumentException("a watermark is a share below 1, is " + watermark);
      }
    }
  }

  /**
   * Prefixes kept by session after a call, at the replica that computed them.
   *
   * @param lifetimeS how long after their last use, seconds
   * @param budget share of KV memory set aside for them; below 1
   */
  public record PrefixCaching(double lifetimeS, double budget) {
    public PrefixCaching {
      if (!(lifetimeS > 0 && budget > 0 && budget < 1)) {
        throw new IllegalArgumentException("need lifetime > 0 and 0 < budget < 1");
      }
    }
  }

  /**
   * How a replica batches.
   *
   * @param prefixCaching empty: none, and calls of sessions find cached what their workload assumes
   * @param maxSequences most sequences in a batch
   * @param tokenBudget most tokens in one iteration: decoding sequences and prompt chunks together;
   *     under {@link Scheduler#PREFILL_FIRST} of the prompts alone
   * @param chunk most tokens of one prompt in an iteration, where prompts are cut
   * @param queueLimit most requests that wait at a pool, per replica, before it counts as full
   */
  public record Batching(
      Scheduler scheduler,
      int maxSequences,
      int tokenBudget,
      int chunk,
      KvMemory memory,
      Optional<PrefixCaching> prefixCaching,
      int queueLimit) {
    public Batching {
      if (maxSequences < 1 || tokenBudget < maxSequences || chunk < 1 || queueLimit < 0) {
        throw new IllegalArgumentException(
            "need max-sequences >= 1, token-budget >= max-sequences, chunk >= 1, queue-limit >= 0");
      }
    }

    /** Chunked prefill, KV memory as vLLM hands it out. */
    public Batching(int maxSequences, int tokenBudget, int queueLimit) {
      this(
          Scheduler.CHUNKED,
          maxSequences,
          tokenBudget,
          tokenBudget,
          KvMemory.DEFAULT,
          Optional.empty(),
          queueLimit);
    }

    /** The same with prefixes kept so. */
    public Batching with(Optional<PrefixCaching> prefixes) {
      return new Batching(
          scheduler, maxSequences, tokenBudget, chunk, memory, prefixes, queueLimit);
    }
  }

  public ModelWorkload {
    demand = List.copyOf(demand);
    objectives = List.copyOf(objectives);
  }

  /** With all that is placed, all the time. */
  public ModelWorkload(
      String name,
      ModelShape model,
      String weights,
      OptionalInt parallel,
      Channel channel,
      List<OriginDemand> demand,
      Distribution promptTokens,
      Distribution outputTokens,
      Batching batching,
      Optional<String> callState,
      List<Objective> objectives) {
    this(
        name,
        model,
        weights,
        parallel,
        channel,
        demand,
        promptTokens,
        outputTokens,
        batching,
        callState,
        objectives,
        Capacity.FIXED);
  }

  @Override
  public ModelWorkload with(List<OriginDemand> demand, Capacity capacity) {
    return new ModelWorkload(
        name,
        model,
        weights,
        parallel,
        channel,
        demand,
        promptTokens,
        outputTokens,
        batching,
        callState,
        objectives,
        capacity);
  }

  @Override
  public String kind() {
    return "model";
  }

  public Component pool() {
    return new Component(name, ComponentKind.MODEL);
  }

  @Override
  public List<Component> components() {
    return List.of(pool());
  }
}
