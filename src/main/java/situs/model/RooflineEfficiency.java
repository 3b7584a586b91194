package situs.model;

/**
 * How much of its datasheet an accelerator reaches when it serves a model; docs/serving.md has the
 * formula.
 *
 * @param accelerator that it was fitted to, or {@link #ANY}
 * @param weights precision that the matrix products are computed in: {@code bfloat16}, {@code fp8}
 * @param memory share of the memory bandwidth at which weights are read
 * @param compute share of the peak at which linear layers are computed
 * @param kv share of the memory bandwidth at which KV is read
 * @param attention share of the bf16 peak at which attention is computed
 * @param linkOfTwo share of the link that an all-reduce of two accelerators reaches
 * @param linkOfMore likewise of more than two
 * @param layerS fixed seconds a layer
 * @param allReduceS fixed seconds an all-reduce
 * @param sharpness how little reading weights and computing delay each other: the exponent of the
 *     norm that joins the two; 1 adds them, infinity takes the larger
 */
public record RooflineEfficiency(
    String accelerator,
    String weights,
    double memory,
    double compute,
    double kv,
    double attention,
    double linkOfTwo,
    double linkOfMore,
    double layerS,
    double allReduceS,
    double sharpness,
    Provenance provenance) {

  /** Stands for every accelerator that has no row of its own. */
  public static final String ANY = "any";

  public RooflineEfficiency {
    for (double share : new double[] {memory, compute, kv, attention, linkOfTwo, linkOfMore}) {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("an efficiency must lie in (0, 1], is " + share);
      }
    }
    if (!(layerS >= 0 && allReduceS >= 0 && sharpness >= 1)) {
      throw new IllegalArgumentException("need times of 0 or more and a sharpness of 1 or more");
    }
  }

  /** The same figures for a relative, as sure as {@code origin} says. */
  public RooflineEfficiency as(String relative, Provenance origin) {
    return new RooflineEfficiency(
        relative,
        weights,
        memory,
        compute,
        kv,
        attention,
        linkOfTwo,
        linkOfMore,
        layerS,
        allReduceS,
        sharpness,
        origin);
  }
}
