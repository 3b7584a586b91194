package situs.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import situs.placement.Priced.Pattern;
import situs.placement.Priced.Portion;
import situs.placement.Relaxed.Way;

/** The sessions of a scenario, and what follows from where they are. */
final class Callers {
  private final Predicate<Lane> open;
  private final Sizing sizing;
  private final Map<String, Integer> offers;

  /** The stage of the calls that follow from a lane of sessions. */
  private final Map<Lane, Stage> calls = new HashMap<>();

  /**
   * Sessions of one workload, from origins with the same runtime pools to choose from.
   *
   * @param runtimes from which their calls reach a model
   */
  record Caller(List<Runtime> runtimes) {}

  /**
   * All of a caller's sessions in one runtime pool. No two are equal: they are kept as keys.
   *
   * @param calls that then are made
   * @param usdPerHour rent and the sessions' transfer
   * @param leastCallsUsdPerHour the calls' transfer, each to the model that is cheapest to reach
   */
  record Runtime(
      int id,
      Option option,
      int offer,
      int instances,
      List<Lane> lanes,
      List<Stage> calls,
      double usdPerHour,
      double leastCallsUsdPerHour) {

    Pattern pattern() {
      return new Pattern(Map.of(offer, instances), List.of(new Portion(lanes, 1)), usdPerHour);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Runtime r && r.id == id;
    }

    @Override
    public int hashCode() {
      return id;
    }
  }

  Callers(Stages all, Predicate<Lane> open, Map<String, Integer> offers) {
    this.open = open;
    this.sizing = all.sizing();
    this.offers = offers;
    all.stages().forEach(stage -> stage.feeders().forEach(lane -> calls.put(lane, stage)));
  }

  /** The stage of the calls that the sessions on this lane make. */
  Optional<Stage> calls(Lane lane) {
    return Optional.ofNullable(calls.get(lane));
  }

  /** Whether sessions may go this way, and their calls from there to some model. */
  boolean leadsOn(Lane lane) {
    return open.test(lane) && calls(lane).stream().flatMap(s -> s.lanes().stream()).anyMatch(open);
  }

  /**
   * @param sessions stages of one runtime pool
   */
  List<Caller> of(List<Stage> sessions) {
    Map<List<String>, List<Stage>> classes = new LinkedHashMap<>();
    sessions.forEach(
        s -> classes.computeIfAbsent(s.ids(this::leadsOn), ids -> new ArrayList<>()).add(s));
    return classes.values().stream().map(this::caller).toList();
  }

  private Caller caller(List<Stage> alike) {
    Map<String, List<Lane>> byOption = new LinkedHashMap<>();
    for (Stage stage : alike) {
      stage.lanes().stream()
          .filter(this::leadsOn)
          .forEach(l -> byOption.computeIfAbsent(l.option().id(), o -> new ArrayList<>()).add(l));
    }
    return new Caller(byOption.values().stream().map(this::runtime).toList());
  }

  private Runtime runtime(List<Lane> lanes) {
    Option option = lanes.get(0).option();
    double work = lanes.stream().mapToDouble(l -> option.work(l.flow())).sum();
    int instances = option.instancesFor(work, sizing);
    List<Stage> made = lanes.stream().map(calls::get).map(Objects::requireNonNull).toList();
    return new Runtime(
        lanes.get(0).id(),
        option,
        offers.get(option.stock()),
        instances,
        List.copyOf(lanes),
        made,
        instances * option.usdPerHour()
            + lanes.stream().mapToDouble(l -> l.transferUsdPerHour() + l.usageUsdPerHour()).sum(),
        made.stream().mapToDouble(s -> least(s).orElseThrow()).sum());
  }

  private OptionalDouble least(Stage stage) {
    return stage.lanes().stream().filter(open).mapToDouble(Lane::transferUsdPerHour).min();
  }

  /** To the runtime pools; what the trip costs is part of the ways to the models. */
  List<Way> toRuntimes(Stage sessions) {
    return sessions.lanes().stream().filter(this::leadsOn).map(l -> new Way(l, 0)).toList();
  }

  /** To the models by any runtime pool, each by the cheapest. */
  List<Way> toModels(Stage sessions) {
    Map<String, Way> ways = new LinkedHashMap<>();
    for (Lane first : sessions.lanes()) {
      if (leadsOn(first)) {
        for (Lane then : Objects.requireNonNull(calls.get(first)).lanes()) {
          if (open.test(then)) {
            double usd = first.transferUsdPerHour() + then.transferUsdPerHour();
            ways.merge(then.option().id(), new Way(then, usd), Callers::cheaper);
          }
        }
      }
    }
    return List.copyOf(ways.values());
  }

  private static Way cheaper(Way a, Way b) {
    return b.transferUsdPerHour() < a.transferUsdPerHour() ? b : a;
  }
}
