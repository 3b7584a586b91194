package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Placement;
import situs.model.RoutingRule;
import situs.model.Unplaced;
import situs.review.Review;

class ReviewReportTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** No clause can object to nothing, which is not what "compliant" would say. */
  @Test
  void whatPlacesNothingStandsNowhere() {
    Unplaced all =
        new Unplaced(new Component("api", ComponentKind.MODEL), 1, "no provider is the home");
    Placement nothing =
        new Placement("home", List.of(), List.of(all), RoutingRule.LEAST_LOADED, List.of());
    Review review = new Review(nothing, List.of(NOW), List.of("letter"), List.of());
    assertThat(ReviewReport.of(List.of(review), Style.PLAIN))
        .containsPattern("home +nothing is placed +- *\n")
        .contains("  api.model, 100 % of its peak: no provider is the home")
        .doesNotContain("compliant");
  }
}
