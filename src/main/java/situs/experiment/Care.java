package situs.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import situs.experiment.Miss.Lever;
import situs.experiment.Miss.Load;
import situs.experiment.Miss.More;
import situs.experiment.Miss.Spread;
import situs.experiment.Miss.Steady;
import situs.model.Component;
import situs.placement.Caution;
import situs.placement.Caution.Latency;
import situs.placement.ClauseReading;

/**
 * More care than before.
 *
 * @param words what is more careful, for the reader
 */
record Care(Caution caution, List<String> words) {
  /** A pool that may take no more of its rate is not worth renting. Assumed. */
  private static final double LEAST_UTILISATION = 0.05;

  /**
   * Ways to be careful where there is a choice: emptier pools, no lanes that are too long, or
   * nothing that is taken back.
   */
  enum Way {
    LOAD,
    SPREAD,
    STEADY
  }

  Care {
    words = List.copyOf(words);
  }

  /** More in one way; empty where this way changes nothing, or would take too much. */
  static Optional<Care> more(Caution caution, Way way, List<Miss> misses) {
    Care totals = new Care(caution, List.of()).withMore(misses);
    return switch (way) {
      case LOAD -> totals.emptier(loads(misses, way));
      case SPREAD -> totals.quicker(misses).flatMap(c -> c.emptier(loads(misses, way)));
      case STEADY -> totals.steadier(misses).flatMap(c -> c.emptier(loads(misses, way)));
    };
  }

  /** What of totals is asked for on top, and nothing else. */
  Care withMore(List<Miss> misses) {
    Map<ClauseReading, Double> most = new TreeMap<>();
    levers(misses, More.class).forEach(m -> most.merge(m.clause(), m.more(), Math::max));
    Care care = this;
    for (Map.Entry<ClauseReading, Double> e : most.entrySet()) {
      Caution next = care.caution.with(e.getKey(), e.getValue());
      care = care.with(next, "%s by %.3g more", e.getKey(), e.getValue());
    }
    return care;
  }

  /** What only a pool's load can help is always tried; the rest where that is the way. */
  private static Map<Component, Double> loads(List<Miss> misses, Way way) {
    Map<Component, Double> loads = new TreeMap<>();
    for (Miss miss : misses) {
      if (way == Way.LOAD || miss.levers().size() == 1) {
        levers(List.of(miss), Load.class)
            .forEach(l -> loads.merge(l.component(), l.times(), Math::min));
      }
    }
    return loads;
  }

  private Optional<Care> emptier(Map<Component, Double> loads) {
    Care care = this;
    for (Map.Entry<Component, Double> load : loads.entrySet()) {
      double lower = care.caution.utilisation(load.getKey()) * load.getValue();
      if (lower < LEAST_UTILISATION) {
        return Optional.empty();
      }
      Caution next = care.caution.with(load.getKey(), lower);
      care = care.with(next, "%s at %.3g %% at most", load.getKey(), 100 * lower);
    }
    return Optional.of(care);
  }

  private Optional<Care> quicker(List<Miss> misses) {
    Map<Latency, Double> spreads = new LinkedHashMap<>();
    for (Spread spread : levers(misses, Spread.class)) {
      double known = caution.spread(spread.latency());
      double stepped = known == 0 ? 0 : known + spread.step();
      spreads.put(spread.latency(), Math.max(spread.seconds(), stepped));
    }
    Care care = this;
    for (Map.Entry<Latency, Double> e : spreads.entrySet()) {
      Latency latency = e.getKey();
      care =
          care.with(
              care.caution.with(latency, e.getValue()),
              "%s %s %.3g s above its mean",
              latency.workload(),
              latency.metric().word(),
              e.getValue());
    }
    return spreads.isEmpty() ? Optional.empty() : Optional.of(care);
  }

  private Optional<Care> steadier(List<Miss> misses) {
    Set<Component> steady = new TreeSet<>();
    levers(misses, Steady.class).forEach(s -> steady.add(s.component()));
    steady.removeAll(caution.steady());
    Care care = this;
    for (Component component : steady) {
      Caution next = care.caution.steady(component);
      care = care.with(next, "%s on nothing that is taken back", component);
    }
    return steady.isEmpty() ? Optional.empty() : Optional.of(care);
  }

  private static <L extends Lever> List<L> levers(List<Miss> misses, Class<L> kind) {
    return misses.stream()
        .flatMap(m -> m.levers().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private Care with(Caution next, String format, Object... values) {
    List<String> all = new ArrayList<>(words);
    all.add(String.format(Locale.ROOT, format, values));
    return new Care(next, all);
  }
}
