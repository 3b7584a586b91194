package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.model.FrontierWorkload;
import situs.model.Scenario;

/**
 * Options that may be used: the component may stand there, and the traffic may go there.
 *
 * <p>A runtime is judged together with what follows from it: its state store in the same region,
 * and at least one model option to which its calls may go by it.
 *
 * <p>Callers pick a pool at run time without asking a contract, so a pool is admitted only when all
 * of the component's flows may go there. Where no option is free for all, each flow is admitted to
 * its own.
 */
record Permitted(Permission permission, String reading) implements Admission {

  @Override
  public Admitted admit(Allocator.Context context, List<Flow> flows, List<Option> options) {
    Map<Flow, List<Option>> own = new LinkedHashMap<>();
    Map<Flow, List<String>> refusals = new LinkedHashMap<>();
    for (Flow flow : flows) {
      List<Option> permitted = new ArrayList<>();
      List<String> refused = new ArrayList<>();
      for (Option option : options) {
        objection(context, flow, option)
            .ifPresentOrElse(
                why -> refused.add(option.offerKey() + ": " + why), () -> permitted.add(option));
      }
      own.put(flow, permitted);
      refusals.put(flow, refused);
    }
    List<Option> common =
        options.stream()
            .filter(o -> own.values().stream().allMatch(mine -> mine.contains(o)))
            .toList();
    if (common.isEmpty()) {
      return new Admitted(own, refusals, "permitted by the " + reading + " to this origin; ");
    }
    own.replaceAll((flow, mine) -> common);
    return new Admitted(own, refusals, "permitted by the " + reading + "; ");
  }

  Optional<String> objection(Allocator.Context context, Flow flow, Option option) {
    return standing(option)
        .or(() -> permission.toRoute(flow.routeTo(option.region())))
        .or(
            () ->
                option instanceof RuntimeOption
                    ? consequences(context, flow, option)
                    : Optional.empty());
  }

  private Optional<String> standing(Option option) {
    return permission.toPlace(option.component(), option.region(), option.rented());
  }

  /** What a runtime brings with it. */
  private Optional<String> consequences(Allocator.Context context, Flow flow, Option runtime) {
    FrontierWorkload caller = (FrontierWorkload) flow.caller();
    return permission
        .toPlace(caller.stateStore(), runtime.region(), Optional.empty())
        .or(() -> noModelFor(context, flow, caller, runtime));
  }

  /** The objection to the first model option when there is one to every option. */
  private Optional<String> noModelFor(
      Allocator.Context context, Flow flow, FrontierWorkload caller, Option runtime) {
    Scenario scenario = context.scenario();
    Flow calls = Demand.fromRuntime(scenario, flow, runtime, 1);
    List<Option> models = context.options().of(scenario.modelOf(caller).pool());
    Optional<String> first = Optional.empty();
    for (Option model : models) {
      Optional<String> objection =
          standing(model).or(() -> permission.toRoute(calls.routeTo(model.region())));
      if (objection.isEmpty()) {
        return Optional.empty();
      }
      first = first.or(() -> objection);
    }
    return first.map(why -> "its model calls may go nowhere: " + why);
  }
}
