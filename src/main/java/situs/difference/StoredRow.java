package situs.difference;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import situs.document.InputException;

/**
 * A row of a result table, by column.
 *
 * @param place file and line
 */
public record StoredRow(String place, Map<String, String> fields) {

  public StoredRow {
    fields = Map.copyOf(fields);
  }

  /** Empty where the column is missing, as in results of other versions. */
  public String text(String column) {
    return fields.getOrDefault(column, "");
  }

  /**
   * Empty where unknown.
   *
   * @throws InputException where something else than a number stands
   */
  public Optional<BigDecimal> number(String column) {
    String text = text(column);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new InputException(place + ": " + column + " is '" + text + "', which is no number");
    }
  }

  /** Of these columns alone. */
  StoredRow only(Set<String> columns) {
    Map<String, String> kept = new TreeMap<>(fields);
    kept.keySet().retainAll(columns);
    return new StoredRow(place, kept);
  }
}
