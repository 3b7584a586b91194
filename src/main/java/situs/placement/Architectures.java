package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.model.Component;
import situs.model.Scenario;
import situs.optimise.Effort;
import situs.placement.Optima.Optimum;

/**
 * What each architecture costs at the least, without clauses and under each reading.
 *
 * @param asked what a placement must do
 * @param readings in order, {@link #FREE} first
 * @param cheapest the least cost of all placements, those of no single architecture included, by
 *     reading; empty where nothing is lawful
 */
public record Architectures(
    Asked asked, List<String> readings, Map<String, Optional<Optimum>> cheapest, List<Costed> all) {
  /** No clause binds. */
  public static final String FREE = "no clauses";

  /** More are told by nobody. */
  public static final int MOST = 64;

  /**
   * An architecture.
   *
   * @param optima by reading; empty where no placement so is lawful
   * @param premiums by reading: what they cost more than the cheapest of all
   * @param objecting by reading, where there is none: the clauses that object to the cheapest
   *     placement so
   */
  public record Costed(
      Architecture architecture,
      Map<String, Optional<Optimum>> optima,
      Map<String, Difference> premiums,
      Map<String, Set<String>> objecting) {}

  public Architectures {
    readings = List.copyOf(readings);
    cheapest = Map.copyOf(cheapest);
    all = List.copyOf(all);
  }

  /** How many there are; refuse more than {@link #MOST}. */
  public static int count(Scenario scenario) {
    return providers(scenario).values().stream()
        .mapToInt(Set::size)
        .reduce(1, (a, b) -> Math.min(MOST + 1, a * b));
  }

  /**
   * @param readings under which clauses must be kept, each for itself
   * @param effort of each search
   */
  public static Architectures of(
      Scenario scenario, Contracts contracts, List<String> readings, Effort effort) {
    Hosting law = new Hosting(new ContractLaw(scenario, contracts.read(readings)));
    Maker maker = new Maker(new Optima(Stages.of(scenario, law, Sizing.USUAL)), effort);
    Optional<Optimum> free = maker.optima.best(c -> false, new Goal.Cost(), effort);
    Asked asked = Asked.of(free);
    List<String> all = new ArrayList<>(List.of(FREE));
    all.addAll(readings);
    Map<String, Optional<Optimum>> cheapest = maker.byReading(asked, all, c -> false);
    List<Costed> costed =
        Architecture.all(providers(scenario)).stream()
            .map(architecture -> maker.costed(architecture, asked, all, cheapest))
            .toList();
    return new Architectures(asked, all, cheapest, costed);
  }

  private static Map<Component, Set<String>> providers(Scenario scenario) {
    Map<Component, Set<String>> providers = new TreeMap<>();
    for (Option option : Options.of(scenario).usable()) {
      providers
          .computeIfAbsent(option.component(), c -> new TreeSet<>())
          .add(option.region().id().provider());
    }
    return providers;
  }

  private record Maker(Optima optima, Effort effort) {

    Costed costed(
        Architecture architecture,
        Asked asked,
        List<String> readings,
        Map<String, Optional<Optimum>> cheapest) {
      Map<String, Optional<Optimum>> found =
          byReading(asked, readings, c -> Hosting.binds(architecture, c));
      Map<String, Difference> premiums = new LinkedHashMap<>();
      Map<String, Set<String>> objecting = new LinkedHashMap<>();
      for (String reading : readings) {
        Optional<Optimum> own = found.get(reading);
        own.ifPresent(
            o ->
                cheapest
                    .get(reading)
                    .ifPresent(least -> premiums.put(reading, Difference.of(o, least))));
        if (own.isEmpty()) {
          found.get(FREE).ifPresent(o -> objecting.put(reading, objections(o, reading)));
        }
      }
      return new Costed(architecture, found, premiums, objecting);
    }

    /** An optimum to which a reading does not object is its optimum, too. */
    Map<String, Optional<Optimum>> byReading(
        Asked asked, List<String> readings, Predicate<ClauseReading> hosting) {
      Map<String, Optional<Optimum>> found = new LinkedHashMap<>();
      for (String reading : readings) {
        Optional<Optimum> lawful =
            found.values().stream()
                .flatMap(Optional::stream)
                .limit(1)
                .filter(o -> objections(o, reading).isEmpty())
                .findFirst();
        found.put(
            reading,
            lawful.or(
                () ->
                    asked.best(
                        optima,
                        c -> hosting.test(c) || !Hosting.is(c) && c.reading().equals(reading),
                        effort)));
      }
      return found;
    }

    private static Set<String> objections(Optimum optimum, String reading) {
      Set<String> clauses = new TreeSet<>();
      optimum.objections().stream()
          .filter(c -> !Hosting.is(c) && c.reading().equals(reading))
          .forEach(c -> clauses.add(c.clause()));
      return clauses;
    }
  }
}
