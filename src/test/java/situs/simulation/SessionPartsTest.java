package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.ValidityPage;
import situs.model.Distribution.Constant;
import situs.model.Distribution.Exponential;
import situs.model.FrontierWorkload.OnOutage;
import situs.model.FrontierWorkload.Session;
import situs.model.FrontierWorkload.State;
import situs.model.Metric;
import situs.model.ModelWorkload;
import situs.model.ModelWorkload.Batching;
import situs.model.Placed;
import situs.model.Region;
import situs.model.Scenario;
import situs.model.ServingProfile.ThreeTerms;
import situs.stats.Latencies;

/** A turn is its steps and the way to the client; a step is its call and its tools. */
@Tag("validity")
class SessionPartsTest {
  private static final double RTT_S = 0.08;
  private static final double TOOL_S = 3;

  private static Observations run(Region models) {
    Session session =
        new Session(
            6,
            8,
            new Constant(20_000),
            new Exponential(900),
            new Exponential(250),
            0.9,
            new Exponential(TOOL_S),
            new Exponential(100),
            State.CLIENT,
            0,
            OnOutage.FAILOVER);
    ModelWorkload api =
        Worlds.model(0, new Constant(1), new Constant(1), new Batching(256, 2048, 100));
    Scenario scenario =
        Worlds.scenario(
            Duration.ofHours(200), 1000 * RTT_S, List.of(api, Worlds.agents(0.02, session)));
    Placed pool =
        Worlds.models(
            models, 4, Worlds.profile(new ThreeTerms(9.8e-3, 37e-6, 14e-9, 9.2e-3, 46e-6, 5e-10)));
    return Simulation.run(
        scenario, Worlds.placement(pool, Worlds.runtimes(Worlds.EAST, 10)), 1, List.of());
  }

  private static Latencies of(Observations seen, Metric metric) {
    return seen.latencies().stream()
        .filter(cell -> cell.metric() == metric)
        .findFirst()
        .orElseThrow()
        .latencies();
  }

  private static double total(Observations seen, Metric metric) {
    return of(seen, metric).mean() * of(seen, metric).count();
  }

  @Test
  void aTurnIsTheSumOfItsPartsAndACrossCloudLegIsARoundTripACall() {
    Observations home = run(Worlds.EAST);
    Observations away = run(Worlds.WEST);
    double turns = of(home, Metric.TURN).count();
    double calls = of(home, Metric.CALL).count();
    double steps = of(home, Metric.STEP).count();
    double turn = of(home, Metric.TURN).mean();
    // Turns that an end of the window cuts weigh on both sides: 86,000 turns hide them.
    double ofSteps = total(home, Metric.STEP) / turns + RTT_S;
    double ofCalls = (total(home, Metric.CALL) + TOOL_S * (steps - turns)) / turns + RTT_S;
    double further = of(away, Metric.TURN).mean() - turn;
    double legs = RTT_S * calls / turns;
    ValidityPage.section(
        "sessions",
        String.format(
            Locale.ROOT,
            "| quantity | from its parts | simulated | difference |%n|---|---|---|---|%n"
                + "| mean turn: steps and a round trip to the client | %.4f s | %.4f s | %+.2f %% |%n"
                + "| mean turn: calls, tools of 3 s and a round trip | %.4f s | %.4f s | %+.2f %% |%n"
                + "| models on another cloud, 80 ms away: calls x round trip | %.4f s | %.4f s |"
                + " %+.2f %% |%n",
            ofSteps,
            turn,
            100 * (turn / ofSteps - 1),
            ofCalls,
            turn,
            100 * (turn / ofCalls - 1),
            legs,
            further,
            100 * (further / legs - 1)));
    assertThat(turns).isGreaterThan(50_000);
    assertThat(turn).isCloseTo(ofSteps, within(1e-3 * ofSteps));
    // The mean of 600,000 tool times is itself known to 0.13 %.
    assertThat(turn).isCloseTo(ofCalls, within(4e-3 * ofCalls));
    assertThat(further).isCloseTo(legs, within(0.02 * legs));
  }
}
