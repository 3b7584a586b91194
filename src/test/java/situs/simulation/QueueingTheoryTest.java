package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.model.Distribution;
import situs.model.ModelWorkload.Batching;
import situs.model.ServingProfile.ThreeTerms;

/**
 * A pool with one sequence a replica, no prefill and exponential output lengths is M/M/c: the
 * engine against Erlang's formula of 1917.
 */
class QueueingTheoryTest {
  private static final int REPLICATIONS = 10;
  private static final double TOKEN_S = 0.001;
  private static final double MEAN_TOKENS = 1000;

  @ParameterizedTest(name = "{0} replicas at load {1}")
  @CsvSource({"1, 0.5", "4, 0.8", "10, 0.9"})
  void meanWaitIsErlangs(int replicas, double load) {
    // A constant a second service: an output of n tokens takes n - 1 iterations after the first
    // token, which prefill gives for free; rounded to whole tokens the mean stays 1000 to 1e-7.
    double meanServiceS = (MEAN_TOKENS - 1) * TOKEN_S;
    double rate = load * replicas / meanServiceS;
    SummaryStatistics waits = new SummaryStatistics();
    for (int replication = 1; replication <= REPLICATIONS; replication++) {
      waits.addValue(run(rate, replicas, replication).meanWaitS());
    }
    double halfWidth =
        new TDistribution(REPLICATIONS - 1).inverseCumulativeProbability(0.975)
            * waits.getStandardDeviation()
            / Math.sqrt(REPLICATIONS);
    double theory = erlangC(replicas, load) * meanServiceS / (replicas * (1 - load));
    System.out.printf(
        "M/M/%d at load %.1f: wait %.4f s +- %.4f, Erlang C %.4f s%n",
        replicas, load, waits.getMean(), halfWidth, theory);
    assertThat(theory).isBetween(waits.getMean() - halfWidth, waits.getMean() + halfWidth);
    // An interval so wide that it says nothing would be no test.
    assertThat(halfWidth).isLessThan(0.08 * theory);
  }

  private static PoolUse run(double rate, int replicas, int replication) {
    var output = new Distribution.Exponential(MEAN_TOKENS);
    var model =
        Worlds.model(rate, new Distribution.Constant(1), output, new Batching(1, 1, 100_000));
    var scenario = Worlds.scenario(Duration.ofHours(20), 0, List.of(model));
    var profile = Worlds.profile(new ThreeTerms(TOKEN_S, 0, 0, 0, 0, 0));
    var placement = Worlds.placement(Worlds.models(Worlds.EAST, replicas, profile));
    return Simulation.run(scenario, placement, replication, List.of()).pools().get(0);
  }

  /** Probability of waiting in M/M/c, by the recursion of Erlang B. */
  private static double erlangC(int servers, double load) {
    double offered = servers * load;
    double blocking = 1;
    for (int n = 1; n <= servers; n++) {
      blocking = offered * blocking / (n + offered * blocking);
    }
    return blocking / (1 - load * (1 - blocking));
  }
}
