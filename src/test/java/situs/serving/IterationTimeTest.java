package situs.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.model.Accelerator;
import situs.model.Provenance;
import situs.model.ServingProfile;
import situs.model.ServingProfile.Iteration;
import situs.model.ServingProfile.Knots;
import situs.model.ServingProfile.ThreeTerms;

class IterationTimeTest {
  private static final Provenance HERE = Provenance.assumed("this test");

  private static IterationTime of(Iteration iteration) {
    return IterationTime.of(new ServingProfile("m", "g", 1, "bf16", iteration, 10, 1e5, HERE));
  }

  @Test
  void readsTheWeightsOnceInAMixedIteration() {
    IterationTime t = of(new ThreeTerms(0.010, 0.001, 1e-6, 0.020, 1e-4, 1e-8));
    // decode: 0.010 + 3*0.001 + 500*1e-6 = 0.0135
    assertThat(t.decodeS(3, 500)).isCloseTo(0.0135, within(1e-12));
    // mixed: max(0.010, 0.020) + 3*0.001 = 0.023; the chunk apart: 100*1e-4 + 1e-8*100*(100+2*50)
    assertThat(t.baseS(3, 100)).isCloseTo(0.023, within(1e-12));
    assertThat(t.chunkS(100, 50)).isCloseTo(0.0102, within(1e-12));
  }

  @Test
  void interpolatesBetweenKnotsAndGoesOnBeyondThem() {
    IterationTime t =
        of(new Knots(List.of(1, 16, 8192), List.of(0.01, 0.02, 0.4), 0.001, 0, 0, 0, 0, 0));
    assertThat(t.baseS(0, 1)).isEqualTo(0.01);
    assertThat(t.baseS(0, 16)).isEqualTo(0.02);
    // 6 of 15 tokens from the first knot to the second
    assertThat(t.baseS(0, 7)).isCloseTo(0.014, within(1e-12));
    double slope = 0.38 / (8192 - 16);
    assertThat(t.baseS(0, 9000)).isCloseTo(0.4 + slope * 808, within(1e-9));
    // decoding sequences add the attention's fixed part
    assertThat(t.baseS(16, 0)).isCloseTo(0.021, within(1e-12));
  }

  @Test
  void prefillInChunksCostsTheSameAttentionAsWhole() {
    IterationTime t = of(new ThreeTerms(0, 0, 0, 0, 1e-4, 1e-8));
    // T(T+2c) telescopes: chunks of 100 behind 0, 100, 200 sum to 300^2
    assertThat(t.prefillS(300, 0, 100)).isCloseTo(t.prefillS(300, 0, 300), within(1e-12));
  }

  @Test
  void kvCapacityIsWhatWeightsAndReserveLeave() {
    Accelerator gpu =
        new Accelerator(
            "g",
            "v",
            141,
            4.8,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            HERE);
    // Llama-3.1-70B fp8 on 8 H200: 0.92*141 - 8.81905 - 4 = 116.90095 GB over 40,960 B a token;
    // published with the profile: 2,854,027 tokens, here in whole blocks of 16
    ServingProfile profile =
        new ServingProfile(
            "Llama-3.1-70B",
            "H200-SXM",
            8,
            "fp8",
            new ThreeTerms(1, 0, 0, 0, 0, 0),
            8.81905,
            40960,
            HERE);
    assertThat(KvCapacity.tokens(profile, gpu)).isEqualTo(2_854_027 / 16 * 16);
  }
}
