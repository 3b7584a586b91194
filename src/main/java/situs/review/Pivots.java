package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import situs.audit.Standing;
import situs.contract.Contracts;
import situs.contract.RivalReadings;
import situs.contract.RivalReadings.Item;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * Searches for the readings on which a placement turns: everything is read one way, and first one
 * clause or word is read otherwise, then two, then three. The first number that flips a placement
 * is the least, so that each of its changes is minimal.
 */
public final class Pivots {
  private static final int MOST_CHANGES = 3;

  private final Scenario scenario;
  private final Contracts contracts;
  private final RivalReadings rivals;
  private final Instant at;
  private final List<Item> items;

  private Pivots(Scenario scenario, Contracts contracts, RivalReadings rivals, Instant at) {
    this.scenario = scenario;
    this.contracts = contracts;
    this.rivals = rivals;
    this.at = at;
    Set<String> inForce =
        contracts.contracts().stream()
            .flatMap(
                contract ->
                    contract.clauses().stream()
                        .filter(clause -> clause.isInForceAt(at))
                        .map(clause -> contract.name() + "/" + clause.id()))
            .collect(Collectors.toCollection(TreeSet::new));
    this.items =
        rivals.items().stream()
            .filter(item -> item.isWord() || inForce.contains(item.toString()))
            .toList();
  }

  /**
   * The least changes for each placement under each reading; none where no three change anything.
   *
   * @param rivals of the same contracts
   */
  public static List<Pivot> of(
      Scenario scenario,
      Contracts contracts,
      RivalReadings rivals,
      List<Placement> placements,
      Instant at) {
    Pivots search = new Pivots(scenario, contracts, rivals, at);
    List<Pivot> all = new ArrayList<>();
    for (String reading : contracts.readings()) {
      all.addAll(search.under(reading, placements));
    }
    return all;
  }

  private List<Pivot> under(String reading, List<Placement> placements) {
    List<Pivot> found = new ArrayList<>();
    List<Review> before = Review.of(scenario, contracts, placements, List.of(at));
    Set<String> settled = new TreeSet<>();
    for (int size = 1; size <= MOST_CHANGES && settled.size() < placements.size(); size++) {
      Map<String, Map<Item, String>> choices = new LinkedHashMap<>();
      choose(reading, size, 0, new LinkedHashMap<>(), choices);
      if (choices.isEmpty()) {
        break;
      }
      List<Placement> open =
          placements.stream().filter(p -> !settled.contains(p.strategy())).toList();
      Contracts chosen = rivals.chosen(choices, reading, contracts.circumstances());
      for (Review after : Review.of(scenario, chosen, open, List.of(at))) {
        Review was =
            before.stream()
                .filter(r -> r.strategy().equals(after.strategy()))
                .findFirst()
                .orElseThrow();
        choices.forEach(
            (name, changes) ->
                pivot(was, after, reading, name, changes)
                    .ifPresent(
                        pivot -> {
                          found.add(pivot);
                          settled.add(pivot.strategy());
                        }));
      }
    }
    return found;
  }

  /** Every choice of so many items and other readings of them. */
  private void choose(
      String reading,
      int size,
      int from,
      Map<Item, String> chosen,
      Map<String, Map<Item, String>> choices) {
    if (chosen.size() == size) {
      choices.put("choice " + choices.size(), Map.copyOf(chosen));
      return;
    }
    for (int i = from; i < items.size(); i++) {
      Item item = items.get(i);
      for (String other : item.readings()) {
        if (!other.equals(item.under(reading))) {
          Map<Item, String> more = new LinkedHashMap<>(chosen);
          more.put(item, other);
          choose(reading, size, i + 1, more, choices);
        }
      }
    }
  }

  private Optional<Pivot> pivot(
      Review before, Review after, String reading, String choice, Map<Item, String> changes) {
    Standing was = before.standing(at, reading);
    Standing is = after.standing(at, choice);
    if ((was == Standing.COMPLIANT) == (is == Standing.COMPLIANT)) {
      return Optional.empty();
    }
    Opinion witness = was == Standing.COMPLIANT ? trouble(after, choice) : trouble(before, reading);
    return Optional.of(new Pivot(before.strategy(), reading, was, changes, is, witness));
  }

  private static Opinion trouble(Review review, String reading) {
    return review.opinions().stream()
        .filter(o -> o.judgement().reading().equals(reading))
        .filter(o -> o.standing() != Standing.COMPLIANT)
        .findFirst()
        .orElseThrow();
  }
}
