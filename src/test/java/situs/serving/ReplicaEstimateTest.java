package situs.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import situs.ScenarioFixture;
import situs.model.Disaggregation;
import situs.model.ModelWorkload.Batching;
import situs.model.ServingProfile;
import situs.model.ServingProfile.ThreeTerms;
import situs.serving.CallMix.Kind;
import situs.serving.ReplicaEstimate.Limit;

class ReplicaEstimateTest {
  private static final IterationTime TIME =
      IterationTime.of(
          new ServingProfile(
              "m",
              "g",
              1,
              "fp8",
              new ThreeTerms(0.010, 0.001, 1e-6, 0.020, 1e-4, 0),
              1,
              1,
              ScenarioFixture.HERE));
  private static final CallMix DIRECT =
      CallMix.direct(ScenarioFixture.model("api", OptionalInt.empty()));
  private static final Batching WIDE = new Batching(256, 2048, 0);

  private static ReplicaEstimate estimate(int kvTokens, Batching batching, OptionalDouble tpot) {
    return ReplicaEstimate.of(TIME, kvTokens, batching, DIRECT, tpot).orElseThrow();
  }

  @Test
  void aCallCostsItsPrefillAndItsShareOfTheDecoding() {
    // A sequence ends with 1,100 tokens: 11,000 hold 10, which decode with 1,050 on average.
    ReplicaEstimate e = estimate(11_000, WIDE, OptionalDouble.empty());
    assertThat(e.batch()).isEqualTo(10);
    assertThat(e.limit()).isEqualTo(Limit.KV_MEMORY);
    // P = 0.020 + 1000 * 1e-4 = 0.12; t(10) = 0.010 + 10 * 0.001 + 10,500 * 1e-6 = 0.0305
    // 0.12 + 100 * 0.0305 / 10 = 0.425 s a call
    assertThat(e.callsPerSecond()).isCloseTo(1 / 0.425, within(1e-9));
    // 0.0305 + 0.12 * 10 / 100
    assertThat(e.tpotS()).isCloseTo(0.0425, within(1e-12));
  }

  @Test
  void timePerTokenAndRateAgreeByLittlesLaw() {
    ReplicaEstimate e = estimate(11_000, WIDE, OptionalDouble.empty());
    // 10 sequences decode at all times, each for 100 tokens: rate = 10 / (100 * tpot)
    assertThat(e.callsPerSecond()).isCloseTo(10 / (100 * e.tpotS()), within(1e-9));
  }

  @Test
  void theMostSequencesBoundTheBatchWhereMemoryDoesNot() {
    ReplicaEstimate e = estimate(1_000_000, new Batching(8, 2048, 0), OptionalDouble.empty());
    assertThat(e.batch()).isEqualTo(8);
    assertThat(e.limit()).isEqualTo(Limit.MAX_SEQUENCES);
  }

  @Test
  void theObjectiveForTheTimePerTokenBoundsTheBatch() {
    // tpot(B) = 0.010 + B * (0.001 + 0.00105 + 0.0012) <= 0.030  =>  B <= 6.15
    ReplicaEstimate e = estimate(1_000_000, WIDE, OptionalDouble.of(0.030));
    assertThat(e.batch()).isEqualTo(6);
    assertThat(e.limit()).isEqualTo(Limit.TPOT_OBJECTIVE);
  }

  @Test
  void anObjectiveOutOfReachBoundsNothingAndSaysSo() {
    ReplicaEstimate e = estimate(11_000, WIDE, OptionalDouble.of(0.005));
    assertThat(e.batch()).isEqualTo(10);
    assertThat(e.limit()).isEqualTo(Limit.TPOT_OBJECTIVE_OUT_OF_REACH);
  }

  @Test
  void thereIsNoEstimateWhereAMeanCallDoesNotFit() {
    assertThat(ReplicaEstimate.of(TIME, 1_099, WIDE, DIRECT, OptionalDouble.empty())).isEmpty();
  }

  @Test
  void theCostOfAMixIsTheWeightedCostOfItsParts() {
    CallMix bare = new CallMix(List.of(new Kind(1, 0, 10, 1)));
    CallMix both = CallMix.together(List.of(DIRECT, bare), List.of(1.0, 3.0));
    ReplicaEstimate e =
        ReplicaEstimate.of(TIME, 100_000, WIDE, both, OptionalDouble.empty()).orElseThrow();
    assertThat(e.secondsPerCall(both))
        .isCloseTo(e.secondsPerCall(DIRECT) / 4 + e.secondsPerCall(bare) * 3 / 4, within(1e-12));
  }

