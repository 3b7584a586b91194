package situs.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.model.Accelerator;
import situs.model.ModelShape;
import situs.model.Provenance;
import situs.model.RooflineEfficiency;
import situs.model.ServingProfile;
import situs.model.ServingProfile.Knots;
import situs.model.Status;

/**
 * Iteration times from datasheets, for a model on accelerators that nobody measured it on. N tokens
 * in an iteration:
 *
 * <pre>
 * lin(N)    = ((W(N)/(memory*BW))^p + (2*N*P/(compute*F))^p)^(1/p) + layers * layer
 *             + 2*layers * (all-reduce of N*hidden*2 bytes + fixed)      [parallel > 1]
 * attention = KV bytes/(kv*BW) + 4*layers*heads*head size*pairs/(attention*F16)
 * </pre>
 *
 * with W the weights that N tokens touch and P the parameters that one touches, both on one of the
 * accelerators. Efficiencies are {@link RooflineEfficiency}'s. After Williams, Waterman, Patterson:
 * Roofline, CACM 52(4), 2009; the smooth maximum and the fixed times are fitted, not physics.
 */
public final class Roofline {
  /** Links up to this rate are PCIe: a bus that all share. 10^9 bytes a second. */
  private static final double BUS_GB_PER_S = 128;

  /** Activations are exchanged in 16 bits. */
  private static final double ACTIVATION_BYTES = 2;

  /** Where the curve bends it takes points closer than factors of two. */
  private static final double KNOT_STEP = 1.25;

  private static final int LAST_KNOT = 8192;

  private final ModelShape model;
  private final ModelMemory memory;
  private final int parallel;
  private final String weights;
  private final Accelerator accelerator;
  private final RooflineEfficiency efficiency;
  private final double flops;
  private final double attentionFlops;

  private Roofline(
      ModelShape model,
      Accelerator accelerator,
      int parallel,
      String weights,
      RooflineEfficiency efficiency,
      double bf16Flops) {
    this.model = model;
    this.memory = ModelMemory.of(model, weights);
    this.parallel = parallel;
    this.weights = weights;
    this.accelerator = accelerator;
    this.efficiency = efficiency;
    boolean fp8 = computedIn(accelerator, weights).equals("fp8");
    this.flops = fp8 ? 1e12 * accelerator.fp8Tflops().orElseThrow() : bf16Flops;
    this.attentionFlops = bf16Flops;
  }

  /**
   * The roofline; empty where the datasheet lacks the bf16 peak, or the link where {@code parallel}
   * needs one.
   */
  public static Optional<Roofline> of(
      ModelShape model,
      Accelerator accelerator,
      int parallel,
      String weights,
      RooflineEfficiency efficiency) {
    if (parallel > 1 && accelerator.linkGbPerS().isEmpty()) {
      return Optional.empty();
    }
    return accelerator
        .bf16Tflops()
        .map(peak -> new Roofline(model, accelerator, parallel, weights, efficiency, 1e12 * peak));
  }

  /**
   * The precision of the matrix products. Only fp8 weights on hardware that has fp8 are multiplied
   * as they are; others are widened first.
   */
  static String computedIn(Accelerator accelerator, String weights) {
    return weights.equals("fp8") && accelerator.fp8Tflops().isPresent() ? "fp8" : "bfloat16";
  }

  /** Linear layers and all-reduce for {@code tokens} tokens, seconds. */
  double linearS(double tokens) {
    double read = memory.touchedGb(tokens) * 1e9 / parallel / bandwidth(efficiency.memory());
    double computed =
        2 * tokens * model.activeParams() * 1e9 / parallel / (efficiency.compute() * flops);
    double p = efficiency.sharpness();
    double larger = Math.max(read, computed);
    double joined =
        larger
            * StrictMath.pow(
                StrictMath.pow(read / larger, p) + StrictMath.pow(computed / larger, p), 1 / p);
    return joined + model.layers() * efficiency.layerS() + allReducesS(tokens);
  }

  /** A ring passes 2(n-1)/n of the data over each link; on a bus the links are one. */
  private double allReducesS(double tokens) {
    if (parallel == 1) {
      return 0;
    }
    double link = accelerator.linkGbPerS().orElseThrow();
    double sharers = link <= BUS_GB_PER_S ? parallel / 2.0 : 1;
    double reached = parallel == 2 ? efficiency.linkOfTwo() : efficiency.linkOfMore();
    double bytes = tokens * model.hidden() * ACTIVATION_BYTES * 2 * (parallel - 1) / parallel;
    return 2
        * model.layers()
        * (bytes * sharers / (reached * link * 1e9) + efficiency.allReduceS());
  }

  private double bandwidth(double share) {
    return share * accelerator.memoryTbPerS() * 1e12;
  }

  private double readKvTokenS() {
    return ModelMemory.kvBytesPerToken(model, parallel) / bandwidth(efficiency.kv());
  }

  /** A token attending to one other: 4 operations for each element of a head, seconds. */
  private double pairS() {
    double heads = Math.max(1, (double) model.queryHeads() / parallel);
    // Layers with a sliding window keep no KV of the whole context, and do not attend to it.
    double whole = 4.0 * model.layers() * model.kvHeads() * model.headDim();
    double share = Math.min(1, model.kvBytesPerToken() / whole);
    return 4
        * model.layers()
        * share
        * heads
        * model.headDim()
        / (efficiency.attention() * attentionFlops);
  }

  /** For each token of context that a decoding sequence reads, seconds. */
  double perKvTokenS() {
    return readKvTokenS() + pairS();
  }

  /** For each token of a prompt, beside {@link #linearS}, seconds. */
  double perPromptTokenS() {
    return readKvTokenS();
  }

  /** Of T*(T + 2c): a causal chunk of T behind c attends to half of that many pairs, seconds. */
  double perPromptPairS() {
    return pairS() / 2;
  }

  /** The formula as a profile that the engine can run. */
  public ServingProfile profile() {
    List<Integer> tokens = knots();
    return new ServingProfile(
        model.name(),
        accelerator.name(),
        parallel,
        weights,
        new Knots(
            tokens,
            tokens.stream().map(n -> linearS(n)).toList(),
            0,
            0,
            perKvTokenS(),
            0,
            perPromptTokenS(),
            perPromptPairS()),
        memory.weightsGb() / parallel,
        ModelMemory.kvBytesPerToken(model, parallel),
        provenance());
  }

  private static List<Integer> knots() {
    List<Integer> tokens = new ArrayList<>();
    for (double n = 1; n < LAST_KNOT; n = Math.max(n + 1, n * KNOT_STEP)) {
      tokens.add((int) n);
    }
    tokens.add(LAST_KNOT);
    return tokens;
  }

  /**
   * Estimated where the fit was held against measurements; assumed for relatives, mixtures, and
   * weights that are widened before they are multiplied.
   */
  private Provenance provenance() {
    Provenance origin = efficiency.provenance();
    boolean assumed =
        origin.status() == Status.ASSUMED
            || ModelMemory.mixture(model)
            || !weights.equals(efficiency.weights());
    return new Provenance(
        assumed ? Status.ASSUMED : Status.ESTIMATED,
        "roofline from datasheets, efficiencies: "
            + origin.source()
            + (ModelMemory.mixture(model) ? "; not held against a measured mixture" : ""),
        origin.date());
  }
}
