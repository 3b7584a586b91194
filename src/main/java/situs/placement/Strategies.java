package situs.placement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The strategies by name. A new one is a class and a line here. */
public final class Strategies {

  /**
   * @param make from the reading asked for; empty when the strategy takes no reading, and one was
   *     asked for
   */
  private record Entry(String name, Function<Optional<String>, Optional<Strategy>> make) {}

  private static final List<Entry> REGISTRY =
      List.of(
          without(new Home()),
          without(new Cheapest()),
          without(new Fastest()),
          without(new Split()),
          without(new Spread()),
          new Entry("contract-first", reading -> Optional.of(new ContractFirst(reading))),
          new Entry("optimal", reading -> Optional.of(new Optimal(reading))),
          without(new Robust()),
          new Entry("local-search", reading -> Optional.of(new LocalSearch(reading))));

  private Strategies() {}

  private static Entry without(Strategy strategy) {
    return new Entry(
        strategy.name(), reading -> reading.isEmpty() ? Optional.of(strategy) : Optional.empty());
  }

  /** Every strategy, each under its default reading. */
  public static List<Strategy> all() {
    return REGISTRY.stream().flatMap(e -> e.make().apply(Optional.empty()).stream()).toList();
  }

  /**
   * The strategy of that name; empty for an unknown name, and for a reading where the strategy
   * looks at no contract.
   */
  public static Optional<Strategy> named(String name, Optional<String> reading) {
    return REGISTRY.stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .flatMap(e -> e.make().apply(reading));
  }
}
