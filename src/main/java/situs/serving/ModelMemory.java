package situs.serving;

import situs.model.ModelShape;

/**
 * What a model takes of memory in a given precision.
 *
 * @param sharedGb weights that every token touches, 10^9 bytes
 * @param expertsGb weights of all experts together, 10^9 bytes; 0 for a dense model
 * @param touchedShare share of the experts that one token touches
 */
public record ModelMemory(double sharedGb, double expertsGb, double touchedShare) {
  /** Microscaling fp4: 4 bits and a scale of 8 bits for 32 values. Source: OCP MX 1.0, 2023. */
  private static final double MXFP4_BYTES = (4 + 8 / 32.0) / 8;

  private static final double BF16_BYTES = 2;

  /**
   * From parameters and precision; in the native one the published size of the weights counts. Of a
   * mixture with k of E experts active, {@code (total - active) / (E - k)} is an expert's size, and
   * what is left of the active parameters is shared. Under mxfp4 what is shared stays bfloat16.
   */
  public static ModelMemory of(ModelShape model, String weights) {
    double experts = expertParams(model);
    double shared = model.totalParams() - experts;
    double expertBytes = bytes(weights);
    double sharedBytes = weights.equals("mxfp4") && experts > 0 ? BF16_BYTES : expertBytes;
    double nominal = shared * sharedBytes + experts * expertBytes;
    double total = weights.equals(model.nativePrecision()) ? model.weightGb() : nominal;
    double share = nominal == 0 ? 0 : total / nominal;
    return new ModelMemory(
        shared * sharedBytes * share, experts * expertBytes * share, activeShare(model));
  }

  /** Bytes that a parameter takes. */
  private static double bytes(String weights) {
    return switch (weights) {
      case "bfloat16" -> BF16_BYTES;
      case "fp8" -> 1;
      case "mxfp4" -> MXFP4_BYTES;
      default -> throw new IllegalArgumentException("unknown precision '" + weights + "'");
    };
  }

  private static double expertParams(ModelShape model) {
    if (!mixture(model)) {
      return 0;
    }
    int all = model.experts().orElseThrow();
    int active = model.activeExperts().orElseThrow();
    return (model.totalParams() - model.activeParams()) / (all - active) * all;
  }

  private static double activeShare(ModelShape model) {
    return mixture(model)
        ? (double) model.activeExperts().orElseThrow() / model.experts().orElseThrow()
        : 1;
  }

  /** Whether a token touches only some of the experts. */
  static boolean mixture(ModelShape model) {
    return model.experts().isPresent()
        && model.activeExperts().isPresent()
        && model.activeExperts().getAsInt() < model.experts().getAsInt();
  }

  /** All weights, 10^9 bytes. */
  public double weightsGb() {
    return sharedGb + expertsGb;
  }

  /**
   * Weights that {@code tokens} tokens touch together, 10^9 bytes: each draws its experts by
   * itself, so that one expert is left out with {@code (1 - k/E)^tokens}.
   */
  double touchedGb(double tokens) {
    return sharedGb + expertsGb * (1 - StrictMath.pow(1 - touchedShare, tokens));
  }

  /**
   * Bytes of KV cache a token takes on each of {@code parallel} accelerators: heads are split, and
   * a head that is left alone is held by each.
   */
  public static double kvBytesPerToken(ModelShape model, int parallel) {
    double heads = Math.max(1, (double) model.kvHeads() / parallel);
    return model.kvBytesPerToken() * heads / model.kvHeads();
  }
}
