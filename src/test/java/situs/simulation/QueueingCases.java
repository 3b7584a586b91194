package situs.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import situs.model.Distribution;
import situs.model.Distribution.Constant;
import situs.model.Distribution.Exponential;
import situs.model.Distribution.LogNormal;
import situs.model.FrontierWorkload.OnOutage;
import situs.model.FrontierWorkload.Session;
import situs.model.FrontierWorkload.State;
import situs.model.ModelWorkload.Batching;
import situs.model.Placement;
import situs.model.Scenario;
import situs.model.ServingProfile.ThreeTerms;

/**
 * The engine dressed as queues of known theory. A replica that holds one sequence is a server; an
 * output of n tokens is a service of n - 1 iterations after a first token that prefill gives for
 * free. A replica that holds many, with iterations that take as long as it has sequences, is a
 * processor shared by all.
 */
final class QueueingCases {
  /** An iteration is this part of a mean service: rounding to whole ones disappears in it. */
  private static final double TOKENS = 1000;

  /** Tokens that make a mean service: the first of an answer is not part of it. */
  private static final double OUTPUT = TOKENS + 1;

  /** Requests of a replication after the warm-up. */
  private static final double REQUESTS = 100_000;

  private static final ThreeTerms SERVER = new ThreeTerms(1 / TOKENS, 0, 0, 0, 0, 0);
  private static final ThreeTerms SHARED = new ThreeTerms(0, 1 / TOKENS, 0, 0, 0, 0);

  private QueueingCases() {}

  static List<QueueingCase> all() {
    List<QueueingCase> cases = new ArrayList<>();
    for (double load : new double[] {0.3, 0.5, 0.7, 0.8, 0.9, 0.95}) {
      cases.add(mmc(1, load));
    }
    for (double load : new double[] {0.5, 0.8, 0.95}) {
      cases.add(mmc(2, load));
      cases.add(mmc(10, load));
    }
    cases.add(mmc(50, 0.95));
    for (double load : new double[] {0.3, 0.6, 0.8, 0.95}) {
      cases.add(mg1("M/D/1", new Constant(OUTPUT), 1, load));
    }
    // Two lengths at even odds, a tenth and 1.9 of the mean: (0.01 + 3.61) / 2.
    Distribution two = new Distribution.Empirical(List.of(0.1 * TOKENS + 1, 1.9 * TOKENS + 1));
    // A log-normal of sigma 0.9 has a second moment of exp(0.81) over the square of its mean.
    double sigma = 0.9;
    Distribution skew = logNormal(sigma);
    for (double load : new double[] {0.5, 0.8, 0.9}) {
      cases.add(mg1("M/G/1, two lengths", two, 1.81, load));
      cases.add(mg1("M/G/1, log-normal", skew, StrictMath.exp(sigma * sigma), load));
    }
    cases.add(shared("M/M/1-PS", new Exponential(OUTPUT), 0.8));
    cases.add(shared("M/D/1-PS", new Constant(OUTPUT), 0.8));
    cases.add(shared("M/G/1-PS, log-normal", skew, 0.8));
    cases.add(shared("M/G/1-PS, two lengths", two, 0.5));
    cases.add(lossy(1, 0.9, 4));
    cases.add(lossy(2, 0.8, 6));
    cases.add(lossy(10, 0.95, 20));
    for (double load : new double[] {0.5, 0.8, 0.9}) {
      cases.add(feedback(load));
    }
    return cases;
  }

  private static LogNormal logNormal(double sigma) {
    // exp(1.2816 sigma) is p90 over the median; the mean is the median times exp(sigma^2 / 2).
    double median = OUTPUT / StrictMath.exp(sigma * sigma / 2);
    return new LogNormal(median, median * StrictMath.exp(1.2815515655446004 * sigma), 1e6);
  }

  private static QueueingCase mmc(int servers, double load) {
    return new QueueingCase(
        "M/M/" + servers,
        load,
        "mean wait",
        QueueTheory.mmcWait(servers, load),
        "Erlang 1917",
        api(load * servers, new Exponential(OUTPUT), new Batching(1, 1, 1_000_000), servers),
        placement(servers, SERVER),
        seen -> seen.pools().get(0).meanWaitS());
  }

  private static QueueingCase mg1(
      String name, Distribution service, double secondMoment, double load) {
    return new QueueingCase(
        name,
        load,
        "mean wait",
        QueueTheory.mg1Wait(load, secondMoment),
        "Pollaczek 1930, Khinchine 1932",
        api(load, service, new Batching(1, 1, 1_000_000), 1),
        placement(1, SERVER),
        seen -> seen.pools().get(0).meanWaitS());
  }

  private static QueueingCase shared(String name, Distribution service, double load) {
    return new QueueingCase(
        name,
        load,
        "mean time",
        QueueTheory.processorSharingTime(load),
        "insensitivity; Kleinrock 1976, 4.4",
        api(load, service, new Batching(10_000, 20_000, 1_000_000), 1),
        placement(1, SHARED),
        seen -> seen.pools().get(0).meanTimeInSystemS());
  }

  /** At most {@code places} requests at the pool, those in service included. */
  private static QueueingCase lossy(int servers, double load, int places) {
    int queue = places / servers - 1;
    return new QueueingCase(
        String.format(Locale.ROOT, "M/M/%d/%d", servers, servers * (1 + queue)),
        load,
        "share lost",
        QueueTheory.lost(servers, load, servers * (1 + queue)),
        "birth and death",
        api(load * servers, new Exponential(OUTPUT), new Batching(1, 1, queue), servers),
        placement(servers, SERVER),
        seen -> (double) seen.counts().get(0).refused() / seen.counts().get(0).offered());
  }

  /**
   * A Jackson network: sessions call the same server again and again, eight times in the mean, and
   * think for an exponential time in between.
   */
  private static QueueingCase feedback(double load) {
    double calls = 8;
    Session session =
        new Session(
            1,
            calls,
            new Constant(1),
            new Constant(1),
            new Exponential(OUTPUT),
            1,
            new Exponential(5),
            new Constant(0),
            State.SERVER,
            0,
            OnOutage.FAILOVER);
    Scenario scenario =
        sized(
            load,
            List.of(
                Worlds.model(0, new Constant(1), new Constant(1), new Batching(1, 1, 1_000_000)),
                Worlds.agents(load / calls, session)));
    return new QueueingCase(
        "Jackson network",
        load,
        "mean number",
        QueueTheory.jacksonNumber(load),
        "Jackson 1957",
        scenario,
        Worlds.placement(
            Worlds.models(Worlds.EAST, 1, Worlds.profile(SERVER)),
            Worlds.runtimes(Worlds.EAST, 100)),
        seen -> seen.pools().get(0).meanInSystem());
  }

  private static Scenario api(double perSecond, Distribution output, Batching limits, int servers) {
    return sized(perSecond, List.of(Worlds.model(perSecond, new Constant(1), output, limits)));
  }

  private static Scenario sized(double perSecond, List<? extends situs.model.Workload> workloads) {
    return Worlds.scenario(
        Duration.ofSeconds(Math.round(REQUESTS / perSecond)), 0, List.copyOf(workloads));
  }

  private static Placement placement(int servers, ThreeTerms iteration) {
    return Worlds.placement(Worlds.models(Worlds.EAST, servers, Worlds.profile(iteration)));
  }
}
