package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.review.PlannedTotalsTest.PLANNED;
import static situs.review.PlannedTotalsTest.SCENARIO;
import static situs.review.PlannedTotalsTest.contracts;
import static situs.review.PlannedTotalsTest.onRed;
import static situs.review.PlannedTotalsTest.placement;

import java.util.List;
import org.junit.jupiter.api.Test;
import situs.contract.Answer.Kind;
import situs.contract.Contracts;
import situs.contract.TotalChange;
import situs.model.Placement;
import situs.model.RoutingRule;

/** Of four requests the plan sends three to red. */
class WitnessedTest {
  private static Witnessed only(Contracts before, Contracts after, Placement placement) {
    List<TotalChange> changes = TotalChange.between(before, after);
    List<Witnessed> all = Witnessed.of(SCENARIO, before, after, changes, List.of(placement));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static Contracts share(String least) {
    return contracts("route", onRed("at-least: " + least));
  }

  @Test
  void aPlacementIsTurnedByABoundThatPassesIt() {
    assertThat(only(share("70 %"), share("80 %"), PLANNED).turns())
        .singleElement()
        .satisfies(
            turn -> {
              assertThat(turn.before().kind()).isEqualTo(Kind.LAWFUL);
              assertThat(turn.after().kind()).isEqualTo(Kind.UNLAWFUL);
              assertThat(turn.after().clauses()).containsExactly("t/c");
              assertThat(turn.placements()).containsExactly("test");
            });
  }

  @Test
  void notByOneThatDoesNot() {
    Witnessed witnessed = only(share("60 %"), share("70 %"), PLANNED);
    assertThat(witnessed.isPlanned()).isTrue();
    assertThat(witnessed.turns()).isEmpty();
  }

  @Test
  void whatNobodyPlansOnlyARunCanTell() {
    Placement anywhere = placement(RoutingRule.LEAST_LOADED);
    assertThat(only(share("70 %"), share("80 %"), anywhere).isPlanned()).isFalse();
    String spend = "maximum-share: {of: spend, at-most: %s, where: charge.provider == 'blue'}";
    assertThat(
            only(
                    contracts("charge", spend.formatted("10 %")),
                    contracts("charge", spend.formatted("20 %")),
                    PLANNED)
                .isPlanned())
        .isFalse();
  }

  /** The scenario runs in March 2026; its plan is held to the law of other days as well. */
  @Test
  void aPlanIsHeldToTheLawOfAnyTime() {
    Contracts later =
        contracts(
            "route", "in-force: {from: 2030-01-01}\n    " + onRed("at-least: 80 %, per: hour"));
    Witnessed witnessed = only(Contracts.NONE, later, PLANNED);
    assertThat(witnessed.change().before()).isEmpty();
    assertThat(witnessed.turns()).extracting(t -> t.after().kind()).containsExactly(Kind.UNLAWFUL);
  }
}
