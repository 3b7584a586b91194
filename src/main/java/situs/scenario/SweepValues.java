package situs.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Node;

/**
 * The values of one swept key: a list, a range {@code {from: 1/s, to: 3/s, step: 1/s}} with both
 * ends included, or a mapping from a label to each value.
 */
final class SweepValues {
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?)\\s*(.*)");
  private static final Set<String> RANGE = Set.of("from", "to", "step");
  private static final int MOST = 1000;

  /** A value and the word for it in the name. */
  record Value(String label, Node node) {}

  private record Quantity(BigDecimal number, String unit) {}

  private final Issues issues;

  private SweepValues(Issues issues) {
    this.issues = issues;
  }

  /** The values of an axis; none, and an issue, when they cannot be told. */
  static List<Value> of(Node.Entry axis, Issues issues) {
    Node node = axis.value();
    if (node instanceof Node.Sequence list && !list.items().isEmpty()) {
      return list(list.items());
    }
    if (node instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
      return RANGE.containsAll(mapping.entries().keySet())
          ? new SweepValues(issues).range(new MapReader(mapping, issues))
          : named(mapping);
    }
    issues.add(
        node.at(),
        "'"
            + axis.key()
            + "' needs values: a list, a range {from: 1, to: 3, step: 1}, or names with values");
    return List.of();
  }

  private static List<Value> list(List<Node> items) {
    List<Value> values = new ArrayList<>();
    for (Node item : items) {
      String number = String.valueOf(values.size() + 1);
      String label = item instanceof Node.Scalar s ? Sweep.slug(s.text()) : number;
      values.add(new Value(label.isEmpty() ? number : label, item));
    }
    return values;
  }

  private static List<Value> named(Node.Mapping mapping) {
    return mapping.entries().values().stream()
        .map(e -> new Value(Sweep.slug(e.key()), e.value()))
        .toList();
  }

  private List<Value> range(MapReader range) {
    Optional<Quantity> from = quantity(range, "from");
    Optional<Quantity> to = quantity(range, "to");
    Optional<Quantity> step = quantity(range, "step");
    if (from.isEmpty() || to.isEmpty() || step.isEmpty()) {
      return List.of();
    }
    BigDecimal least = from.get().number();
    boolean oneUnit =
        from.get().unit().equals(to.get().unit()) && from.get().unit().equals(step.get().unit());
    if (!oneUnit || step.get().number().signum() <= 0 || to.get().number().compareTo(least) < 0) {
      issues.add(
          range.at(),
          "a range needs one unit throughout, 'to' not below 'from', and a step greater than 0");
      return List.of();
    }
    return steps(range, from.get(), to.get().number(), step.get().number());
  }

  private List<Value> steps(MapReader range, Quantity from, BigDecimal to, BigDecimal step) {
    List<Value> values = new ArrayList<>();
    String unit = from.unit();
    for (BigDecimal at = from.number(); at.compareTo(to) <= 0; at = at.add(step)) {
      if (values.size() == MOST) {
        issues.add(range.at(), "the range has more than " + MOST + " values");
        return List.of();
      }
      String gap = unit.isEmpty() || unit.startsWith("/") ? "" : " ";
      String text = at.stripTrailingZeros().toPlainString() + gap + unit;
      values.add(new Value(Sweep.slug(text), new Node.Scalar(range.at("from"), text, false)));
    }
    return values;
  }

  private Optional<Quantity> quantity(MapReader range, String key) {
    Optional<String> text = range.requiredText(key, "1");
    Matcher shape = NUMBER.matcher(text.orElse("").trim());
    if (shape.matches()) {
      return Optional.of(new Quantity(new BigDecimal(shape.group(1)), shape.group(2)));
    }
    text.ifPresent(
        t -> issues.add(range.at(key), "'" + key + "' must be a number, with a unit if need be"));
    return Optional.empty();
  }
}
