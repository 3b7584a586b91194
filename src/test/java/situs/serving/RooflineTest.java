package situs.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import situs.model.Accelerator;
import situs.model.ModelShape;
import situs.model.Provenance;
import situs.model.RooflineEfficiency;
import situs.model.ServingProfile;
import situs.model.Status;

/** The formula of docs/serving.md, by hand. */
class RooflineTest {
  private static final Provenance HERE = new Provenance(Status.PUBLISHED, "this test", "2026");

  /** 10^10 parameters, 20 GB; 10 layers of 10 heads of 100; 20,000 bytes of KV a token. */
  private static final ModelShape DENSE = shape(10, OptionalInt.empty(), OptionalInt.empty());

  /** Two of eight experts: each has (10 - 4)/(8 - 2) = 1 billion, 2 billion are shared. */
  private static final ModelShape MIXTURE = shape(4, OptionalInt.of(8), OptionalInt.of(2));

  private static final Accelerator GPU = gpu("g", Optional.of(100.0), Optional.of(900.0));

  private static ModelShape shape(double active, OptionalInt experts, OptionalInt activeExperts) {
    return new ModelShape(
        "m",
        10,
        active,
        10,
        1000,
        10,
        5,
        100,
        20_000,
        4096,
        20,
        "bfloat16",
        experts,
        activeExperts,
        HERE);
  }

  private static Accelerator gpu(String name, Optional<Double> bf16, Optional<Double> link) {
    return new Accelerator(
        name, "v", 80, 2, bf16, bf16.map(f -> 2 * f), link, Optional.empty(), HERE);
  }

  /** Sharpness 1 adds reading and computing. */
  private static RooflineEfficiency half(String accelerator, String weights) {
    return new RooflineEfficiency(
        accelerator, weights, 0.5, 0.5, 0.5, 0.5, 0.1, 0.2, 10e-6, 5e-6, 1, HERE);
  }

  private static Roofline roofline(
      ModelShape model, Accelerator gpu, int parallel, String weights) {
    return Roofline.of(model, gpu, parallel, weights, half("g", weights)).orElseThrow();
  }

  @Test
  void addsReadingComputingAndLayers() {
    // 20 GB at half of 2 TB/s 20 ms; 2*10^10 operations at half of 100 T/s 0.4 ms; 10 layers 0.1 ms
    assertThat(roofline(DENSE, GPU, 1, "bfloat16").linearS(1)).isCloseTo(0.0205, within(1e-12));
    // fp8 halves both: the bytes, and the time of an operation
    assertThat(roofline(DENSE, GPU, 1, "fp8").linearS(1)).isCloseTo(0.0103, within(1e-12));
  }

  @Test
  void splitsTheWorkAndPassesARingRound() {
    // Of two: 10 ms + 0.2 ms + 0.1 ms, and 20 times 1000 * 2 bytes at 0.1 * 900 GB/s, with 5 us
    // each
    double two = 0.0103 + 20 * (2000 / 90e9 + 5e-6);
    assertThat(roofline(DENSE, GPU, 2, "bfloat16").linearS(1)).isCloseTo(two, within(1e-12));
    // Of four: 5.2 ms, and 1.5 times as many bytes at 0.2 * 900 GB/s
    double four = 0.0052 + 20 * (3000 / 180e9 + 5e-6);
    assertThat(roofline(DENSE, GPU, 4, "bfloat16").linearS(1)).isCloseTo(four, within(1e-12));
  }

  @Test
  void sharesABusAmongAll() {
    Accelerator onPcie = gpu("g", Optional.of(100.0), Optional.of(64.0));
    // Four on a bus of 64 GB/s: 3,000 bytes, twice, at 0.2 * 64 GB/s
    double four = 0.0052 + 20 * (2 * 3000 / 12.8e9 + 5e-6);
    assertThat(roofline(DENSE, onPcie, 4, "bfloat16").linearS(1)).isCloseTo(four, within(1e-12));
  }

