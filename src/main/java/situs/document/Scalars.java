package situs.document;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads single values; what is wrong goes to the issues and reads as empty. */
public final class Scalars {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?");

  private final Issues issues;

  public Scalars(Issues issues) {
    this.issues = issues;
  }

  /** A value's text; a list or mapping is an issue. */
  public Optional<String> text(Node node, String what) {
    if (node instanceof Node.Scalar scalar && !scalar.isEmpty()) {
      return Optional.of(scalar.text());
    }
    issues.add(node.at(), what + mismatch("a single value", node));
    return Optional.empty();
  }

  /** Says that a node is not what was wanted. */
  static String mismatch(String wanted, Node node) {
    return node instanceof Node.Scalar scalar && scalar.isEmpty()
        ? " has no value; write one, or leave the key out"
        : " must be " + wanted + ", is a " + node.kind();
  }

  /** A plain number. */
  public Optional<Double> number(Node node, String what) {
    return text(node, what)
        .flatMap(
            text -> {
              Optional<Double> value = number(text);
              if (value.isEmpty()) {
                issues.add(node.at(), what + " must be a number such as 0.5, is '" + text + "'");
              }
              return value;
            });
  }

  /** A share of the whole, written {@code 0.2} or {@code 20 %}. */
  public Optional<Double> share(Node node, String what) {
    return text(node, what)
        .flatMap(
            text -> {
              Optional<Double> share = fraction(text.trim()).filter(v -> v >= 0 && v <= 1);
              if (share.isEmpty()) {
                issues.add(
                    node.at(),
                    what + " must be a share from 0 to 1 or from 0 % to 100 %, is '" + text + "'");
              }
              return share;
            });
  }

  private static Optional<Double> fraction(String text) {
    return text.endsWith("%")
        ? number(text.substring(0, text.length() - 1).trim())
            .map(v -> BigDecimal.valueOf(v).movePointLeft(2).doubleValue())
        : number(text);
  }

  private static Optional<Double> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(Double.valueOf(text.replace("_", "")))
        : Optional.empty();
  }

  /** A value with a unit in the dimension's base unit, exact; a negative value is an issue. */
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
}
