package situs.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import situs.document.Names;
import situs.experiment.Experiment;
import situs.report.Cell;
import situs.report.Content;
import situs.report.ResultTables;
import situs.report.Sheet;

/**
 * A limit on a column of {@code summary.csv}: {@code cost_usd_per_day>120000}, {@code
 * served_share<99%}, {@code cheapest.standing=breach}. A value that is not known crosses every
 * limit: nobody can say that it was kept.
 *
 * @param strategy whose value; empty for any
 * @param limit a number, or a text to be equal to or not
 */
record ColumnThreshold(Optional<String> strategy, String column, Relation relation, Limit limit)
    implements Threshold {
  private static final Pattern SHAPE =
      Pattern.compile("(?:(.+)\\.)?([A-Za-z0-9_]+)\\s*(<=|>=|!=|=|<|>)\\s*(\\S.*)");

  /** How a value stands to its limit when it crosses it. */
  enum Relation {
    AT_MOST("<=", c -> c <= 0),
    AT_LEAST(">=", c -> c >= 0),
    OTHER_THAN("!=", c -> c != 0),
    EQUAL("=", c -> c == 0),
    LESS("<", c -> c < 0),
    MORE(">", c -> c > 0);

    private final String sign;
    private final IntPredicate crossed;

    Relation(String sign, IntPredicate crossed) {
      this.sign = sign;
      this.crossed = crossed;
    }

    static Relation of(String sign) {
      return Arrays.stream(values()).filter(r -> r.sign.equals(sign)).findFirst().orElseThrow();
    }

    private boolean isOfOrder() {
      return this != EQUAL && this != OTHER_THAN;
    }
  }

  /**
   * @param text as written
   * @param number what it comes to, where it is one
   */
  record Limit(String text, Optional<BigDecimal> number) {
    static Limit of(String text) {
      boolean percent = text.endsWith("%");
      String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
      try {
        BigDecimal number = new BigDecimal(digits);
        return new Limit(text, Optional.of(percent ? number.movePointLeft(2) : number));
      } catch (NumberFormatException e) {
        return new Limit(text, Optional.empty());
      }
    }
  }

  /**
   * @throws IllegalArgumentException that says what is wrong
   */
  static ColumnThreshold parse(String text) {
    Matcher shape = SHAPE.matcher(text.strip());
    if (!shape.matches()) {
      List<String> words = Stream.of(WordThreshold.values()).map(WordThreshold::word).toList();
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is none of "
              + String.join(", ", words)
              + ", and no limit such as 'cost_usd_per_day>120000' or 'cheapest.served_share<99%'");
    }
    String column = shape.group(2);
    Map<String, Content> known = ResultTables.summaryColumns();
    if (!known.containsKey(column)) {
      throw new IllegalArgumentException(
          "summary.csv has no column '" + column + "'" + Names.hint(column, known.keySet()));
    }
    ColumnThreshold threshold =
        new ColumnThreshold(
            Optional.ofNullable(shape.group(1)),
            column,
            Relation.of(shape.group(3)),
            Limit.of(shape.group(4).strip()));
    threshold
        .nonsense(known.get(column))
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("'" + text + "': " + why);
            });
    return threshold;
  }

  /** Why nothing could ever cross it, or everything would; empty where it makes sense. */
  private Optional<String> nonsense(Content content) {
    if (content instanceof Content.Number) {
      return Optional.of("'" + limit.text() + "' is not a number")
          .filter(why -> limit.number().isEmpty());
    }
    if (relation.isOfOrder()) {
      return Optional.of(column + " is no number; a text may follow = and !=");
    }
    return content instanceof Content.Word word && !word.known().contains(limit.text())
        ? Optional.of(
            column + " is never '" + limit.text() + "'" + Names.hint(limit.text(), word.known()))
        : Optional.empty();
  }

  @Override
  public Optional<String> problem(Collection<String> strategies) {
    return strategy
        .filter(name -> !strategies.contains(name))
        .map(name -> "strategy '" + name + "' does not run" + Names.hint(name, strategies));
  }

  @Override
  public List<String> crossings(Experiment experiment) {
    Sheet<?> summary = ResultTables.summary(List.of(experiment));
    int name = summary.header().indexOf("strategy");
    int value = summary.header().indexOf(column);
    return summary.cells().stream()
        .filter(row -> strategy.map(row.get(name).text()::equals).orElse(true))
        .flatMap(row -> crossing(row.get(name).text(), row.get(value)).stream())
        .toList();
  }

  private Optional<String> crossing(String strategy, Cell cell) {
    String subject = column + " of '" + strategy + "' is ";
    if (cell.text().isEmpty()) {
      return Optional.of(subject + "not known");
    }
    int order =
        cell.number()
            ? new BigDecimal(cell.text()).compareTo(limit.number().orElseThrow())
            : cell.text().compareTo(limit.text());
    return relation.crossed.test(order) ? Optional.of(subject + cell.text()) : Optional.empty();
  }

  @Override
  public String toString() {
    return strategy.map(s -> s + ".").orElse("") + column + relation.sign + limit.text();
  }
}
