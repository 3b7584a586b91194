package situs.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A few facts of routes and placements, each with few values, so that conditions often hold. */
final class RandomFacts {
  private static final List<String> PROVIDERS = List.of("a", "b");
  private static final List<String> COUNTRIES = List.of("DE", "US");
  private static final List<String> CONTINENTS = List.of("asia", "europe");

  private static final Map<String, List<String>> OF_BOTH =
      Map.of("customer.segment", List.of("s", "t"), "channel.seller", PROVIDERS);

  private static final Map<String, List<String>> OF_ROUTES =
      with(
          Map.of(
              "call.state", List.of("stateful", "stateless"),
              "hop.from", List.of("client", "runtime"),
              "hop.to", List.of("model", "runtime"),
              "source.provider", PROVIDERS,
              "source.country", COUNTRIES,
              "source.geography", CONTINENTS,
              "target.provider", PROVIDERS,
              "target.country", COUNTRIES,
              "target.geography", CONTINENTS));

  private static final Map<String, List<String>> OF_PLACEMENTS =
      with(
          Map.of(
              "component", List.of("model", "runtime", "state"),
              "placement.provider", PROVIDERS,
              "placement.country", COUNTRIES,
              "placement.geography", CONTINENTS));

  private static final List<List<String>> CHAINS =
      List.of(
          List.of("client", "a"),
          List.of("client", "b"),
          List.of("client", "a", "b"),
          List.of("client", "b", "a"),
          List.of("client", "a", "a"));

  private RandomFacts() {}

  private static Map<String, List<String>> with(Map<String, List<String>> own) {
    Map<String, List<String>> all = new TreeMap<>(OF_BOTH);
    all.putAll(own);
    return all;
  }

  /** The texts, in order, with their values. */
  static Map<String, List<String>> of(SubjectKind kind) {
    return kind == SubjectKind.ROUTE ? OF_ROUTES : OF_PLACEMENTS;
  }

  /** Of one subject in two all is known, of the others each fact three times in four. */
  static Map<String, Object> any(SubjectKind kind, Random random) {
    boolean allKnown = random.nextBoolean();
    Map<String, Object> facts = new HashMap<>();
    of(kind)
        .forEach(
            (name, values) -> {
              if (allKnown || random.nextInt(4) > 0) {
                facts.put(name, values.get(random.nextInt(values.size())));
              }
            });
    if (kind == SubjectKind.ROUTE && (allKnown || random.nextInt(4) > 0)) {
      facts.put("chain", CHAINS.get(random.nextInt(CHAINS.size())));
    }
    return facts;
  }
}
