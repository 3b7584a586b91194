package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judge;
import situs.contract.Judgement;
import situs.contract.RivalReadings;
import situs.contract.RivalReadings.Item;

/**
 * The clauses in force, each by every way to read what bears on it. A clause is construed once for
 * each of those ways, however many ways there are to read the whole; ways that concern different
 * clauses are construed together.
 */
final class Construals {
  /** How an item is read that must not be changed; no reading has such a name. */
  private static final String UNCHANGED = "\n";

  private final Contracts contracts;
  private final RivalReadings rivals;
  private final String reading;
  private final Map<String, List<Item>> bearing = new LinkedHashMap<>();
  private final Map<String, Map<Map<Item, String>, Construal>> construals = new HashMap<>();
  private int changes = -1;

  /** A clause, construed in one way. */
  private record Construal(Judge judge, Contract contract, Clause clause, String choice) {}

  /**
   * @param reading of all that is not changed
   */
  Construals(Contracts contracts, RivalReadings rivals, String reading, Instant at) {
    this.contracts = contracts;
    this.rivals = rivals;
    this.reading = reading;
    for (Contract contract : contracts.contracts()) {
      for (Clause clause : contract.clauses()) {
        if (clause.isInForceAt(at)) {
          String name = contract.name() + "/" + clause.id();
          bearing.put(name, rivals.bearingOn(contract.name(), clause.id()));
          construals.put(name, new HashMap<>());
        }
      }
    }
  }

  /** Names of the clauses in force. */
  List<String> clauses() {
    return List.copyOf(bearing.keySet());
  }

  /** What bears on a clause. */
  List<Item> bearing(String clause) {
    return bearing.get(clause);
  }

  /** The most changes that concern one clause. */
  int most() {
    return bearing.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Readings of an item that are not its reading now. */
  List<String> others(Item item) {
    return item.readings().stream().filter(r -> !r.equals(reading)).toList();
  }

  /** Construes every clause by all ways with so many changes. */
  void upTo(int most) {
    while (changes < Math.min(most, most())) {
      changes++;
      construe(changes);
    }
  }

  private void construe(int size) {
    List<Map<Item, String>> wholes = new ArrayList<>();
    Map<String, Map<Map<Item, String>, Integer>> parts = new LinkedHashMap<>();
    bearing.forEach(
        (clause, items) -> {
          for (Map<Item, String> part : ways(clause, size)) {
            parts
                .computeIfAbsent(clause, c -> new LinkedHashMap<>())
                .put(part, fit(part, items, wholes));
          }
        });
    if (!parts.isEmpty()) {
      compile(parts, wholes);
    }
  }

  /** The first of the wholes that reads these items so, or does not say yet. */
  private static int fit(Map<Item, String> part, List<Item> items, List<Map<Item, String>> wholes) {
    Map<Item, String> wanted = new LinkedHashMap<>();
    items.forEach(item -> wanted.put(item, part.getOrDefault(item, UNCHANGED)));
    for (int i = 0; i < wholes.size(); i++) {
      Map<Item, String> whole = wholes.get(i);
      if (items.stream()
          .allMatch(item -> whole.getOrDefault(item, wanted.get(item)).equals(wanted.get(item)))) {
        whole.putAll(wanted);
        return i;
      }
    }
    wholes.add(wanted);
    return wholes.size() - 1;
  }

  private void compile(
      Map<String, Map<Map<Item, String>, Integer>> parts, List<Map<Item, String>> wholes) {
    Map<String, Map<Item, String>> choices = new LinkedHashMap<>();
    for (Map<Item, String> whole : wholes) {
      Map<Item, String> picks = new LinkedHashMap<>(whole);
      picks.values().removeIf(UNCHANGED::equals);
      choices.put("choice " + choices.size(), picks);
    }
    Contracts chosen = rivals.chosen(choices, reading, contracts.circumstances());
    Judge judge = new Judge(chosen);
    for (Contract contract : chosen.contracts()) {
      for (Clause clause : contract.clauses()) {
        String name = contract.name() + "/" + clause.id();
        parts
            .getOrDefault(name, Map.of())
            .forEach(
                (part, whole) ->
                    construals
                        .get(name)
                        .put(part, new Construal(judge, contract, clause, "choice " + whole)));
      }
    }
  }

  /** Every way to read just so many of what bears on a clause otherwise. */
  List<Map<Item, String>> ways(String clause, int size) {
    List<Map<Item, String>> ways = new ArrayList<>(List.of(Map.of()));
    for (Item item : bearing.get(clause)) {
      for (Map<Item, String> way : List.copyOf(ways)) {
        for (String other : way.size() < size ? others(item) : List.<String>of()) {
          Map<Item, String> more = new LinkedHashMap<>(way);
          more.put(item, other);
          ways.add(more);
        }
      }
    }
    return ways.stream().filter(way -> way.size() == size).toList();
  }

  /**
   * What a clause says of a subject where these are read otherwise; empty where it does not judge
   * such subjects.
   *
   * @param read no more that bear on the clause than have been construed
   */
  Optional<Judgement> judge(String clause, Map<Item, String> read, Facts facts, Instant at) {
    Map<Item, String> own = own(clause, read);
    Construal construal = construals.get(clause).get(own);
    return construal
        .judge()
        .judge(construal.contract(), construal.clause(), construal.choice(), facts, at);
  }

  /** Those of the changes that bear on a clause. */
  Map<Item, String> own(String clause, Map<Item, String> read) {
    Map<Item, String> own = new LinkedHashMap<>();
    for (Item item : bearing.get(clause)) {
      Optional.ofNullable(read.get(item)).ifPresent(r -> own.put(item, r));
    }
    return own;
  }
}
