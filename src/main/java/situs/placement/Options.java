package situs.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import situs.model.Component;
import situs.model.Datacenter;
import situs.model.FrontierWorkload;
import situs.model.ModelWorkload;
import situs.model.Offer;
import situs.model.Region;
import situs.model.Scenario;
import situs.model.ServingProfile;
import situs.model.Workload;
import situs.serving.IterationTime;

/**
 * Every component against every offer of the scenario.
 *
 * @param usable in the order of the scenario: workloads, then datacenters, then offers, then
 *     managed models
 * @param rejected the other pairs, each with the reason
 * @param signedUsdPerHour what is signed for and paid in any case
 */
record Options(List<Option> usable, List<Rejected> rejected, double signedUsdPerHour) {

  /**
   * An offer that cannot hold a component.
   *
   * @param what {@link Offer#key} or service
   */
  record Rejected(Component component, Region region, String what, String reason) {
    @Override
    public String toString() {
      return region.id() + "/" + what + ": " + reason;
    }
  }

  Options {
    usable = List.copyOf(usable);
    rejected = List.copyOf(rejected);
  }

  List<Option> of(Component component) {
    return usable.stream().filter(o -> o.component().equals(component)).toList();
  }

  List<Rejected> rejectedFor(Component component) {
    return rejected.stream().filter(r -> r.component().equals(component)).toList();
  }

  static Options of(Scenario scenario) {
    List<Option> usable = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    Map<ServingProfile, IterationTime> times = new HashMap<>();
    for (Workload workload : scenario.workloads()) {
      Fit fit = fitOf(scenario, workload, times);
      for (Datacenter datacenter : scenario.datacenters()) {
        Set<String> seen = new HashSet<>();
        for (Offer offer : datacenter.offers()) {
          Fit.Answer answer =
              seen.add(offer.key()) ? fit.on(datacenter.region(), offer) : Fit.TWICE;
          answer.option().ifPresent(usable::add);
          answer
              .objection()
              .ifPresent(
                  why ->
                      rejected.add(
                          new Rejected(fit.component(), datacenter.region(), offer.key(), why)));
        }
        if (workload instanceof ModelWorkload model) {
          usable.addAll(managed(model, datacenter));
        }
      }
    }
    return new Options(usable, rejected, scenario.signedPerHour().toDouble());
  }

  private static List<Option> managed(ModelWorkload workload, Datacenter datacenter) {
    return datacenter.managed().stream()
        .filter(m -> m.model().equals(workload.model().name()))
        .<Option>map(m -> new ManagedOption(workload.pool(), datacenter.region(), m))
        .toList();
  }

  private static Fit fitOf(
      Scenario scenario, Workload workload, Map<ServingProfile, IterationTime> times) {
    return workload instanceof FrontierWorkload frontier
        ? new RuntimeFit(scenario, frontier)
        : ModelFit.of(
            scenario,
            (ModelWorkload) workload,
            profile -> times.computeIfAbsent(profile, IterationTime::of));
  }
}
