package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import situs.ScenarioFixture;
import situs.model.Cause;
import situs.model.Episode;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Stop;

class RouteLedgerTest {
  private static final Route ROUTE =
      new Route(
          "api",
          "Town",
          List.of(
              Stop.client(ScenarioFixture.metro("Town")),
              Stop.at("model", ScenarioFixture.region("red/one"))),
          0,
          Cause.PRIMARY);

  private final RouteLedger ledger = new RouteLedger();

  private RouteUse counted(double... seconds) {
    int id = ledger.id(ROUTE, List.of());
    for (double at : seconds) {
      ledger.add(id, at, 10, 1, 2);
    }
    ledger.closePeriod();
    List<List<RouteUse>> periods = ledger.periods();
    return periods.get(periods.size() - 1).get(0);
  }

  @Test
  void tenMinutesWithoutASightingBelongToAnEpisodeAndMoreEndIt() {
    assertThat(counted(0, 600, 1200, 1801, 1900).episodes())
        .containsExactly(new Episode(0, 1200, 3, 30), new Episode(1801, 1900, 2, 20));
  }

  @Test
  void bytesAreThoseOfAllEpisodes() {
    RouteUse use = counted(0, 5000);
    assertThat(use.requests()).isEqualTo(2);
    assertThat(use.bytesOut()).isEqualTo(2);
    assertThat(use.bytesBack()).isEqualTo(4);
  }

  @Test
  void aPeriodKeepsNothingOfTheOneBefore() {
    counted(0, 5000);
    assertThat(counted(5100).episodes()).containsExactly(new Episode(5100, 5100, 1, 10));
    ledger.restart();
    assertThat(counted(9, 12).episodes()).containsExactly(new Episode(9, 12, 2, 20));
  }
}
