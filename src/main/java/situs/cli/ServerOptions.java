package situs.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import situs.document.Names;
import situs.model.ModelShape;
import situs.model.ModelWorkload.Batching;
import situs.model.ModelWorkload.KvMemory;
import situs.model.ModelWorkload.KvPolicy;
import situs.model.ModelWorkload.Scheduler;

/** How a measured server batched; the words and defaults are those of {@code batching:}. */
final class ServerOptions {
  private static final int TOKEN_BUDGET = 2048;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--scheduler",
      paramLabel = "NAME",
      defaultValue = "chunked",
      description = "chunked (vLLM v1) or prefill-first (v0) (default: ${DEFAULT-VALUE}).")
  private String scheduler = "";

  @Option(
      names = "--max-sequences",
      paramLabel = "N",
      defaultValue = "256",
      description = "vLLM's max_num_seqs (default: ${DEFAULT-VALUE}).")
  private int maxSequences;

  @Option(
      names = "--token-budget",
      paramLabel = "N",
      description = "vLLM's max_num_batched_tokens (default: as in a scenario).")
  private Optional<Integer> tokenBudget = Optional.empty();

  @Option(
      names = "--chunk",
      paramLabel = "N",
      description = "Most tokens of one prompt in an iteration (default: the token budget).")
  private Optional<Integer> chunk = Optional.empty();

  @Option(
      names = "--watermark",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "KV memory that an admission leaves free (default: ${DEFAULT-VALUE}).")
  private double watermark;

  Batching batching(Optional<ModelShape> model) {
    Scheduler kind = kind();
    int budget = tokenBudget.orElseGet(() -> Math.max(maxSequences, defaultBudget(kind, model)));
    int largest = chunk.orElse(budget);
    WrongUsage.requireAtLeast(spec, 1, "--max-sequences", maxSequences);
    WrongUsage.requireAtLeast(spec, maxSequences, "--token-budget", budget);
    WrongUsage.requireAtLeast(spec, 1, "--chunk", largest);
    if (!(watermark >= 0 && watermark < 1)) {
      throw wrong("--watermark must be a share below 1, is " + watermark);
    }
    KvMemory memory = new KvMemory(KvPolicy.PREEMPT, watermark);
    return new Batching(kind, maxSequences, budget, largest, memory, Optional.empty(), 0);
  }

  private Scheduler kind() {
    return Stream.of(Scheduler.values())
        .filter(s -> word(s).equals(scheduler))
        .findFirst()
        .orElseThrow(() -> wrong("unknown scheduler '" + scheduler + "'" + hint()));
  }

  private String hint() {
    List<String> words = Stream.of(Scheduler.values()).map(ServerOptions::word).toList();
    return Names.hint(scheduler, words);
  }

  private static String word(Scheduler scheduler) {
    return scheduler.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int defaultBudget(Scheduler kind, Optional<ModelShape> model) {
    return kind == Scheduler.PREFILL_FIRST
        ? Math.max(TOKEN_BUDGET, model.map(ModelShape::maxContext).orElse(TOKEN_BUDGET))
        : TOKEN_BUDGET;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
