package situs.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.ScenarioFixture;
import situs.contract.Fee;
import situs.contract.Measure;
import situs.model.Cause;
import situs.model.Money;
import situs.model.Region;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Stop;

/** 354 turns of agents at 1 USD, which make 708 model calls: 354 to blue and 354 to red. */
class EarningsTest {
  private static final Region RED = ScenarioFixture.region("red/one");
  private static final Region BLUE = ScenarioFixture.region("blue/one");

  private static final RouteUse TURNS = turns(Cause.PRIMARY, 354);
  private static final RouteUse TO_BLUE = calls(BLUE, 354);
  private static final RouteUse TO_RED = calls(RED, 354);
  private static final Earnings EARNINGS =
      Earnings.of(
          Map.of("agents", new Fee(Measure.REQUESTS, Money.usd("1"))),
          List.of(TURNS, TO_BLUE, TO_RED));

  private static RouteUse turns(Cause cause, long requests) {
    return use(
        List.of(Stop.client(ScenarioFixture.metro("Town")), Stop.at("runtime", RED)),
        cause,
        requests);
  }

  private static RouteUse calls(Region model, long requests) {
    return use(
        List.of(
            Stop.client(ScenarioFixture.metro("Town")),
            Stop.at("runtime", RED),
            Stop.at("model", model)),
        Cause.PRIMARY,
        requests);
  }

  private static RouteUse use(List<Stop> chain, Cause cause, long requests) {
    Route route = new Route("agents", "Town", chain, chain.size() - 2, cause);
    return new RouteUse(route, 0, 9, requests, 100 * requests, 0, 0);
  }

  private static Breach.Part part(RouteUse use) {
    return new Breach.Part(use.route(), use.requests(), use.tokens());
  }

  private static Optional<Money> of(RouteUse... concerned) {
    return EARNINGS.of(Stream.of(concerned).map(EarningsTest::part).toList());
  }

  @Test
  void customersPayForWhatLeavesThem() {
    assertThat(of(TURNS)).contains(Money.usd("354"));
  }

  @Test
  void callsConcernTheirPartOfTheTurns() {
    // Half of all calls: half of 354 turns.
    assertThat(of(TO_BLUE)).contains(Money.usd("177"));
    assertThat(of(TO_BLUE, TO_RED)).contains(Money.usd("354"));
  }

  @Test
  void whatIsConcernedAtTwoHopsWasPaidOnce() {
    assertThat(of(TURNS, TO_BLUE, TO_RED)).contains(Money.usd("354"));
    // 100 turns, and half of the calls: at least 177 turns.
    assertThat(of(turns(Cause.PRIMARY, 100), TO_BLUE)).contains(Money.usd("177"));
  }

  @Test
  void whatNobodyStatesIsUnknown() {
    Earnings none = Earnings.of(Map.of(), List.of(TURNS));
    assertThat(none.of(List.of(part(TURNS)))).isEmpty();
  }

  /** Tokens that customers pay for are theirs, and not those of the calls. */
  @ParameterizedTest(name = "{0} calls: {1}")
  @CsvSource({"708, 35.4", "177, 8.85"})
  void aFeeForTokensIsOneForThoseOfTheCustomer(long calls, String due) {
    RouteUse all = calls(BLUE, 708);
    Earnings earnings =
        Earnings.of(
            Map.of("agents", new Fee(Measure.TOKENS, Money.usd("0.001"))), List.of(TURNS, all));
    assertThat(earnings.of(List.of(part(calls(BLUE, calls))))).contains(Money.usd(due));
  }
}
