package situs.serving;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import situs.model.Accelerator;
import situs.model.ServingProfile;

/** Where two ways to time an iteration are compared. */
final class ServingGrid {
  /** Sequences that decode together, and the context of each. */
  record Batch(int sequences, int context) {
    double kvTokens() {
      return (double) sequences * context;
    }
  }

  private static final List<Integer> BATCHES = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256);
  private static final List<Integer> CONTEXTS = List.of(256, 1024, 2048, 4096, 8192);
  static final List<Integer> PROMPTS = List.of(128, 256, 512, 1024, 2048, 4096, 8192);

  private ServingGrid() {}

  /** Batches that the memory of the accelerators can hold. */
  static List<Batch> batches(ServingProfile profile, Accelerator accelerator) {
    int kvTokens = KvCapacity.tokens(profile, accelerator);
    return BATCHES.stream()
        .flatMap(b -> CONTEXTS.stream().map(c -> new Batch(b, c)))
        .filter(b -> b.kvTokens() <= kvTokens)
        .toList();
  }

  /** A decoding iteration of each batch, seconds. */
  static double[] decodeS(IterationTime time, List<Batch> batches) {
    return batches.stream().mapToDouble(b -> time.decodeS(b.sequences(), b.kvTokens())).toArray();
  }

  /** Whole prompts alone on the server, seconds. */
  static double[] prefillS(IterationTime time) {
    return PROMPTS.stream().mapToDouble(p -> time.prefillS(p, 0, p)).toArray();
  }

  /** Relative errors, without sign. */
  static DoubleStream errors(double[] computed, double[] measured) {
    return IntStream.range(0, measured.length)
        .mapToDouble(i -> Math.abs(computed[i] / measured[i] - 1));
  }

  /** The value that a share {@code q} of them does not pass. */
  static double quantile(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(q * sorted.length) - 1];
  }
}
