package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.stats.Estimate;

class ReadableTest {

  @Test
  void aFigureHasFourDigitsHoweverSmallItIs() {
    assertThat(Readable.figure(13_442.4)).isEqualTo("13,442");
    assertThat(Readable.figure(999.96)).isEqualTo("1,000.0");
    assertThat(Readable.figure(0.000123456)).isEqualTo("0.0001235");
    assertThat(Readable.figure(-3.25)).isEqualTo("-3.250");
    assertThat(Readable.figure(0)).isEqualTo("0");
  }

  @Test
  void anEstimateEndsWhereItsIntervalBegins() {
    assertThat(Readable.figure(new Estimate(13_442.43, Optional.of(0.713))))
        .isEqualTo("13,442.43 ± 0.71");
    assertThat(Readable.figure(new Estimate(13_442.43, Optional.of(45.0))))
        .isEqualTo("13,442 ± 45");
    assertThat(Readable.figure(new Estimate(2.5, Optional.of(0.0)))).isEqualTo("2.500");
    assertThat(Readable.figure(new Estimate(1814.4034252, Optional.of(0.0000053))))
        .isEqualTo("1,814.403 ± < 0.001");
    assertThat(Readable.figure(new Estimate(0, Optional.of(0.25)))).isEqualTo("0.00 ± 0.25");
  }

  /** Three figures of the mean; the interval to the same place, and never cut to nothing. */
  @Test
  void aTimeHasItsIntervalInItsUnit() {
    assertThat(Readable.seconds(new Estimate(0.7921, Optional.of(0.0124))))
        .isEqualTo("792 ± 12 ms");
    assertThat(Readable.seconds(new Estimate(6.604, Optional.of(0.158))))
        .isEqualTo("6.60 ± 0.16 s");
    assertThat(Readable.seconds(new Estimate(568.3, Optional.of(2.4)))).isEqualTo("568 ± 2 s");
    assertThat(Readable.seconds(new Estimate(0.9996, Optional.of(0.2)))).isEqualTo("1.00 ± 0.20 s");
    assertThat(Readable.seconds(new Estimate(0.5, Optional.of(0.0004)))).isEqualTo("500 ± < 1 ms");
    assertThat(Readable.seconds(new Estimate(0.5, Optional.of(0.0)))).isEqualTo("500 ms");
    assertThat(Readable.seconds(new Estimate(0.0123, Optional.empty()))).isEqualTo("12.3 ms");
  }

  @Test
  void aChangeHasItsSign() {
    assertThat(Readable.change(0.1234)).isEqualTo("+12.3 %");
    assertThat(Readable.change(-0.0005)).isEqualTo("-0.05 %");
  }
}
