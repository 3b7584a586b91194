package situs.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a mapping key by key. Whatever is missing or wrong goes to the issues and reads as empty;
 * {@link #done()} reports the keys that nobody asked for, with the nearest valid names.
 */
public final class MapReader {
  private final Node.Mapping mapping;
  private final Issues issues;
  private final Set<String> asked = new LinkedHashSet<>();

  public MapReader(Node.Mapping mapping, Issues issues) {
    this.mapping = mapping;
    this.issues = issues;
  }

  /** A reader of {@code node}, if it is a mapping; otherwise that is an issue. */
  public static Optional<MapReader> of(Node node, String what, Issues issues) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(new MapReader(mapping, issues));
    }
    issues.add(node.at(), what + " must be a mapping, is a " + node.kind());
    return Optional.empty();
  }

  public Mark at() {
    return mapping.at();
  }

  /** Where a key's value stands; the mapping's place when the key is absent. */
  public Mark at(String key) {
    Node.Entry entry = mapping.entries().get(key);
    return entry == null ? mapping.at() : entry.value().at();
  }

  public Issues issues() {
    return issues;
  }

  public boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** The value of a key, which counts as asked for. */
  public Optional<Node> node(String key) {
    asked.add(key);
    return Optional.ofNullable(mapping.entries().get(key)).map(Node.Entry::value);
  }

  /** The value of a key that must be there. */
  public Optional<Node> requiredNode(String key, String example) {
    Optional<Node> value = node(key);
    if (value.isEmpty()) {
      issues.add(
          mapping.at(),
          "'" + key + "' is missing; write for example `" + key + ": " + example + "`");
    }
    return value;
  }

  /** All entries, which all count as asked for. */
  public Collection<Node.Entry> entries() {
    asked.addAll(mapping.entries().keySet());
    return mapping.entries().values();
  }

  public Optional<String> text(String key) {
    return node(key).flatMap(n -> text(n, "'" + key + "'"));
  }

  public Optional<String> requiredText(String key, String example) {
    return requiredNode(key, example).flatMap(n -> text(n, "'" + key + "'"));
  }

  /** A scalar's text; a list or mapping is an issue. */
  public Optional<String> text(Node node, String what) {
    if (node instanceof Node.Scalar scalar) {
      return Optional.of(scalar.text());
    }
    issues.add(node.at(), what + " must be a single value, is a " + node.kind());
    return Optional.empty();
  }

  /** A text that must be one of {@code known}. */
  public Optional<String> oneOf(String key, Collection<String> known) {
    return text(key)
        .filter(
            word -> {
              boolean ok = known.contains(word);
              if (!ok) {
                issues.add(at(key), "unknown " + key + " '" + word + "'" + Names.hint(word, known));
              }
              return ok;
            });
  }

  /** A plain number. */
  public Optional<Double> number(String key) {
    return text(key)
        .flatMap(t -> parsed(key, t, "a number such as 0.5", Double::valueOf))
        .filter(v -> finite(key, v));
  }

  private boolean finite(String key, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      issues.add(at(key), "'" + key + "' must be a finite number");
      return false;
    }
    return true;
  }

  /** A number within bounds, both included. */
  public Optional<Double> number(String key, double least, double most) {
    return number(key)
        .filter(
            value -> {
              boolean ok = value >= least && value <= most;
              if (!ok) {
                issues.add(
                    at(key),
                    "'"
                        + key
                        + "' must lie between "
                        + plain(least)
                        + " and "
                        + plain(most)
                        + ", is "
                        + plain(value));
              }
              return ok;
            });
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A whole number within bounds, both included. */
  public Optional<Integer> integer(String key, int least, int most) {
    return text(key)
        .flatMap(t -> parsed(key, t, "a whole number", s -> Integer.valueOf(s.replace("_", ""))))
        .filter(
            value -> {
              boolean ok = value >= least && value <= most;
              if (!ok) {
                issues.add(
                    at(key),
                    "'" + key + "' must lie between " + least + " and " + most + ", is " + value);
              }
              return ok;
            });
  }

  /** A value with a unit, in the dimension's base unit. */
  public Optional<Double> quantity(String key, Units units) {
    return decimal(key, units).map(BigDecimal::doubleValue);
  }

  /** A value with a unit, exact. */
  public Optional<BigDecimal> decimal(String key, Units units) {
    return node(key).flatMap(n -> decimal(n, "'" + key + "'", units));
  }

  /** A node's value with a unit, exact; negative values are issues. */
  public Optional<BigDecimal> decimal(Node node, String what, Units units) {
    Optional<String> text = text(node, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Units.Reading reading = units.read(text.get());
    if (reading.value().isEmpty()) {
      issues.add(node.at(), what + ": " + reading.problem());
    } else if (reading.value().get().signum() < 0) {
      issues.add(node.at(), what + " must not be negative, is '" + text.get() + "'");
      return Optional.empty();
    }
    return reading.value();
  }

  /**
   * Reads text by a parser that throws {@link IllegalArgumentException} or {@link
   * java.time.DateTimeException}.
   */
  public <T> Optional<T> parsed(
      String key, String text, String wanted, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      issues.add(at(key), "'" + key + "' must be " + wanted + ", is '" + text + "'");
      return Optional.empty();
    }
  }

  /** The mapping under a key. */
  public Optional<MapReader> mapping(String key) {
    return node(key).flatMap(n -> of(n, "'" + key + "'", issues));
  }

  /** The items of a list under a key; empty when absent. */
  public List<Node> list(String key) {
    Optional<Node> value = node(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    issues.add(value.get().at(), "'" + key + "' must be a list, is a " + value.get().kind());
    return List.of();
  }

  /** The texts of a list under a key. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : list(key)) {
      text(item, "an item of '" + key + "'").ifPresent(texts::add);
    }
    return texts;
  }

  /** Reports every key that was not asked for. */
  public void done() {
    for (Node.Entry entry : mapping.entries().values()) {
      if (!asked.contains(entry.key())) {
        issues.add(
            entry.at(), "unknown key '" + entry.key() + "'" + Names.hint(entry.key(), asked));
      }
    }
  }
}
