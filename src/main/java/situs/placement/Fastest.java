package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import situs.contract.Contracts;
import situs.model.FrontierWorkload;
import situs.model.Placement;
import situs.model.RegionId;
import situs.model.Scenario;
import situs.placement.Choice.Candidate;
import situs.serving.CallMix;

/**
 * Each flow to where it is answered soonest: the round trip and the time on the server, by the
 * profile of the accelerator. For a runtime: its round trip, and those of a turn's calls to the
 * best model region for it. Replicas are planned with more room than usual.
 */
public final class Fastest implements Strategy {

  private record Scored(Option option, double seconds, String words) {}

  @Override
  public String name() {
    return "fastest";
  }

  @Override
  public String description() {
    return "each origin where it is answered soonest, with more replicas than needed";
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    return Planner.plan(scenario, name(), new Greedy(Fastest::choose), Sizing.ROOMY);
  }

  private static Choice choose(Allocator.Context context, Flow flow, List<Option> options) {
    List<Scored> sorted =
        options.stream()
            .map(o -> score(context, flow, o))
            .sorted(
                Comparator.comparingDouble(Scored::seconds)
                    .thenComparingDouble(s -> s.option().unitCost(flow, Sizing.ROOMY).usd())
                    .thenComparing(s -> s.option().id()))
            .toList();
    List<Candidate> ranked = new ArrayList<>();
    for (Scored s : sorted) {
      String rank = ranked.isEmpty() ? "soonest" : "soonest with room";
      ranked.add(new Candidate(s.option(), rank + " for " + flow.origin() + ", " + s.words()));
    }
    return Choice.of(ranked, List.of());
  }

  private static Scored score(Allocator.Context context, Flow flow, Option option) {
    double rttS = Nearest.rttMs(context, flow, option) / 1000;
    if (option instanceof ModelServer model) {
      double callS = callS(model, ((Flow.Call) flow.unit()).mix());
      return new Scored(
          option,
          rttS + callS,
          String.format(
              Locale.ROOT,
              "%.1f ms away, a call takes %.3g s on %s",
              1000 * rttS,
              callS,
              model.server()));
    }
    return turn(context, (FrontierWorkload) flow.caller(), option, rttS);
  }

  private static Scored turn(
      Allocator.Context context, FrontierWorkload caller, Option runtime, double rttS) {
    Scenario scenario = context.scenario();
    RegionId from = runtime.region().id();
    CallMix mix = CallMix.sessions(caller, scenario.modelOf(caller).model());
    Optional<Scored> best =
        context.options().of(scenario.modelOf(caller).pool()).stream()
            .map(o -> answer(scenario, from, (ModelServer) o, mix))
            .min(Comparator.comparingDouble(Scored::seconds).thenComparing(s -> s.option().id()));
    double callsS = best.map(b -> b.seconds() * caller.session().stepsPerTurn()).orElse(0.0);
    String calls =
        best.map(
                b ->
                    String.format(
                        Locale.ROOT, ", a turn's calls to %s take %.3g s", b.words(), callsS))
            .orElse("");
    return new Scored(
        runtime, rttS + callsS, String.format(Locale.ROOT, "%.1f ms away%s", 1000 * rttS, calls));
  }

  private static Scored answer(Scenario scenario, RegionId from, ModelServer model, CallMix mix) {
    double rttS = scenario.network().rtt(from, model.region().id()).ms() / 1000;
    return new Scored(model, rttS + callS(model, mix), model.region().id().toString());
  }

  private static double callS(ModelServer option, CallMix mix) {
    return option.callS(mix, Sizing.ROOMY.modelUtilisation());
  }
}
