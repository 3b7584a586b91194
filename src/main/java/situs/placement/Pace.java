package situs.placement;

import java.util.Optional;
import situs.model.FrontierWorkload;
import situs.model.FrontierWorkload.Session;
import situs.model.Metric;
import situs.model.Network;
import situs.model.Objective;
import situs.model.Region;
import situs.serving.CallMix;

/**
 * How long a flow waits on a lane, in the mean: by the estimates that pools are sized with (ADR 8)
 * as far as plans weigh it, and with queues (ADR 45) as far as objectives are held against it. What
 * a limit on a quantile is missed by in the mean is missed; the reverse does not hold.
 *
 * @param sizing how much the pools are loaded
 * @param caution what quantiles are taken to lie above the mean
 */
record Pace(Network network, Sizing sizing, Caution caution) {

  /** A utilisation at which calls meet no others. */
  private static final double NOBODY = 1e-6;

  /** With no more care than usual. */
  Pace(Network network, Sizing sizing) {
    this(network, sizing, Caution.NONE);
  }

  /**
   * Seconds that a caller waits for one unit of the flow, a call or the trips of a session, however
   * full the pool is: {@link Occupancy} has what depends on that.
   */
  double seconds(Flow flow, Option option) {
    double tripS = flow.origin().rttMs(network, option.region().id()) / 1000;
    if (option instanceof ModelServer model) {
      return Occupancy.tells(model) ? tripS : tripS + callS(flow, model);
    }
    return tripS * ((FrontierWorkload) flow.caller()).session().turns();
  }

  /** Whether the mean is above a limit that a quantile is to keep. */
  boolean late(Flow flow, Option option) {
    return option instanceof ModelServer model
        && flow.caller().objectives().stream().anyMatch(o -> missed(o, flow, model));
  }

  private boolean missed(Objective objective, Flow flow, ModelServer model) {
    double spread = spread(objective, flow);
    boolean emptier = caution.pools() == Caution.Pools.EMPTIER && spread == 0;
    // A spread is one above the mean of full pools.
    Optional<Double> least =
        emptier
            ? estimate(objective.metric(), flow, model, NOBODY, model.leastWaitS(NOBODY))
            : leastAtFullS(objective.metric(), flow, model);
    return least.filter(s -> s + spread > objective.limitS()).isPresent();
  }

  private double spread(Objective objective, Flow flow) {
    return caution.spread(new Caution.Latency(flow.caller().name(), objective.metric()));
  }

  /**
   * The mean of a metric on a lane to a model, the wait for the prompts before it included; empty
   * where the flow has none.
   */
  Optional<Double> estimate(Metric metric, Flow flow, ModelServer model, Loads.Load load) {
    double waitS = model.expectedWaitS(load.utilisation(), load.instances());
    return estimate(metric, flow, model, load.utilisation(), waitS);
  }

  /** The same where the pool is as full as it may be, and no pool as full is quicker. */
  Optional<Double> leastAtFullS(Metric metric, Flow flow, ModelServer model) {
    double utilisation = sizing.utilisation(model.component());
    return estimate(metric, flow, model, utilisation, model.leastWaitS(utilisation));
  }

  private Optional<Double> estimate(
      Metric metric, Flow flow, ModelServer model, double utilisation, double waitS) {
    double tripS = flow.origin().rttMs(network, model.region().id()) / 1000;
    double callS = model.expectedCallS(mix(flow), utilisation);
    double firstS = model.firstTokenS(mix(flow));
    double wholeS = tripS + waitS + callS;
    return switch (metric) {
      case TTFT -> Optional.of(tripS + waitS + firstS);
      case TPOT -> Optional.of((callS - firstS) / mix(flow).meanOutput());
      case CALL -> Optional.of(wholeS);
      // The last step of a turn calls no tool.
      case STEP ->
          session(flow).map(s -> wholeS + s.toolTimeS().mean() * (1 - 1 / s.stepsPerTurn()));
      case TURN -> session(flow).map(s -> turnS(flow, s, wholeS));
    };
  }

  private double turnS(Flow flow, Session session, double callS) {
    double clientS =
        flow.origin()
            .runtime()
            .map(Region::id)
            .map(runtime -> network.rtt(flow.origin().metro(), runtime).ms() / 1000)
            .orElse(0.0);
    double toolsS = (session.stepsPerTurn() - 1) * session.toolTimeS().mean();
    return clientS + session.stepsPerTurn() * callS + toolsS;
  }

  private double callS(Flow flow, ModelServer model) {
    return model.callS(mix(flow), sizing.utilisation(model.component()));
  }

  private static CallMix mix(Flow flow) {
    return ((Flow.Call) flow.unit()).mix();
  }

  private static Optional<Session> session(Flow flow) {
    return flow.caller() instanceof FrontierWorkload frontier
        ? Optional.of(frontier.session())
        : Optional.empty();
  }
}
