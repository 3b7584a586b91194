package situs.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Units;
import situs.model.ModelShape;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.KvPolicy;
import situs.model.ModelWorkload.PrefixCaching;
import situs.model.ModelWorkload.Scheduler;

/**
 * The {@code batching:} block: how a model server batches. Defaults are vLLM's ({@code
 * max_num_seqs}, {@code max_num_batched_tokens}, {@code watermark}) but for the queue, which is of
 * our own choice.
 */
final class BatchingReader {
  private static final int MAX_SEQUENCES = 256;
  private static final int TOKEN_BUDGET = 2048;
  private static final int QUEUE_LIMIT = 100;
  private static final int MOST = 1_000_000;
  private static final SortedMap<String, Scheduler> SCHEDULERS =
      new TreeMap<>(Map.of("chunked", Scheduler.CHUNKED, "prefill-first", Scheduler.PREFILL_FIRST));
  private static final SortedMap<String, KvPolicy> POLICIES =
      new TreeMap<>(Map.of("preempt", KvPolicy.PREEMPT, "reserve", KvPolicy.RESERVE));

  private static final Batching DEFAULT = new Batching(MAX_SEQUENCES, TOKEN_BUDGET, QUEUE_LIMIT);

  private final Issues issues;

  BatchingReader(Issues issues) {
    this.issues = issues;
  }

  /** The limits of a replica of {@code model}. */
  Optional<Batching> read(MapReader workload, Optional<ModelShape> model) {
    Optional<PrefixCaching> prefixes = workload.mapping("prefix-cache").flatMap(this::prefixes);
    Optional<MapReader> block = workload.mapping("batching");
    if (block.isEmpty()) {
      return Optional.of(DEFAULT.with(prefixes));
    }
    return batching(block.get(), model).map(b -> b.with(prefixes));
  }

  private Optional<Batching> batching(MapReader reader, Optional<ModelShape> model) {
    Scheduler scheduler =
        reader
            .oneOf("scheduler", SCHEDULERS.keySet())
            .map(SCHEDULERS::get)
            .orElse(Scheduler.CHUNKED);
    int sequences = reader.integer("max-sequences", 1, MOST).orElse(MAX_SEQUENCES);
    int budget =
        reader
            .integer("token-budget", 1, MOST)
            .orElse(Math.max(sequences, tokenBudget(scheduler, model)));
    int chunk = chunk(reader, scheduler, budget);
    KvMemory memory = memory(reader);
    int queue = reader.integer("queue-limit", 0, MOST).orElse(QUEUE_LIMIT);
    reader.done();
    if (budget < sequences) {
      issues.add(
          reader.at("token-budget"),
          "'token-budget' must be at least 'max-sequences', "
              + budget
              + " is less than "
              + sequences
              + ": every sequence of a batch takes a token");
      return Optional.empty();
    }
    return Optional.of(
        new Batching(scheduler, sequences, budget, chunk, memory, Optional.empty(), queue));
  }

  private Optional<PrefixCaching> prefixes(MapReader reader) {
    Optional<Double> lifetime =
        reader.required("lifetime", "10 min", k -> reader.positive(k, Units.TIME));
    Optional<Double> budget = reader.required("budget", "30 %", reader::share);
    reader.done();
    if (budget.isPresent() && !(budget.get() > 0 && budget.get() < 1)) {
      issues.add(
          reader.at("budget"),
          "'budget' must be more than 0 and less than 1: requests need memory of their own");
      return Optional.empty();
    }
    return lifetime.flatMap(l -> budget.map(b -> new PrefixCaching(l, b)));
  }

  /** Where prompts are not cut, vLLM's budget is the longest context of the model. */
  private static int tokenBudget(Scheduler scheduler, Optional<ModelShape> model) {
    return scheduler == Scheduler.PREFILL_FIRST
        ? Math.max(TOKEN_BUDGET, model.map(ModelShape::maxContext).orElse(TOKEN_BUDGET))
        : TOKEN_BUDGET;
  }

  private int chunk(MapReader reader, Scheduler scheduler, int budget) {
    Optional<Integer> chunk = reader.integer("chunk", 1, MOST);
    if (chunk.isPresent() && scheduler == Scheduler.PREFILL_FIRST) {
      issues.add(
          reader.at("chunk"),
          "'chunk' is for 'scheduler: chunked'; 'prefill-first' does not cut prompts");
    } else if (chunk.isPresent() && chunk.get() > budget) {
      issues.add(
          reader.at("chunk"),
          "'chunk' must be at most 'token-budget', " + chunk.get() + " is more than " + budget);
    }
    return chunk.orElse(budget);
  }

  private KvMemory memory(MapReader reader) {
    KvPolicy policy =
        reader
            .oneOf("memory", POLICIES.keySet())
            .map(POLICIES::get)
            .orElse(KvMemory.DEFAULT.policy());
    Optional<Double> watermark = reader.share("watermark");
    if (watermark.isPresent() && policy == KvPolicy.RESERVE) {
      issues.add(
          reader.at("watermark"),
          "'watermark' is for 'memory: preempt'; where memory is reserved nothing grows");
    } else if (watermark.isPresent() && watermark.get() >= 1) {
      issues.add(
          reader.at("watermark"), "'watermark' must be less than 1: nothing would be admitted");
      return KvMemory.DEFAULT;
    }
    return new KvMemory(
        policy, policy == KvPolicy.RESERVE ? 0 : watermark.orElse(KvMemory.DEFAULT.watermark()));
  }
}
