package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.audit.Standing;
import situs.contract.Contracts;
import situs.contract.RivalReadings;
import situs.contract.RivalReadings.Item;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * The readings on which placements turn: everything is read one way, and then the least number of
 * clauses and words otherwise. The search is exact, so that where it finds nothing no choice of
 * readings changes anything.
 */
public final class Pivots {
  /** Where more changes of the same number turn a placement, these many are told. */
  public static final int MOST_LISTED = 100;

  private final Scenario scenario;
  private final Construals construals;
  private final String reading;
  private final Instant at;

  private Pivots(Scenario scenario, Construals construals, String reading, Instant at) {
    this.scenario = scenario;
    this.construals = construals;
    this.reading = reading;
    this.at = at;
  }

  /**
   * The least changes for each placement under each reading; one without changes where nothing
   * turns it.
   *
   * @param rivals of the same contracts
   */
  public static List<Pivot> of(
      Scenario scenario,
      Contracts contracts,
      RivalReadings rivals,
      List<Placement> placements,
      Instant at) {
    List<Pivot> all = new ArrayList<>();
    for (String reading : contracts.readings()) {
      Construals construals = new Construals(contracts, rivals, reading, at);
      Pivots pivots = new Pivots(scenario, construals, reading, at);
      placements.forEach(placement -> all.addAll(pivots.of(placement)));
    }
    return all;
  }

  private List<Pivot> of(Placement placement) {
    Turns turns = new Turns(construals, Reviewed.of(scenario, placement), at);
    List<Map<Item, String>> least = turns.least(MOST_LISTED);
    if (least.isEmpty()) {
      Standing same = turns.standing(Map.of());
      Optional<Opinion> lasting = turns.lasting().map(Turns.Trouble::opinion);
      return List.of(new Pivot(placement.strategy(), reading, same, Map.of(), same, lasting, at));
    }
    Optional<Opinion> before = turns.first(Map.of()).map(Turns.Trouble::opinion);
    return least.stream()
        .map(
            changes ->
                new Pivot(
                    placement.strategy(),
                    reading,
                    turns.standing(Map.of()),
                    changes,
                    turns.standing(changes),
                    before.or(() -> turns.first(changes).map(Turns.Trouble::opinion)),
                    at))
        .sorted(Comparator.comparing(Pivot::words))
        .toList();
  }
}
