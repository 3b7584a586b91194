package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.audit.Obligation;
import situs.contract.Offence;
import situs.contract.Total;
import situs.contract.Verdict;
import situs.experiment.ObligationRow;

class DistanceListTest {
  private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

  /** A share of 55 % where 60 % is the limit is 5 % away, and so on. */
  private static ObligationRow row(
      String strategy, int replication, String clause, String reading, String value, String more) {
    Optional<BigDecimal> measured =
        value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value));
    BigDecimal limit = new BigDecimal("60");
    return new ObligationRow(
        strategy,
        replication,
        new Obligation(
            "terms",
            clause,
            reading,
            Total.of(
                    "share of requests",
                    DAY,
                    DAY.plusSeconds(86_400),
                    Optional.empty(),
                    new Verdict.Satisfied("kept"))
                .measuring("%", measured, Optional.of(limit), measured.map(limit::subtract))
                .offending(
                    more.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(more)),
                    Offence.NONE)));
  }

  private static String text(ObligationRow... rows) {
    return DistanceList.of(List.of(rows), Style.PLAIN);
  }

  @Test
  void ofAllReadingsAndReplicationsTheOneThatCameClosestIsTold() {
    assertThat(
            text(
                row("home", 0, "share", "letter", "40", ""),
                row("home", 1, "share", "letter", "55.5", ""),
                row("home", 1, "share", "spirit", "50", "")))
        .isEqualToNormalizingNewlines(
            """

            Distance to breach
            home
                terms, share
                  letter: share of requests 55.50, limit 60.00; 4.500 % away
            """);
  }

  @Test
  void ofAShareItSaysHowMuchMoreWouldBreakIt() {
    assertThat(text(row("home", 0, "share", "letter", "50", "1200")))
        .contains("limit 60.00; broken by more than 1,200 that count against it");
  }

  @Test
  void eachStrategyHasItsOwn() {
    assertThat(
            text(
                row("home", 0, "share", "letter", "50", ""),
                row("split", 0, "share", "letter", "59", ""),
                row("split", 0, "other", "letter", "58", "")))
        .containsSubsequence(
            "home", "; 10.00 % away", "split", "; 1.000 % away", "other", "; 2.000 % away")
        .containsOnlyOnce("split");
  }

  @Test
  void whatIsBrokenInAnyReplicationOrCannotBeToldIsNotInIt() {
    assertThat(
            text(
                row("home", 0, "share", "letter", "40", ""),
                row("home", 1, "share", "letter", "61", ""),
                row("home", 0, "other", "letter", "", "")))
        .isEmpty();
  }
}
