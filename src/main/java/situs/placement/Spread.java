package situs.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.placement.Choice.Candidate;
import situs.placement.Choice.Portion;

/**
 * Every flow over all providers, in proportion to what their offers could carry of it; within a
 * provider the nearest region first. What a provider has no room for goes to the others.
 */
public final class Spread implements Strategy {

  @Override
  public String name() {
    return "spread";
  }

  @Override
  public String description() {
    return "over all providers in proportion to their capacity, in the nearest region of each";
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    // Any other rule would send everybody to one provider again.
    return Planner.plan(
        scenario, name(), new Greedy(Spread::choose), Sizing.USUAL, RoutingRule.WEIGHTED);
  }

  private static Choice choose(Allocator.Context context, Flow flow, List<Option> options) {
    Map<String, Double> capacity = new TreeMap<>();
    for (Option o : options) {
      double whole = o.capacity(o.limit(), Sizing.USUAL) / o.work(flow);
      capacity.merge(o.region().id().provider(), whole, Double::sum);
    }
    double total = capacity.values().stream().mapToDouble(Double::doubleValue).sum();
    if (total == 0) {
      return Choice.of(List.of(), List.of());
    }
    List<Portion> portions = new ArrayList<>();
    capacity.forEach(
        (provider, own) ->
            portions.add(
                new Portion(own / total, ranked(context, flow, options, provider, own / total))));
    return new Choice(portions, List.of());
  }

  private static List<Candidate> ranked(
      Allocator.Context context, Flow flow, List<Option> options, String provider, double share) {
    List<Option> own = new ArrayList<>(options);
    List<Option> others = new ArrayList<>(options);
    own.removeIf(o -> !o.region().id().provider().equals(provider));
    others.removeIf(o -> o.region().id().provider().equals(provider));
    String because =
        String.format(Locale.ROOT, "%s has %.0f %% of the capacity", provider, 100 * share);
    List<Candidate> ranked = new ArrayList<>(Nearest.ranked(context, flow, own, because));
    ranked.addAll(Nearest.ranked(context, flow, others, because + " and no room left"));
    return ranked;
  }
}
