package situs.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import situs.model.FrontierWorkload;
import situs.model.Placement;
import situs.model.Scenario;
import situs.model.Workload;

/**
 * A part of the world whose traffic never meets that of another part: workloads that share no pool
 * with the others. Each island has an event loop of its own, small enough for a processor's caches,
 * and islands may be simulated side by side.
 *
 * @param scenario with the island's workloads only
 * @param placement with their components only
 */
record Island(Scenario scenario, Placement placement) {

  /** The whole world in as many islands as there are, in the order of their first workload. */
  static List<Island> of(Scenario scenario, Placement placement) {
    Map<String, List<Workload>> groups = new LinkedHashMap<>();
    for (Workload workload : scenario.workloads()) {
      groups.computeIfAbsent(shared(workload), name -> new ArrayList<>()).add(workload);
    }
    return groups.values().stream().map(g -> restricted(scenario, placement, g)).toList();
  }

  /** Pools are shared by those who call the same model workload, and by that workload itself. */
  private static String shared(Workload workload) {
    return workload instanceof FrontierWorkload frontier ? frontier.calls() : workload.name();
  }

  private static Island restricted(
      Scenario scenario, Placement placement, List<Workload> workloads) {
    Set<String> names = new HashSet<>();
    workloads.forEach(workload -> names.add(workload.name()));
    Placement mine =
        new Placement(
            placement.strategy(),
            placement.placed().stream()
                .filter(p -> names.contains(p.component().workload()))
                .toList(),
            List.of(),
            placement.routing(),
            placement.shares().stream().filter(s -> names.contains(s.workload())).toList());
    return new Island(scenario.with(scenario.datacenters(), workloads), mine);
  }
}
