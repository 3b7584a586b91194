package situs.placement;

import java.util.Optional;
import situs.model.FrontierWorkload;
import situs.model.FrontierWorkload.Session;
import situs.model.Network;
import situs.model.Objective;
import situs.model.Region;
import situs.serving.CallMix;

/**
 * How long a flow waits on a lane, in the mean and by the estimates that pools are sized with (ADR
 * 8): the round trip, and the time on a server that is loaded as planned. Waiting in queues is not
 * in it, so a lane that is late here is late in the simulation as well; the reverse does not hold.
 *
 * @param sizing how much the pools are loaded
 */
record Pace(Network network, Sizing sizing) {

  /** Seconds that a caller waits for one unit of the flow: a call, or the trips of a session. */
  double seconds(Flow flow, Option option) {
    double tripS = flow.origin().rttMs(network, option.region().id()) / 1000;
    if (option instanceof ModelServer model) {
      return tripS + callS(flow, model);
    }
    return tripS * ((FrontierWorkload) flow.caller()).session().turns();
  }

  /** Whether the mean is above a limit that a quantile is to keep. */
  boolean late(Flow flow, Option option) {
    return option instanceof ModelServer model
        && flow.caller().objectives().stream().anyMatch(o -> missed(o, flow, model));
  }

  private boolean missed(Objective objective, Flow flow, ModelServer model) {
    return estimate(objective, flow, model).filter(s -> s > objective.limitS()).isPresent();
  }

  private Optional<Double> estimate(Objective objective, Flow flow, ModelServer model) {
    double tripS = flow.origin().rttMs(network, model.region().id()) / 1000;
    double callS = callS(flow, model);
    double firstS = model.firstTokenS(mix(flow));
    return switch (objective.metric()) {
      case TTFT -> Optional.of(tripS + firstS);
      case TPOT -> Optional.of((callS - firstS) / mix(flow).meanOutput());
      case CALL -> Optional.of(tripS + callS);
      case STEP -> session(flow).map(s -> tripS + callS + s.toolTimeS().mean());
      case TURN -> session(flow).map(s -> turnS(flow, s, tripS + callS));
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
    return model.callS(mix(flow), sizing.modelUtilisation());
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
