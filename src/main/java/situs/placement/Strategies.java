package situs.placement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The strategies by name: those bundled, of which a new one is a class and a line here, and those
 * that jars on the class path bring as services.
 */
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

  /** Looked up anew each time: the class loader of the thread may be another. */
  private static Stream<Entry> entries() {
    List<String> bundled = REGISTRY.stream().map(Entry::name).toList();
    return Stream.concat(
        REGISTRY.stream(), OwnStrategies.found(bundled).stream().map(Strategies::without));
  }

  /**
   * Every strategy, each under its default reading.
   *
   * @throws StrategyException when a jar on the class path brings one that cannot be used
   */
  public static List<Strategy> all() {
    return entries().flatMap(e -> e.make().apply(Optional.empty()).stream()).toList();
  }

  /**
   * The strategy of that name; empty for an unknown name, and for a reading where the strategy
   * looks at no contract.
   *
   * @throws StrategyException as {@link #all}
   */
  public static Optional<Strategy> named(String name, Optional<String> reading) {
    return entries()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .flatMap(e -> e.make().apply(reading));
  }

  /** Where a strategy comes from: {@code situs}, or the name of a jar. */
  public static String origin(Strategy strategy) {
    return strategy instanceof Checked own ? own.origin() : "situs";
  }
}
