package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.model.Component;
import situs.model.FrontierWorkload;
import situs.model.FrontierWorkload.Session;
import situs.model.FrontierWorkload.State;
import situs.model.ModelWorkload;
import situs.model.OriginDemand;
import situs.model.Scenario;
import situs.model.Workload;
import situs.placement.Ledger.Assignment;
import situs.serving.CallMix;

/**
 * The flows of a scenario: sessions to runtimes, then calls to models.
 *
 * <p>Rates are those of the curve, each origin at its own peak of the week at the highest that
 * growth brings within the run. Surges and bursts are not planned for: they are what a plan is
 * tested with.
 */
final class Demand {
  private Demand() {}

  static List<FrontierWorkload> callersOf(Scenario scenario, ModelWorkload workload) {
    return scenario.workloads().stream()
        .filter(FrontierWorkload.class::isInstance)
        .map(FrontierWorkload.class::cast)
        .filter(f -> f.calls().equals(workload.name()) && !f.demand().isEmpty())
        .toList();
  }

  static double meanPerSecond(Scenario scenario, Workload workload) {
    double runS = scenario.durationS();
    return workload.demand().stream().mapToDouble(d -> d.arrivals().meanPerSecond(runS)).sum();
  }

  /** Sessions to the runtimes. */
  static List<Flow> sessions(Scenario scenario, Options options) {
    List<Flow> flows = new ArrayList<>();
    for (Workload workload : scenario.workloads()) {
      if (workload instanceof FrontierWorkload frontier) {
        ModelWorkload model = scenario.modelOf(frontier);
        double lengthS = lengthS(frontier, model, options.of(model.pool()));
        Session session = frontier.session();
        for (OriginDemand origin : frontier.demand()) {
          flows.add(
              new Flow(
                  frontier,
                  frontier.runtimePool(),
                  new Origin(origin.metro(), Optional.empty()),
                  origin.arrivals().peakPerSecond(scenario.durationS()),
                  origin.arrivals().meanPerSecond(scenario.durationS()),
                  new Flow.Session(lengthS),
                  session.turns() * session.append().mean(),
                  session.turns() * session.output().mean()));
        }
      }
    }
    return flows;
  }

  /**
   * Mean seconds from a session's first call to its last answer: the calls on the slowest saturated
   * option, tools between the calls of a turn, thinking between turns. Round trips are left out.
   */
  private static double lengthS(
      FrontierWorkload frontier, ModelWorkload model, List<Option> models) {
    CallMix mix = CallMix.sessions(frontier, model.model());
    double callS =
        models.stream().mapToDouble(o -> ((ModelServer) o).callS(mix, 1)).max().orElse(0);
    Session s = frontier.session();
    double turnS = s.stepsPerTurn() * callS + (s.stepsPerTurn() - 1) * s.toolTimeS().mean();
    return s.turns() * turnS + (s.turns() - 1) * s.thinkTimeS().mean();
  }

  /** Calls to the models: from clients, and from the runtimes as they were placed. */
  static List<Flow> calls(Scenario scenario, Ledger placed) {
    return calls(scenario, placed.assignments());
  }

  /** The same; assignments to models are passed over. */
  static List<Flow> calls(Scenario scenario, List<Assignment> placed) {
    List<Flow> flows = new ArrayList<>();
    for (Workload workload : scenario.workloads()) {
      if (workload instanceof ModelWorkload model) {
        model.demand().forEach(origin -> flows.add(direct(scenario, model, origin)));
      }
    }
    Map<String, Flow> byRuntime = new LinkedHashMap<>();
    for (Assignment a : placed) {
      if (a.option() instanceof RuntimeOption) {
        Flow flow = fromRuntime(scenario, a.flow(), a.option(), a.share());
        byRuntime.merge(flow.caller().name() + " " + flow.origin(), flow, Demand::sum);
      }
    }
    flows.addAll(byRuntime.values());
    return flows;
  }

  private static Flow direct(Scenario scenario, ModelWorkload model, OriginDemand origin) {
    CallMix mix = CallMix.direct(model);
    return new Flow(
        model,
        model.pool(),
        new Origin(origin.metro(), Optional.empty()),
        origin.arrivals().peakPerSecond(scenario.durationS()),
        origin.arrivals().meanPerSecond(scenario.durationS()),
        new Flow.Call(mix),
        mix.kinds().get(0).promptTokens(),
        mix.meanOutput());
  }

  /** The model calls of a share of a session flow that was given to a runtime. */
  static Flow fromRuntime(Scenario scenario, Flow sessions, Option runtime, double share) {
    FrontierWorkload frontier = (FrontierWorkload) sessions.caller();
    ModelWorkload model = scenario.modelOf(frontier);
    CallMix mix = CallMix.sessions(frontier, model.model());
    double calls = CallMix.callsPerSession(frontier.session()) * share;
    boolean whole = frontier.session().state() == State.CLIENT;
    double carried =
        mix.kinds().stream()
            .mapToDouble(k -> k.share() * (k.promptTokens() + (whole ? k.cachedTokens() : 0)))
            .sum();
    return new Flow(
        frontier,
        model.pool(),
        new Origin(sessions.origin().metro(), Optional.of(runtime.region())),
        sessions.peakPerSecond() * calls,
        sessions.meanPerSecond() * calls,
        new Flow.Call(mix),
        carried,
        mix.meanOutput());
  }

  /** Two parts of one demand that came to one region on two instance types. */
  private static Flow sum(Flow a, Flow b) {
    return new Flow(
        a.caller(),
        a.target(),
        a.origin(),
        a.peakPerSecond() + b.peakPerSecond(),
        a.meanPerSecond() + b.meanPerSecond(),
        a.unit(),
        a.tokensOut(),
        a.tokensBack());
  }

  /** The components that a scenario wants placed by demand, in its order. */
  static List<Component> components(List<Flow> flows) {
    return flows.stream().map(Flow::target).distinct().toList();
  }
}
