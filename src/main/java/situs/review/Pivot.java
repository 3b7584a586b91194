package situs.review;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import situs.audit.Standing;
import situs.contract.RivalReadings.Item;

/**
 * A least change of readings after which a placement is lawful where it was not, or no longer is.
 *
 * @param reading of everything before the change
 * @param before where the placement stands under it
 * @param changes what is read otherwise, and how; empty: no choice of readings changes its standing
 * @param after where it stands then
 * @param witness a part of it by which one sees that: the clause that objects to it, or did; empty
 *     where none ever does
 * @param at by the law of which instant
 */
public record Pivot(
    String strategy,
    String reading,
    Standing before,
    Map<Item, String> changes,
    Standing after,
    Optional<Opinion> witness,
    Instant at) {

  public Pivot {
    changes = Map.copyOf(changes);
  }

  /** {@code microsoft-openai/word.stateless_call as spirit}. */
  public String words() {
    return changes.isEmpty()
        ? "no choice of readings changes it"
        : changes.entrySet().stream()
            .map(change -> change.getKey().as(change.getValue()))
            .sorted()
            .collect(Collectors.joining("; "));
  }
}
