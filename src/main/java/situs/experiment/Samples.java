package situs.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import situs.experiment.Criterion.Better;
import situs.stats.Estimate;
import situs.stats.Holm;
import situs.stats.Letters;
import situs.stats.Paired;

/**
 * A criterion's values.
 *
 * @param values by strategy, then by replication; empty where unknown
 */
record Samples(Criterion criterion, List<List<Optional<Double>>> values) {
  /** Chance of a false finding that is put up with. */
  static final double LEVEL = 0.05;

  /** Where a strategy comes among the others; no rank without a value. */
  record Rank(OptionalInt rank, String group) {
    static final Rank NONE = new Rank(OptionalInt.empty(), "");
  }

  static Samples of(Experiment experiment, Criterion criterion) {
    return new Samples(
        criterion,
        experiment.results().stream()
            .map(result -> result.runs().stream().map(criterion.value()).toList())
            .toList());
  }

  List<Double> known(int strategy) {
    return values.get(strategy).stream().flatMap(Optional::stream).toList();
  }

  Optional<Estimate> mean(int strategy) {
    return Estimate.of(known(strategy));
  }

  boolean isEmpty() {
    return IntStream.range(0, values.size()).allMatch(s -> known(s).isEmpty());
  }

  /** The replications in which both have a value. */
  Optional<Paired> paired(int first, int second) {
    List<Double> a = new ArrayList<>();
    List<Double> b = new ArrayList<>();
    int both = Math.min(values.get(first).size(), values.get(second).size());
    for (int r = 0; r < both; r++) {
      Optional<Double> one = values.get(first).get(r);
      Optional<Double> other = values.get(second).get(r);
      if (one.isPresent() && other.isPresent()) {
        a.add(one.get());
        b.add(other.get());
      }
    }
    return Paired.of(a, b);
  }

  /** By strategy. All pairs are tested, with Holm's correction over them. */
  List<Rank> ranks() {
    List<Integer> order = order();
    Map<List<Integer>, Boolean> apart = apart(order);
    List<String> letters = Letters.of(order.size(), (i, j) -> apart.get(List.of(i, j)));
    List<Rank> ranks = new ArrayList<>(values.stream().map(v -> Rank.NONE).toList());
    int rank = 1;
    for (int i = 0; i < order.size(); i++) {
      if (i > 0 && mean(order.get(i)).get().mean() != mean(order.get(i - 1)).get().mean()) {
        rank = i + 1;
      }
      ranks.set(order.get(i), new Rank(OptionalInt.of(rank), letters.get(i)));
    }
    return ranks;
  }

  private boolean shows(Paired difference, int second) {
    return criterion.shows(difference.difference().mean(), mean(second).orElseThrow().mean());
  }

  /** Strategies that have a value, the best mean first. */
  private List<Integer> order() {
    Comparator<Integer> byMean = Comparator.comparing(s -> mean(s).orElseThrow().mean());
    return IntStream.range(0, values.size())
        .boxed()
        .filter(s -> mean(s).isPresent())
        .sorted(criterion.better() == Better.LESS ? byMean : byMean.reversed())
        .toList();
  }

  /** By two places in the order. */
  private Map<List<Integer>, Boolean> apart(List<Integer> order) {
    Map<List<Integer>, Boolean> apart = new HashMap<>();
    List<List<Integer>> tested = new ArrayList<>();
    List<Double> p = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        List<Integer> pair = List.of(i, j);
        Optional<Paired> paired = paired(order.get(i), order.get(j));
        boolean seen = paired.isPresent() && shows(paired.get(), order.get(j));
        apart.put(pair, seen && paired.get().exact());
        paired
            .filter(d -> seen)
            .flatMap(Paired::p)
            .ifPresent(
                value -> {
                  tested.add(pair);
                  p.add(value);
                });
      }
    }
    List<Double> corrected = Holm.corrected(p);
    for (int i = 0; i < tested.size(); i++) {
      apart.put(tested.get(i), corrected.get(i) < LEVEL);
    }
    return apart;
  }
}