  @Test
  void readsTheCacheAndAttends() {
    Roofline r = roofline(DENSE, GPU, 1, "bfloat16");
    // 20,000 bytes at 1 TB/s; 4 * 10 layers * 10 heads * 100 operations at 50 T/s
    assertThat(r.perKvTokenS()).isCloseTo(20e-9 + 0.8e-9, within(1e-18));
    assertThat(r.perPromptTokenS()).isCloseTo(20e-9, within(1e-18));
    assertThat(r.perPromptPairS()).isCloseTo(0.4e-9, within(1e-18));
  }

  @Test
  void aMixtureReadsTheExpertsThatItsTokensTouch() {
    // One token: 2 + 2/8 * 8 = 4 billion parameters; 8 GB at 1 TB/s, 0.16 ms, 0.1 ms
    assertThat(roofline(MIXTURE, GPU, 1, "bfloat16").linearS(1)).isCloseTo(0.00826, within(1e-12));
    // Two: 2 + (1 - 0.75^2) * 8 = 5.5 billion; 11 GB
    assertThat(ModelMemory.of(MIXTURE, "bfloat16").touchedGb(2)).isCloseTo(11, within(1e-12));
    // mxfp4: 8 billion of experts at 4.25 bits, 2 billion shared at 16
    assertThat(ModelMemory.of(MIXTURE, "mxfp4").weightsGb()).isCloseTo(8.25, within(1e-12));
  }

  @Test
  void keepsTheHeadThatCannotBeSplit() {
    assertThat(ModelMemory.kvBytesPerToken(DENSE, 4)).isEqualTo(5000);
    // five heads on ten: one each
    assertThat(ModelMemory.kvBytesPerToken(DENSE, 10)).isEqualTo(4000);
  }

  @Test
  void theProfileFollowsTheCurveWithinHalfAPercent() {
    Roofline r = roofline(MIXTURE, GPU, 4, "bfloat16");
    IterationTime time = IterationTime.of(r.profile());
    for (int tokens = 1; tokens <= 8192; tokens++) {
      assertThat(time.baseS(0, tokens))
          .isCloseTo(r.linearS(tokens), within(0.005 * r.linearS(tokens)));
    }
  }

  @Test
  void whatWasMeasuredComesBeforeTheRoofline() {
    ServingProfile measured =
        new ServingProfile(
            "m", "g", 1, "fp8", new ServingProfile.ThreeTerms(1, 0, 0, 0, 0, 0), 10, 1, HERE);
    ProfileBook book =
        new ProfileBook(List.of(measured), List.of(half("g", "fp8"), half("any", "bfloat16")));
    assertThat(book.find(DENSE, GPU, 1, "fp8")).contains(measured);
    ServingProfile two = book.find(DENSE, GPU, 2, "fp8").orElseThrow();
    assertThat(two.provenance().status()).isEqualTo(Status.ESTIMATED);
    assertThat(book.find(MIXTURE, GPU, 2, "fp8").orElseThrow().provenance().status())
        .isEqualTo(Status.ASSUMED);
  }

  @Test
  void withoutAPeakOrANeededLinkThereIsNone() {
    ProfileBook book = new ProfileBook(List.of(), List.of(half("any", "bfloat16")));
    Accelerator alone = gpu("g", Optional.of(100.0), Optional.empty());
    assertThat(book.find(DENSE, alone, 1, "bfloat16")).isPresent();
    assertThat(book.find(DENSE, alone, 2, "bfloat16")).isEmpty();
    Accelerator unknown = gpu("g", Optional.empty(), Optional.of(900.0));
    assertThat(book.find(DENSE, unknown, 1, "bfloat16")).isEmpty();
  }

  @Test
  void namesTheSmallestDegreeThatHoldsTheWeights() {
    // 0.92 * 80 - 4 = 69.6 GB each: 141.2 GB need three, and the next power of two is four
    assertThat(KvCapacity.smallestParallel(141.2, GPU)).hasValue(4);
    assertThat(KvCapacity.smallestParallel(69.5, GPU)).hasValue(1);
    assertThat(KvCapacity.smallestParallel(1e6, GPU)).isEmpty();
  }
}
