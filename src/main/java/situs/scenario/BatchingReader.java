package situs.scenario;

import java.util.Optional;
import situs.document.Issues;
import situs.document.MapReader;
import situs.model.ModelWorkload.Batching;

/** The {@code batching:} block: the limits of a model server. */
final class BatchingReader {
  private static final int MAX_SEQUENCES = 256;
  private static final int TOKEN_BUDGET = 2048;
  private static final int QUEUE_LIMIT = 100;
  private static final int MOST = 1_000_000;

  /**
   * Where a key is absent: the defaults of vLLM for sequences ({@code max_num_seqs}) and tokens
   * ({@code max_num_batched_tokens}), and a queue of our own choice.
   */
  private static final Batching DEFAULT = new Batching(MAX_SEQUENCES, TOKEN_BUDGET, QUEUE_LIMIT);

  private final Issues issues;

  BatchingReader(Issues issues) {
    this.issues = issues;
  }

  Optional<Batching> read(MapReader workload) {
    Optional<MapReader> block = workload.mapping("batching");
    if (block.isEmpty()) {
      return Optional.of(DEFAULT);
    }
    MapReader reader = block.get();
    int sequences = reader.integer("max-sequences", 1, MOST).orElse(MAX_SEQUENCES);
    int budget = reader.integer("token-budget", 1, MOST).orElse(Math.max(TOKEN_BUDGET, sequences));
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
    return Optional.of(new Batching(sequences, budget, queue));
  }
}
