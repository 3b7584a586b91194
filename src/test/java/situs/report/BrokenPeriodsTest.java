package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.contract.Total;
import situs.contract.Verdict;

class BrokenPeriodsTest {
  private static final Instant DAY = Instant.parse("2026-03-18T00:00:00Z");

  /** A share in an hour of the day, at most 50 %. */
  private static Total share(int hour, String value) {
    BigDecimal limit = new BigDecimal("0.5");
    BigDecimal gap = limit.subtract(new BigDecimal(value));
    return Total.of(
            "share of tokens",
            DAY.plusSeconds(3600L * hour),
            DAY.plusSeconds(3600L * (hour + 1)),
            Optional.empty(),
            gap.signum() < 0
                ? new Verdict.Violated("at most 50 %; it is " + value)
                : new Verdict.Satisfied("kept"))
        .measuring("", Optional.of(new BigDecimal(value)), Optional.of(limit), Optional.of(gap));
  }

  @Test
  void saysInHowManyPeriodsAndWhichIsTheWorst() {
    // Two replications: hour 0 is broken in one of them, hour 1 in both, hour 2 in none.
    BrokenPeriods broken =
        BrokenPeriods.of(
            "letter",
            "hour",
            List.of(
                share(0, "0.4"),
                share(1, "0.7"),
                share(2, "0.1"),
                share(0, "0.6"),
                share(1, "0.9"),
                share(2, "0.2")));
    assertThat(broken.words())
        .isEqualTo(
            "letter: share of tokens: 2 of 3 hours, worst 2026-03-18T01:00:00Z to"
                + " 2026-03-18T02:00:00Z: at most 50 %; it is 0.9");
  }
}
