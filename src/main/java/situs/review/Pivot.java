package situs.review;

import java.util.Map;
import java.util.TreeMap;
import situs.audit.Standing;
import situs.contract.RivalReadings.Item;

/**
 * A smallest change of readings after which a placement is lawful where it was not, or no longer
 * is.
 *
 * @param reading of everything before the change
 * @param before where the placement stands under it
 * @param changes what is read otherwise, and how
 * @param after where it stands then
 * @param witness a part of it by which one sees that: the clause that objects to it, or did
 */
public record Pivot(
    String strategy,
    String reading,
    Standing before,
    Map<Item, String> changes,
    Standing after,
    Opinion witness) {

  /** {@code microsoft-openai/word.stateless_call as spirit}. */
  public String words() {
    Map<String, String> sorted = new TreeMap<>();
    changes.forEach((item, how) -> sorted.put(item.toString(), how));
    StringBuilder words = new StringBuilder();
    sorted.forEach(
        (item, how) ->
            words.append(words.isEmpty() ? "" : "; ").append(item).append(" as ").append(how));
    return words.toString();
  }
}
