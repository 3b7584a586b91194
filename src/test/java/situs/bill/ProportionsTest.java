package situs.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProportionsTest {
  @Test
  void thirdsAddUpToTheWhole() {
    BigDecimal one = BigDecimal.ONE;
    assertThat(Proportions.of(one, List.of(one, one, one)))
        .containsExactly(
            new BigDecimal("0.333333333"),
            new BigDecimal("0.333333334"),
            new BigDecimal("0.333333333"));
  }

  @Test
  void aWeightOfNothingGetsNothing() {
    assertThat(Proportions.of(BigDecimal.TEN, List.of(BigDecimal.ZERO, BigDecimal.ONE)))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(BigDecimal.ZERO, BigDecimal.TEN);
  }
}
