package situs.placement;

import java.util.Optional;
import situs.contract.Measure;
import situs.contract.Quota.Part;
import situs.model.Arrivals.Curve;
import situs.model.FrontierWorkload;
import situs.model.OriginDemand;
import situs.model.Scenario;
import situs.serving.CallMix;

/**
 * What goes over a hop in a stretch of time, and how far a run may stray from it.
 *
 * @param rates of the scenario's demand
 */
record Traffic(Scenario scenario, Rates rates) {
  /** Variance over squared mean of tokens, and 1: those of exponential lengths. Assumed. */
  private static final double SPREAD_OF_TOKENS = 2;

  static Traffic of(Scenario scenario) {
    return new Traffic(scenario, new Rates(scenario.starts(), scenario.durationS()));
  }

  /** Round trips, or tokens, if all of the stage went this way. */
  double amount(Stage stage, Measure of, Part part) {
    return units(stage, part) * perUnit(stage.flow(), of);
  }

  /** The same of a flow that these sessions cause, or that is one of sessions or calls itself. */
  double amount(Flow flow, Flow sessions, Measure of, Part part) {
    return units(flow, lengthS(sessions), part) * perUnit(flow, of);
  }

  /**
   * Sessions or calls. Those of sessions come, on average, a session's length after it began: long
   * sessions make more of the calls.
   */
  private double units(Stage stage, Part part) {
    Flow sessions = stage.feeders().isEmpty() ? stage.flow() : stage.feeders().get(0).flow();
    return units(stage.flow(), lengthS(sessions), part);
  }

  private double units(Flow flow, double lagS, Part part) {
    return flow.meanPerSecond()
        * rates.factor(demand(flow), part.fromS() - lagS, part.untilS() - lagS)
        * part.seconds();
  }

  private static double lengthS(Flow sessions) {
    return sessions.unit() instanceof Flow.Session s ? s.lengthS() : 0;
  }

  private static OriginDemand demand(Flow flow) {
    return flow.caller().demand().stream()
        .filter(d -> d.metro().equals(flow.origin().metro()))
        .findFirst()
        .orElseThrow();
  }

  /** Clients and runtimes make a round trip a turn. */
  private static double perUnit(Flow flow, Measure of) {
    if (flow.unit() instanceof Flow.Call call) {
      return of == Measure.REQUESTS ? 1 : tokens(call.mix());
    }
    return of == Measure.REQUESTS
        ? ((FrontierWorkload) flow.caller()).session().turns()
        : flow.tokensOut() + flow.tokensBack();
  }

  private static double tokens(CallMix mix) {
    return mix.kinds().stream().mapToDouble(k -> k.share() * k.tokensAtEnd()).sum();
  }

  /**
   * Variance over squared mean of what goes over a hop, if all of the stage went this way. Arrivals
   * are as bursty as the scenario says; the round trips of a session, whose number is geometric
   * with mean n, go the same way: together they vary 2n - 1 times as much as if they were sent
   * apart.
   */
  double variance(Stage stage, Measure of, Part part) {
    double together =
        stage.flow().unit() instanceof Flow.Call && stage.feeders().isEmpty()
            ? 1
            : 2 * perSession(stage.flow()) - 1;
    double spread = of == Measure.REQUESTS ? 1 : SPREAD_OF_TOKENS;
    double trips = units(stage, part) * perUnit(stage.flow(), Measure.REQUESTS);
    return trips == 0 ? 0 : together * spread * dispersion(stage.flow()) / trips;
  }

  private static double perSession(Flow flow) {
    FrontierWorkload.Session session = ((FrontierWorkload) flow.caller()).session();
    return flow.unit() instanceof Flow.Session ? session.turns() : CallMix.callsPerSession(session);
  }

  private static double dispersion(Flow flow) {
    return Optional.of(demand(flow).arrivals())
        .filter(Curve.class::isInstance)
        .map(a -> Math.max(1, ((Curve) a).burstiness().dispersion()))
        .orElse(1.0);
  }
}
