package situs.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource({
    "TIME, 24 h, 86400",
    "TIME, 1.5s, 1.5",
    "TIME, 14.1 ns, 0.0000000141",
    "TIME, 2.5 ms, 0.0025",
    "RATE, 90/s, 90",
    "RATE, 3 /min, 0.05",
    "MEMORY, 512 MiB, 0.5",
    "MEMORY, 2 TiB, 2048",
    "BYTES_GB, 10 TB, 10000",
    "BANDWIDTH, 3.35 TB/s, 3350",
    "COMPUTE, 1.979 PFLOPS, 1979",
    "HOURLY_PRICE, 98.32 USD/h, 98.32",
    "TIME, 1_000 s, 1000",
  })
  void readsAValueIntoTheBaseUnit(Units units, String text, BigDecimal value) {
    assertThat(units.read(text).value().orElseThrow()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "TIME, 24, '24' has no unit; allowed: ns~ us~ ms~ s~ min~ h~ d",
    "MEMORY, 80 GB, unknown unit 'GB' in '80 GB'; allowed: MiB~ GiB~ TiB",
    "HOURLY_PRICE, 3 EUR/h, unknown unit 'EUR/h' in '3 EUR/h'; allowed: USD/h",
    "RATE, often, 'often' is not a number with a unit; write for example '1/s'",
  })
  void namesTheUnitsAllowedForAWrongOne(Units units, String text, String problem) {
    assertThat(units.read(text).value()).isEmpty();
    // Columns of the table above are parted by commas, so '~' stands for them.
    assertThat(units.read(text).problem()).isEqualTo(problem.replace('~', ','));
  }

  @Test
  void moneyIsExact() {
    assertThat(Units.PRICE_PER_GB.read("0.1 USD/GB").value()).contains(new BigDecimal("0.1"));
  }

  /** A number of a thousand million digits would be no number but an attack. */
  @Test
  void doesNotReadHugeExponents() {
    assertThat(Units.TIME.read("1e999999999 s").value()).isEmpty();
  }
}
