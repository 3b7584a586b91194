package situs.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void theSmallestCountsForAllAndNoneFallsBelowTheOneBefore() {
    // In order: 4 * 0.005 = 0.02, 3 * 0.01 = 0.03, 2 * 0.03 = 0.06, then 0.04 raised to 0.06.
    List<Double> corrected = Holm.corrected(List.of(0.01, 0.04, 0.03, 0.005));
    List<Double> expected = List.of(0.03, 0.06, 0.06, 0.02);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(corrected.get(i)).isCloseTo(expected.get(i), within(1e-12));
    }
  }

  @Test
  void noneIsMoreThanOne() {
    assertThat(Holm.corrected(List.of(0.7, 0.8))).containsExactly(1.0, 1.0);
    assertThat(Holm.corrected(List.of(0.7))).containsExactly(0.7);
    assertThat(Holm.corrected(List.of())).isEmpty();
  }
}
