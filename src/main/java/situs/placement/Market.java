package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import situs.model.Component;
import situs.placement.Callers.Caller;
import situs.placement.Relaxed.Way;

/**
 * Groups that share nothing but the instances of offers. A price for each offer that is scarce
 * takes them apart: each then chooses for itself.
 *
 * @param capacity instances by number of offer
 */
record Market(List<Group> groups, int[] capacity) {

  /**
   * Empty where the instances of a model do not carry as much as each other (prefill apart from
   * decode), where several ways to buy share instances, where a schedule rents them, or where a
   * demand has no way to go.
   */
  static Optional<Market> of(Stages all, Predicate<Lane> open) {
    Maker maker = new Maker(all, open, offers(all));
    if (!all.stages().stream().allMatch(maker::isPriced)
        || all.options().usable().stream().anyMatch(Market::isScheduled)) {
      return Optional.empty();
    }
    Set<Component> models = new LinkedHashSet<>();
    all.stages().stream()
        .filter(s -> !s.isOfSessions())
        .forEach(s -> models.add(s.flow().target()));
    List<Group> groups = models.stream().map(maker::group).toList();
    return Optional.of(new Market(groups, capacity(all, maker.offers())));
  }

  private static Map<String, Integer> offers(Stages all) {
    Map<String, Integer> offers = new LinkedHashMap<>();
    for (Stage stage : all.stages()) {
      stage.lanes().forEach(l -> offers.putIfAbsent(l.option().stock(), offers.size()));
    }
    return offers;
  }

  private static int[] capacity(Stages all, Map<String, Integer> offers) {
    int[] capacity = new int[offers.size()];
    for (Stage stage : all.stages()) {
      stage.lanes().forEach(l -> capacity[offers.get(l.option().stock())] = l.option().limit());
    }
    return capacity;
  }

  private static boolean isScheduled(Option option) {
    return option instanceof RentedOption rented && rented.isScheduled();
  }

  double[] noPrices() {
    return new double[capacity.length];
  }

  private record Maker(
      Stages all,
      Predicate<Lane> open,
      Map<String, Integer> offers,
      Callers callers,
      Map<Component, List<Stage>> stages) {

    Maker(Stages all, Predicate<Lane> open, Map<String, Integer> offers) {
      this(all, open, offers, new Callers(all, open, offers), new LinkedHashMap<>());
      all.stages()
          .forEach(s -> stages.computeIfAbsent(s.flow().target(), c -> new ArrayList<>()).add(s));
    }

    boolean isPriced(Stage stage) {
      if (stage.isOfSessions()) {
        return stage.lanes().stream().allMatch(l -> l.option().shared().isEmpty())
            && stage.lanes().stream().anyMatch(callers::leadsOn);
      }
      boolean even =
          stage.lanes().stream()
              .allMatch(l -> l.option().isEven() && l.option().shared().isEmpty());
      return even && (!stage.feeders().isEmpty() || stage.lanes().stream().anyMatch(open));
    }

    Group group(Component model) {
      List<Stage> clients = new ArrayList<>();
      Set<Component> runtimes = new LinkedHashSet<>();
      for (Stage stage : stages.getOrDefault(model, List.of())) {
        if (stage.feeders().isEmpty()) {
          clients.add(stage);
        } else {
          runtimes.add(stage.feeders().get(0).option().component());
        }
      }
      List<Caller> sessions = runtimes.stream().flatMap(r -> callers.of(of(r)).stream()).toList();
      return new Group(clients, sessions, relaxed(clients, runtimes), open, all.sizing(), offers);
    }

    private List<Stage> of(Component pool) {
      return stages.getOrDefault(pool, List.of());
    }

    private List<Relaxed.Pool> relaxed(List<Stage> clients, Set<Component> runtimes) {
      Relaxed relaxed = new Relaxed(all.sizing(), offers);
      List<List<Way>> toModels = new ArrayList<>();
      clients.forEach(s -> toModels.add(ways(s)));
      List<Relaxed.Pool> pools = new ArrayList<>();
      for (Component runtime : runtimes) {
        of(runtime).forEach(s -> toModels.add(callers.toModels(s)));
        pools.addAll(relaxed.apart(of(runtime).stream().map(callers::toRuntimes).toList()));
      }
      pools.addAll(relaxed.apart(toModels));
      return pools;
    }

    private List<Way> ways(Stage stage) {
      return stage.lanes().stream()
          .filter(open)
          .map(l -> new Way(l, l.transferUsdPerHour()))
          .toList();
    }
  }
}
