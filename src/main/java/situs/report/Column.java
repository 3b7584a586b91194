package situs.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A column, declared once: what is written, shown and documented derives from it.
 *
 * @param <R> what a row shows
 * @param name as in the header
 * @param unit empty for texts and pure numbers
 * @param meaning one sentence for docs/columns.md
 * @param content of all its cells
 */
public record Column<R>(
    String name, String unit, String meaning, Content content, Function<R, Cell> value) {

  /** Whose cells say themselves what they hold. */
  public Column(String name, String unit, String meaning, Function<R, Cell> value) {
    this(name, unit, meaning, new Content.Any(), value);
  }

  public static <R> Column<R> text(String name, String meaning, Function<R, String> value) {
    return new Column<>(name, "", meaning, new Content.Text(), row -> Cell.text(value.apply(row)));
  }

  /** One of the words that are known, or nothing. */
  public static <R> Column<R> word(
      String name, String meaning, List<String> known, Function<R, String> value) {
    return new Column<>(
        name, "", meaning, new Content.Word(known), row -> Cell.text(value.apply(row)));
  }

  public static <R> Column<R> count(String name, String meaning, ToLongFunction<R> value) {
    return new Column<>(
        name, "", meaning, new Content.Number(), row -> Cell.count(value.applyAsLong(row)));
  }

  /** A number with at most {@code decimals} decimals. */
  public static <R> Column<R> number(
      String name, String unit, int decimals, String meaning, Function<R, Double> value) {
    return new Column<>(
        name, unit, meaning, new Content.Number(), row -> Cell.decimal(value.apply(row), decimals));
  }

  /** Likewise; unknown values are empty cells. */
  public static <R> Column<R> known(
      String name, String unit, int decimals, String meaning, Function<R, Optional<Double>> value) {
    return new Column<>(
        name, unit, meaning, new Content.Number(), row -> Cell.decimal(value.apply(row), decimals));
  }
}
