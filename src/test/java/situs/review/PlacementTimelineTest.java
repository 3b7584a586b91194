package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.review.PlacementTimeline.TOTALS;
import static situs.review.PlacementTimeline.WHOLE;
import static situs.review.PlannedTotalsTest.PLANNED;
import static situs.review.PlannedTotalsTest.SCENARIO;
import static situs.review.PlannedTotalsTest.contracts;
import static situs.review.PlannedTotalsTest.onRed;
import static situs.review.PlannedTotalsTest.placement;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import situs.contract.Answer;
import situs.contract.Contracts;
import situs.contract.Timeline;
import situs.model.RoutingRule;

/** Of four requests the plan sends three to red. */
class PlacementTimelineTest {
  private static final List<Instant> BEFORE_AND_AFTER =
      List.of(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2030-06-01T00:00:00Z"));

  private static PlacementTimeline from2030(String share) {
    return timeline(contracts("route", "in-force: {from: 2030-01-01}\n    " + onRed(share)));
  }

  private static PlacementTimeline timeline(Contracts contracts) {
    return PlacementTimeline.of(SCENARIO, contracts, PLANNED, BEFORE_AND_AFTER);
  }

  private static List<String> row(PlacementTimeline timeline, String candidate) {
    return timeline.rows().stream()
        .filter(r -> r.candidate().equals(candidate))
        .flatMap(r -> r.answers().stream())
        .map(Answer::text)
        .toList();
  }

  @Test
  void aTotalThatThePlanMissesIsToldFromTheDayOnThatItIsAsked() {
    PlacementTimeline timeline = from2030("at-least: 80 %");
    assertThat(row(timeline, TOTALS)).containsExactly("yes", "no: c");
    assertThat(row(timeline, WHOLE)).containsExactly("yes", "no: c");
    assertThat(timeline.unplanned()).isEmpty();
  }

  @Test
  void oneThatItKeepsIsNot() {
    PlacementTimeline timeline = from2030("at-least: 70 %");
    assertThat(row(timeline, TOTALS)).containsExactly("yes", "yes");
    assertThat(row(timeline, WHOLE)).containsExactly("yes", "yes");
  }

  @Test
  void whatNobodyPlansIsNamedAndLeftOut() {
    Contracts contracts = contracts("route", onRed("at-least: 80 %"));
    PlacementTimeline timeline =
        PlacementTimeline.of(
            SCENARIO, contracts, placement(RoutingRule.LEAST_LOADED), BEFORE_AND_AFTER);
    assertThat(timeline.unplanned()).containsExactly("t/c");
    assertThat(row(timeline, TOTALS)).isEmpty();
    assertThat(row(timeline, WHOLE)).containsExactly("yes", "yes");
  }

  @Test
  void aTotalThatCannotBeToldIsOpenAndLeavesTheWholeAsItIs() {
    PlacementTimeline timeline =
        timeline(contracts("placement", "minimum-capacity: {of: instances, amount: 5}"));
    assertThat(row(timeline, TOTALS)).containsExactly("open: c", "open: c");
    assertThat(row(timeline, WHOLE)).containsExactly("yes", "yes");
  }

  @Test
  void partsAreJudgedOneByOne() {
    PlacementTimeline timeline =
        timeline(contracts("placement", "forbid: 'placement.provider == \"red\"'"));
    assertThat(timeline.rows())
        .filteredOn(Timeline.Row::isEverDoubted)
        .extracting(Timeline.Row::candidate)
        .hasSize(2)
        .contains(WHOLE);
  }
}
