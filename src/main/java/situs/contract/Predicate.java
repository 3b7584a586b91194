package situs.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A checked CEL expression over facts. CEL's {@code &&} and {@code ||} absorb what is missing on
 * one side when the other side decides, so a predicate is true, false or unknown as Kleene has it.
 */
public final class Predicate {
  private final String text;
  private final Program program;
  private final Set<String> facts;

  /** The operands of a conjunction, to name those that fail; the predicate itself otherwise. */
  private final List<Predicate> conjuncts;

  Predicate(String text, Program program, Set<String> facts, List<Predicate> conjuncts) {
    this.text = text;
    this.program = program;
    this.facts = facts;
    this.conjuncts = conjuncts;
  }

  /** As written. */
  public String text() {
    return text;
  }

  /** Names of the facts that it uses. */
  public Set<String> facts() {
    return facts;
  }

  Truth test(Facts subject) {
    try {
      return Truth.of((Boolean) program.eval(subject.values()));
    } catch (CelEvaluationException e) {
      return Truth.UNKNOWN;
    }
  }

  /** Why it is unknown: what is missing to its operands that are, or else what CEL says. */
  Doubt doubt(Facts subject) {
    if (!conjuncts.isEmpty()) {
      return conjuncts.stream()
          .filter(conjunct -> conjunct.test(subject) == Truth.UNKNOWN)
          .map(conjunct -> conjunct.doubt(subject))
          .reduce(Doubt.NONE, Doubt::and);
    }
    List<String> missing = facts.stream().filter(f -> !subject.values().containsKey(f)).toList();
    return missing.isEmpty() ? Doubt.failure(failure(subject)) : Doubt.missing(missing);
  }

  private String failure(Facts subject) {
    try {
      return text + " is " + program.eval(subject.values());
    } catch (CelEvaluationException e) {
      return text + " cannot be evaluated: " + problem(e);
    }
  }

  /** What CEL says, without its own counting of places. */
  private static String problem(CelEvaluationException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.replaceFirst("^evaluation error( at <input>:[0-9]+)?: ", "");
  }

  /** The operands that are false, or the whole. */
  List<Predicate> failing(Facts subject) {
    List<Predicate> failing = new ArrayList<>();
    for (Predicate conjunct : conjuncts) {
      if (conjunct.test(subject) == Truth.FALSE) {
        failing.add(conjunct);
      }
    }
    return failing.isEmpty() ? List.of(this) : failing;
  }

  /** {@code target.provider is "aws"} for every fact used that is known. */
  String values(Facts subject) {
    return String.join(
        ", ",
        facts.stream()
            .filter(subject.values()::containsKey)
            .map(f -> f + " is " + shown(subject.values().get(f)))
            .toList());
  }

  private static String shown(Object value) {
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(Object::toString).toList()) + "]";
    }
    return value instanceof String ? "\"" + value + "\"" : value.toString();
  }

  /** Names of the variables that a checked expression refers to. */
  static Set<String> references(CelAbstractSyntaxTree ast, Set<String> known) {
    Set<String> names = new TreeSet<>();
    ast.getReferenceMap()
        .values()
        .forEach(
            reference -> {
              if (known.contains(reference.name())) {
                names.add(reference.name());
              }
            });
    return names;
  }

  /**
   * The texts of the operands of a conjunction; empty for anything else. The expression must have
   * been parsed with its macro calls kept, or {@code all} and {@code exists} have no text.
   */
  static List<String> operands(CelAbstractSyntaxTree ast) {
    List<CelExpr> parts = new ArrayList<>();
    collect(ast.getExpr(), parts);
    if (parts.size() < 2) {
      return List.of();
    }
    return parts.stream()
        .map(part -> CelAbstractSyntaxTree.newParsedAst(part, ast.getSource()))
        .map(part -> CelUnparserFactory.newUnparser().unparse(part))
        .toList();
  }

  private static void collect(CelExpr expr, List<CelExpr> parts) {
    if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
        && expr.call().function().equals("_&&_")) {
      expr.call().args().forEach(arg -> collect(arg, parts));
    } else {
      parts.add(expr);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
