package situs.difference;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A row of a result table, by column. */
public record StoredRow(Map<String, String> fields) {

  public StoredRow {
    fields = Map.copyOf(fields);
  }

  /** Empty where the column is missing, as in results of other versions. */
  public String text(String column) {
    return fields.getOrDefault(column, "");
  }

  /** Empty where unknown, or no number. */
  public Optional<BigDecimal> number(String column) {
    try {
      return Optional.of(new BigDecimal(text(column)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