  @Test
  void aCallIsFasterOnAnEmptierReplica() {
    ReplicaEstimate e = estimate(11_000, WIDE, OptionalDouble.empty());
    // Saturated: prefill and 100 tokens at tpot.
    assertThat(e.callS(DIRECT, 1)).isCloseTo(0.12 + 100 * 0.0425, within(1e-9));
    // Half: 5 sequences, t = 0.010 + 0.005 + 5,250e-6 = 0.02025; prefills take 0.5 / 0.425 * 0.12
    assertThat(e.callS(DIRECT, 0.5))
        .isCloseTo(0.12 + 100 * 0.02025 / (1 - 0.5 / 0.425 * 0.12), within(1e-9));
  }

  @Test
  void wherePrefillAndDecodeAreApartTheSlowerSideBoundsTheRate() {
    // P = 0.12 and 100 * 0.0305 / 10 = 0.305 s a call, as above.
    assertThat(split(1, 1).callsPerSecond()).isCloseTo(0.5 / 0.305, within(1e-9));
    assertThat(split(1, 3).callsPerSecond()).isCloseTo(0.25 / 0.12, within(1e-9));
  }

  @Test
  void decodingApartFeelsTheTransferAndNoPrefill() {
    // 1,000 tokens of 160 kB at 1.6 GB/s, and 5 ms, between the first token and the other 100.
    assertThat(split(1, 1).tpotS()).isCloseTo(0.0305 + 0.105 / 100, within(1e-12));
    assertThat(split(1, 1).callS(DIRECT, 1)).isCloseTo(0.12 + 0.105 + 3.05, within(1e-9));
  }

  @Test
  void promptsWaitAsInAQueueWithSoManyServers() {
    // Prefilling bounds the rate, so that half of it keeps a replica busy half the time.
    // M/D/1: 0.5 * 0.12 / (2 * (1 - 0.5))
    assertThat(split(1, 3).waitS(0.5, 1)).isCloseTo(0.06, within(1e-9));
    // M/M/2 waits 0.5 / (1 + 0.5) as long as M/M/1 at the same load.
    assertThat(split(1, 3).waitS(0.5, 2)).isCloseTo(0.02, within(1e-9));
    assertThat(split(1, 3).waitS(0, 2)).isZero();
  }

  @Test
  void unevenPromptsWaitLonger() {
    CallMix uneven = new CallMix(List.of(new Kind(1, 0, 1000, 100, 0.5)));
    // Two lengths with the mean 1,000 and variance 0.5 * 1,000^2: none, and 1,500 twice in three,
    // 0.17 s. M/G/1: 0.5 / 0.12 * (2/3 * 0.17^2) / (2 * (1 - 0.5))
    assertThat(split(1, 3, uneven).expectedWaitS(0.5, 1))
        .isCloseTo(0.5 / 0.12 * (2.0 / 3 * 0.17 * 0.17), within(1e-9));
    assertThat(split(1, 3, DIRECT).expectedWaitS(0.5, 1)).isCloseTo(0.06, within(1e-9));
  }

  @Test
  void theMoreReplicasThereAreToChooseFromTheShorterTheWait() {
    ReplicaEstimate e = estimate(11_000, WIDE, OptionalDouble.empty());
    double anywhere = e.expectedWaitS(0.5, 1);
    double ofTwo = e.expectedWaitS(0.5, 2);
    double ofEight = e.expectedWaitS(0.5, 8);
    assertThat(anywhere).isGreaterThan(ofTwo);
    assertThat(ofTwo).isGreaterThan(ofEight);
    // Tokens tell less than the work that is left: nobody waits less than by that.
    assertThat(ofEight).isGreaterThan(e.waitS(0.5, 8));
  }

  /** What lets an optimiser hold queues by straight lines. */
  @Test
  void withEachReplicaMoreAtOneLoadFewerCallsWaitAndEverLessSo() {
    ReplicaEstimate e = estimate(11_000, WIDE, OptionalDouble.empty());
    for (double utilisation : List.of(0.05, 0.3, 0.6, 0.95)) {
      double slope = Double.NEGATIVE_INFINITY;
      double inIterationS = e.waitS(utilisation, 1_000_000);
      for (int n = 1; n < 500; n++) {
        double next = (n + 1) * (e.waitS(utilisation, n + 1) - inIterationS);
        double step = next - n * (e.waitS(utilisation, n) - inIterationS);
        assertThat(step).as("%s, %d", utilisation, n).isBetween(slope - 1e-12, 1e-12);
        slope = step;
      }
    }
  }

  private static ReplicaEstimate split(int prefill, int decode) {
    return split(prefill, decode, DIRECT);
  }

  private static ReplicaEstimate split(int prefill, int decode, CallMix calls) {
    Disaggregation terms = new Disaggregation(prefill, decode, 1.6e9, 0.005);
    return ReplicaEstimate.of(
            TIME,
            11_000,
            WIDE.with(terms),
            calls,
            OptionalDouble.empty(),
            Optional.of(new SplitReplicas(terms, 160_000)))
        .orElseThrow();
  }
}
