package situs.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairedTest {
  /** Hours of sleep gained by ten patients on two drugs ("Student", Biometrika 6, 1908). */
  private static final List<Double> FIRST =
      List.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);

  private static final List<Double> SECOND =
      List.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

  private static Paired of(List<Double> first, List<Double> second) {
    return Paired.of(first, second).orElseThrow();
  }

  @Test
  void agreesWithStudentsOwnExample() {
    Paired sleep = of(SECOND, FIRST);
    // mean 1.58, standard deviation 1.229995, t = 4.0621 on 9 degrees, p = 0.002833
    assertThat(sleep.pairs()).isEqualTo(10);
    assertThat(sleep.difference().mean()).isCloseTo(1.58, within(1e-12));
    assertThat(sleep.difference().ci95().orElseThrow()).isCloseTo(0.8798858, within(1e-6));
    assertThat(sleep.p().orElseThrow()).isCloseTo(0.002833, within(1e-6));
    // 1.58 / 1.229995 * (1 - 3/35)
    assertThat(sleep.effect().orElseThrow()).isCloseTo(1.174452, within(1e-5));
    // variances 3.200556 and 4.009 apart, 1.512889 of the differences
    assertThat(sleep.varianceSaved().orElseThrow())
        .isCloseTo(1 - 1.512889 / 7.209556, within(1e-6));
  }

  @Test
  void theOtherWayRoundOnlyTheSignChanges() {
    Paired sleep = of(FIRST, SECOND);
    assertThat(sleep.difference().mean()).isCloseTo(-1.58, within(1e-12));
    assertThat(sleep.p()).isEqualTo(of(SECOND, FIRST).p());
  }

  @Test
  void aDifferenceThatNeverVariesIsExactAndHasNoTest() {
    Paired fixed = of(List.of(12.0, 14.0, 19.0), List.of(10.0, 12.0, 17.0));
    assertThat(fixed.exact()).isTrue();
    assertThat(fixed.difference()).isEqualTo(new Estimate(2, java.util.Optional.of(0.0)));
    assertThat(fixed.p()).isEmpty();
    assertThat(fixed.effect()).isEmpty();
    // All of it: the values vary, and the differences do not.
    assertThat(fixed.varianceSaved()).contains(1.0);
  }

  @Test
  void valuesThatNeverVaryAreExactAlsoWithRoundingInTheirLastDigit() {
    Paired same = of(List.of(0.3, 0.3, 0.3), List.of(0.1 + 0.2, 0.3, 0.1 + 0.2));
    assertThat(same.exact()).isTrue();
    assertThat(same.difference().mean()).isZero();
    assertThat(same.varianceSaved()).isEmpty();
  }

  @Test
  void onePairTellsTheDifferenceAndNothingOfItsChance() {
    Paired one = of(List.of(3.0), List.of(1.0));
    assertThat(one.exact()).isFalse();
    assertThat(one.difference().mean()).isEqualTo(2);
    assertThat(one.difference().ci95()).isEmpty();
    assertThat(one.p()).isEmpty();
  }

  @Test
  void ofTwoPairsTheEffectHasNoMeanToCorrect() {
    Paired two = of(List.of(1.0, 3.0), List.of(0.0, 0.0));
    assertThat(two.p()).isPresent();
    assertThat(two.effect()).isEmpty();
  }

  @Test
  void aDifferenceBeyondTheReachOfTheDistributionHasTheSmallestP() {
    Paired far = of(List.of(1e9, 1e9 + 1, 1e9, 1e9 + 1), List.of(1.0, 1.0, 1.0, 1.0));
    assertThat(far.p()).contains(Paired.SMALLEST_P);
  }

  @Test
  void pairsAreOfOneLength() {
    assertThat(Paired.of(List.of(), List.of())).isEmpty();
    assertThatThrownBy(() -> Paired.of(List.of(1.0), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
