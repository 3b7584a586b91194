package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import situs.model.Component;

/**
 * Components that share nothing but the instances of offers. A price for each offer that is scarce
 * takes them apart: each then chooses for itself.
 *
 * @param capacity instances by number of offer
 */
record Market(List<Component> names, List<Priced> components, int[] capacity) {

  /**
   * Empty where components share more than offers (sessions that call a model), or where a clause
   * lets one origin of a component go where another may not.
   */
  static Optional<Market> of(Stages all, Predicate<Lane> open) {
    Map<Component, List<Stage>> byComponent = new LinkedHashMap<>();
    Map<String, Integer> offers = new LinkedHashMap<>();
    List<Integer> capacity = new ArrayList<>();
    for (Stage stage : all.stages()) {
      if (stage.flow().unit() instanceof Flow.Session) {
        return Optional.empty();
      }
      byComponent.computeIfAbsent(stage.flow().target(), c -> new ArrayList<>()).add(stage);
      for (Lane lane : stage.lanes()) {
        if (offers.putIfAbsent(lane.option().stock(), offers.size()) == null) {
          capacity.add(lane.option().limit());
        }
      }
    }
    if (!byComponent.values().stream().allMatch(stages -> alike(stages, open))) {
      return Optional.empty();
    }
    List<Priced> priced =
        byComponent.values().stream()
            .map(stages -> Priced.of(stages, open, all.sizing(), offers))
            .toList();
    int[] instances = capacity.stream().mapToInt(Integer::intValue).toArray();
    return Optional.of(new Market(List.copyOf(byComponent.keySet()), priced, instances));
  }

  private static boolean alike(List<Stage> stages, Predicate<Lane> open) {
    return stages.stream().map(stage -> ids(stage, open)).distinct().count() == 1;
  }

  private static List<String> ids(Stage stage, Predicate<Lane> open) {
    return stage.lanes().stream().filter(open).map(l -> l.option().id()).toList();
  }

  double[] noPrices() {
    return new double[capacity.length];
  }
}
