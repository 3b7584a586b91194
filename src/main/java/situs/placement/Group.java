package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import situs.model.RegionId;
import situs.placement.Callers.Caller;
import situs.placement.Callers.Runtime;
import situs.placement.Priced.Best;
import situs.placement.Priced.Pattern;

/**
 * A model pool with the clients and the sessions that call it. It shares nothing but the instances
 * of offers with other groups.
 *
 * <p>What a group costs at its least is bounded by its pools apart, the chain from client to
 * runtime to model paid at its cheapest. Its placements send the sessions of an origin to one
 * runtime pool, chosen one caller after the other with the models that suit it.
 */
final class Group {
  /** Runtime pools that a caller tries beside those in the regions of its models. */
  private static final int TRIED = 3;

  /**
   * Each piece is a class of demands with its own options; or all with what they have in common.
   */
  private record Models(List<List<Priced>> ways) {}

  private final List<Stage> clients;
  private final List<Caller> callers;
  private final List<Relaxed.Pool> relaxed;
  private final Predicate<Lane> open;
  private final Sizing sizing;
  private final Map<String, Integer> offers;
  private final Map<List<Runtime>, Models> models = new LinkedHashMap<>();

  /**
   * @param clients stages of the model that clients call themselves
   * @param relaxed pools apart, at least cost
   */
  Group(
      List<Stage> clients,
      List<Caller> callers,
      List<Relaxed.Pool> relaxed,
      Predicate<Lane> open,
      Sizing sizing,
      Map<String, Integer> offers) {
    this.clients = clients;
    this.callers = callers;
    this.relaxed = relaxed;
    this.open = open;
    this.sizing = sizing;
    this.offers = offers;
  }

  /** What nothing costs less than at these prices, and the instances that would cost it. */
  Best bound(double[] prices, int[] room) {
    if (relaxed.size() == 1) {
      return relaxed.get(0).best(prices, room);
    }
    Map<Integer, Integer> instances = new TreeMap<>();
    double bound = 0;
    for (Relaxed.Pool pool : relaxed) {
      Best best = pool.best(prices, room);
      best.instances().forEach((offer, n) -> instances.merge(offer, n, Integer::sum));
      bound += best.bound();
    }
    return new Best(instances, bound);
  }

  /** A good way at these prices. */
  Pattern pattern(double[] prices, int[] room) {
    List<Runtime> chosen = new ArrayList<>();
    for (Caller caller : callers) {
      List<Runtime> ranked = ranked(caller, prices, room);
      if (ranked.isEmpty()) {
        return Pattern.NONE;
      }
      chosen.add(ranked.get(0));
    }
    Pattern best = at(chosen, prices, room);
    for (int c = 0; c < callers.size(); c++) {
      for (Runtime other : candidates(callers.get(c), best, prices, room)) {
        List<Runtime> changed = new ArrayList<>(chosen);
        changed.set(c, other);
        Pattern pattern = at(changed, prices, room);
        if (pattern.usdPerHour(prices) < best.usdPerHour(prices)) {
          best = pattern;
          chosen = changed;
        }
      }
    }
    return best;
  }

  /** The cheapest few, and the cheapest in each region that has models. */
  private Set<Runtime> candidates(Caller caller, Pattern now, double[] prices, int[] room) {
    Set<RegionId> regions = new LinkedHashSet<>();
    now.portions().forEach(p -> regions.add(p.lanes().get(0).option().region().id()));
    Set<Runtime> candidates = new LinkedHashSet<>();
    for (Runtime runtime : ranked(caller, prices, room)) {
      boolean near = regions.remove(runtime.option().region().id());
      if (candidates.size() < TRIED || near) {
        candidates.add(runtime);
      }
    }
    return candidates;
  }

  private static List<Runtime> ranked(Caller caller, double[] prices, int[] room) {
    return caller.runtimes().stream()
        .filter(r -> r.instances() <= room[r.offer()])
        .sorted(
            Comparator.comparingDouble(
                (Runtime r) ->
                    r.usdPerHour() + r.leastCallsUsdPerHour() + prices[r.offer()] * r.instances()))
        .toList();
  }

  private Pattern at(List<Runtime> chosen, double[] prices, int[] room) {
    int[] left = room.clone();
    Pattern runtimes = new Pattern(Map.of(), List.of(), 0);
    for (Runtime runtime : chosen) {
      left[runtime.offer()] -= runtime.instances();
      if (left[runtime.offer()] < 0) {
        return Pattern.NONE;
      }
      runtimes = runtimes.and(runtime.pattern());
    }
    Pattern best = Pattern.NONE;
    for (List<Priced> way : models.computeIfAbsent(chosen, this::models).ways()) {
      Pattern pattern = each(way, prices, left);
      if (pattern.usdPerHour(prices) < best.usdPerHour(prices)) {
        best = pattern;
      }
    }
    return chosen.isEmpty() || !best.carries() ? best : runtimes.and(best);
  }

  private static Pattern each(List<Priced> pieces, double[] prices, int[] room) {
    if (pieces.size() == 1) {
      return pieces.get(0).pattern(prices, room);
    }
    int[] left = room.clone();
    Pattern all = new Pattern(Map.of(), List.of(), 0);
    for (Priced piece : pieces) {
      Pattern pattern = piece.pattern(prices, left);
      if (!pattern.carries()) {
        return Pattern.NONE;
      }
      pattern.instances().forEach((offer, n) -> left[offer] -= n);
      all = all.and(pattern);
    }
    return all;
  }

  /** Calls of one workload take the same of every option, those of another may prefer others. */
  private record Kind(String caller, List<String> options) {}

  private Kind kind(Stage stage) {
    return new Kind(stage.flow().caller().name(), stage.ids(open));
  }

  /** The model pool when the sessions are there. */
  private Models models(List<Runtime> chosen) {
    List<Stage> stages = new ArrayList<>(clients);
    chosen.forEach(r -> stages.addAll(r.calls()));
    Map<Kind, List<Stage>> classes = new LinkedHashMap<>();
    stages.forEach(s -> classes.computeIfAbsent(kind(s), kind -> new ArrayList<>()).add(s));
    List<List<Priced>> ways = new ArrayList<>();
    ways.add(List.of(Alike.of(stages, open, sizing, offers)));
    if (classes.size() > 1) {
      ways.add(classes.values().stream().map(c -> Alike.of(c, open, sizing, offers)).toList());
    }
    return new Models(ways);
  }
}
