package situs.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;
import situs.document.Scalars;
import situs.document.Units;
import situs.model.Distribution;

/**
 * A length or a time: a plain value, {@code {median, p90, max?}} for a log-normal, {@code {mean,
 * distribution: exponential}}, {@code {mean, cv, distribution: gamma}}, {@code {constant: n}},
 * {@code {quantiles: {p0: .., p100: ..}}}, {@code {values: [...]}} or {@code {file, column}} for
 * what was observed.
 */
final class DistributionReader {

  /** What is distributed. */
  enum Measure {
    /** Tokens, plain numbers. */
    TOKENS("1000"),
    /** Times with units; columns of files are in seconds. */
    TIME("2 s");

    private final String example;

    Measure(String example) {
      this.example = example;
    }
  }

  private static final List<String> SHAPES =
      List.of("median", "mean", "constant", "quantiles", "values", "file");

  private static final List<String> KEYS =
      List.of(
          "median",
          "p90",
          "max",
          "mean",
          "cv",
          "distribution",
          "constant",
          "quantiles",
          "values",
          "file",
          "column");

  private static final double LEAST_CV = 0.01;
  private static final double MOST_CV = 100;

  private final Context context;
  private final Measure measure;
  private final double least;

  /**
   * @param least the smallest value allowed, in tokens or seconds
   */
  DistributionReader(Context context, Measure measure, double least) {
    this.context = context;
    this.measure = measure;
    this.least = least;
  }

  /** The distribution under a key that must be there. */
  Optional<Distribution> required(MapReader reader, String key) {
    return reader.requiredNode(key, measure.example).flatMap(n -> read(n, "'" + key + "'"));
  }

  private Optional<Distribution> read(Node node, String what) {
    if (node instanceof Node.Mapping mapping) {
      return shape(new MapReader(mapping, context.issues()));
    }
    return value(node, what).map(Distribution.Constant::new);
  }

  private Optional<Distribution> shape(MapReader reader) {
    List<String> given = SHAPES.stream().filter(reader::has).toList();
    if (given.size() != 1) {
      context
          .issues()
          .add(
              reader.at(),
              "a distribution needs one of "
                  + String.join(", ", SHAPES)
                  + "; here is "
                  + (given.isEmpty() ? "none" : String.join(" and ", given)));
    }
    Optional<Distribution> read =
        switch (given.size() == 1 ? given.get(0) : "") {
          case "median" -> logNormal(reader);
          case "mean" -> byMean(reader);
          case "constant" -> value(reader, "constant").map(Distribution.Constant::new);
          case "quantiles" -> quantiles(reader);
          case "values" -> listed(reader);
          case "file" -> column(reader);
          default -> Optional.empty();
        };
    KEYS.forEach(reader::node);
    reader.done();
    return read;
  }

  private Optional<Distribution> logNormal(MapReader reader) {
    Optional<Double> median = value(reader, "median");
    Optional<Double> p90 = reader.required("p90", measure.example, k -> value(reader, k));
    Optional<Double> max = value(reader, "max");
    if (median.isEmpty() || p90.isEmpty() || reader.has("max") && max.isEmpty()) {
      return Optional.empty();
    }
    if (!above(reader, "p90", p90.get(), "median", median.get(), false)
        || max.isPresent() && !above(reader, "max", max.get(), "p90", p90.get(), true)
        || !(median.get() > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new Distribution.LogNormal(median.get(), p90.get(), max.orElse(Double.POSITIVE_INFINITY)));
  }

  private boolean above(
      MapReader reader, String key, double value, String lower, double bound, boolean orEqual) {
    boolean ok = value > bound || orEqual && value == bound;
    if (!ok) {
      context
          .issues()
          .add(
              reader.at(key),
              "'"
                  + key
                  + "' must be greater than '"
                  + lower
                  + "', "
                  + plain(value)
                  + " is not greater than "
                  + plain(bound));
    }
    return ok;
  }

  private Optional<Distribution> byMean(MapReader reader) {
    Optional<Double> mean = value(reader, "mean").filter(m -> m > 0);
    reader.requiredNode("distribution", "exponential");
    String kind = reader.oneOf("distribution", List.of("exponential", "gamma")).orElse("neither");
    if (kind.equals("gamma")) {
      Optional<Double> cv =
          reader.required("cv", "1.2", key -> reader.number(key, LEAST_CV, MOST_CV));
      return mean.flatMap(m -> cv.map(c -> new Distribution.Gamma(m, c)));
    }
    if (reader.has("cv") && kind.equals("exponential")) {
      context.issues().add(reader.at("cv"), "'cv' goes with distribution: gamma");
    }
    return kind.equals("exponential") ? mean.map(Distribution.Exponential::new) : Optional.empty();
  }

  private Optional<Distribution> quantiles(MapReader reader) {
    return reader
        .mapping("quantiles")
        .flatMap(
            table ->
                new QuantilesReader(context.issues())
                    .read(table, (node, key) -> value(node, "'" + key + "'")));
  }

  private Optional<Distribution> listed(MapReader reader) {
    List<Double> values = new ArrayList<>();
    List<Node> items = reader.list("values");
    items.forEach(item -> value(item, "an item of 'values'").ifPresent(values::add));
    if (items.isEmpty()) {
      context.issues().add(reader.at("values"), "'values' needs at least one value");
    }
    return values.size() == items.size() && !values.isEmpty()
        ? Optional.of(new Distribution.Empirical(values))
        : Optional.empty();
  }

  private Optional<Distribution> column(MapReader reader) {
    Optional<String> column = reader.requiredText("column", "tokens");
    return reader
        .node("file")
        .flatMap(context.inputs()::file)
        .flatMap(
            file ->
                column.flatMap(name -> new ColumnFile(file, context.issues()).read(name, least)))
        .map(Distribution.Empirical::new);
  }

  private Optional<Double> value(MapReader reader, String key) {
    return reader.node(key).flatMap(n -> value(n, "'" + key + "'"));
  }

  private Optional<Double> value(Node node, String what) {
    Scalars scalars = new Scalars(context.issues());
    Optional<Double> value =
        measure == Measure.TOKENS
            ? scalars.number(node, what)
            : scalars.decimal(node, what, Units.TIME).map(BigDecimal::doubleValue);
    return value.filter(v -> inRange(node, what, v));
  }

  private boolean inRange(Node node, String what, double value) {
    boolean ok = value >= least;
    if (!ok) {
      context
          .issues()
          .add(node.at(), what + " must be at least " + plain(least) + ", is " + plain(value));
    }
    return ok;
  }

  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
