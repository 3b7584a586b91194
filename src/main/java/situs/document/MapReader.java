package situs.document;

import java.math.BigDecimal;
import java.time.Duration;
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
  private static final BigDecimal LONGEST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Node.Mapping mapping;
  private final Issues issues;
  private final Scalars scalars;
  private final Set<String> asked = new LinkedHashSet<>();

  public MapReader(Node.Mapping mapping, Issues issues) {
    this.mapping = mapping;
    this.issues = issues;
    this.scalars = new Scalars(issues);
  }

  /** A reader of {@code node}, if it is a mapping; otherwise that is an issue. */
  public static Optional<MapReader> of(Node node, String what, Issues issues) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(new MapReader(mapping, issues));
    }
    issues.add(node.at(), what + Scalars.mismatch("a mapping", node));
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
    return scalars.text(node, what);
  }

  /** A text that must be one of {@code known}. */
  public Optional<String> oneOf(String key, Collection<String> known) {
    return text(key)
        .filter(
            word -> {
              boolean ok = known.contains(word);
              if (!ok) {
                issues.add(
                    at(key),
                    "unknown value '" + word + "' for '" + key + "'" + Names.hint(word, known));
              }
              return ok;
            });
  }

  /** A plain number. */
  public Optional<Double> number(String key) {
    return node(key).flatMap(n -> scalars.number(n, "'" + key + "'"));
  }

  /** A share of the whole, written {@code 0.2} or {@code 20 %}. */
  public Optional<Double> share(String key) {
    return node(key).flatMap(n -> scalars.share(n, "'" + key + "'"));
  }

  /** A length of time. */
  public Optional<Duration> duration(String key) {
    return decimal(key, Units.TIME)
        .map(s -> Duration.ofNanos(s.movePointRight(9).min(LONGEST_NANOS).longValue()));
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

  /** A value with a unit, in the dimension's base unit, greater than 0. */
  public Optional<Double> positive(String key, Units units) {
    return quantity(key, units)
        .filter(
            value -> {
              if (!(value > 0)) {
                issues.add(at(key), "'" + key + "' must be greater than 0");
              }
              return value > 0;
            });
  }

  /** A value with a unit, in the dimension's base unit. */
  public Optional<Double> quantity(String key, Units units) {
    return decimal(key, units).map(BigDecimal::doubleValue);
  }

  /** A value with a unit, exact. */
  public Optional<BigDecimal> decimal(String key, Units units) {
    return node(key).flatMap(n -> scalars.decimal(n, "'" + key + "'", units));
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

  /** A value that was read of a key that must be there; reports the key where it is absent. */
  public <T> Optional<T> required(String key, String example, Function<String, Optional<T>> read) {
    return has(key) ? read.apply(key) : requiredNode(key, example).flatMap(n -> read.apply(key));
  }

  /** The mapping under a key. */
  public Optional<MapReader> mapping(String key) {
    return node(key).flatMap(n -> of(n, "'" + key + "'", issues));
  }

  /** The keys of the mapping under a key; empty when there is none. */
  public List<String> keysOf(String key) {
    return node(key).orElse(mapping) instanceof Node.Mapping block && has(key)
        ? List.copyOf(block.entries().keySet())
        : List.of();
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
    issues.add(value.get().at(), "'" + key + "'" + Scalars.mismatch("a list", value.get()));
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
    issues.keys(mapping.at(), asked);
    for (Node.Entry entry : mapping.entries().values()) {
      if (!asked.contains(entry.key())) {
        issues.add(
            entry.at(), "unknown key '" + entry.key() + "'" + Names.hint(entry.key(), asked));
      }
    }
  }
}
