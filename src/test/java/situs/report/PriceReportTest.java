package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.placement.Difference;
import situs.stats.Estimate;

class PriceReportTest {
  private static final Footing CERTAIN = new Footing(Map.of(), Map.of(), Map.of());
  private static final Footing DOUBTFUL =
      new Footing(Map.of("red/a gpu8", "assumed"), Map.of(), Map.of());

  private static Difference difference(double found, double least, double most) {
    return new Difference(found, least, most, 0, 10_000);
  }

  @Test
  void aDifferenceThatTheGapsCannotHideIsToldToTheCent() {
    assertThat(PriceReport.money(CERTAIN, difference(1054.86, 1054.80, 1054.90)))
        .isEqualTo("1,054.86");
  }

  @Test
  void whereTheGapsCanBeSeenTheFigureHasItsBounds() {
    assertThat(PriceReport.money(CERTAIN, difference(800, 700, 890)))
        .isEqualTo("800.00 (700.00 to 890.00)");
  }

  @Test
  void belowTheGapNoDifferenceIsShown() {
    assertThat(PriceReport.money(CERTAIN, difference(12, 0, 100)))
        .isEqualTo("no difference shown (0.00 to 100.00)");
  }

  @Test
  void whatRestsOnADoubtfulPriceIsMarked() {
    assertThat(PriceReport.money(DOUBTFUL, difference(5, 5, 5))).isEqualTo("5.00~");
    assertThat(DOUBTFUL.doubts())
        .isEqualTo(
            List.of("~ rests on prices that are not certain (assumed): red/a gpu8 (assumed)"));
  }

  @Test
  void whatMayBeChanceIsNotShown() {
    assertThat(PriceReport.shown(new Estimate(0.012, Optional.of(0.030)), "+"))
        .isEqualTo("no difference shown (+0.012 ± 0.030)");
    assertThat(PriceReport.shown(new Estimate(0.40, Optional.of(0.03)), "+"))
        .isEqualTo("+0.400 ± 0.030");
    assertThat(PriceReport.shown(new Estimate(0, Optional.of(0.0)), "")).isEqualTo("0");
  }

  @Test
  void withoutContractsThereIsNothingToPrice() {
    assertThat(new PriceReport(List.of(), List.of(), List.of(), List.of()).text(Style.PLAIN))
        .contains("no contracts");
  }
}
