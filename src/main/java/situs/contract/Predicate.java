package situs.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A checked CEL expression over facts. CEL's {@code &&} and {@code ||} absorb what is missing on
 * one side when the other side decides, so a predicate is true, false or unknown as Kleene has it.
 */
public final class Predicate {
  private static final Facts NOBODY = new Facts(SubjectKind.ROUTE, Map.of());

  /** True of everything. */
  static final Predicate TRUE =
      new Predicate("true", facts -> Truth.TRUE, Set.of(), List.of(), List.of(), Optional.empty());

  private final String text;
  private final Function<Facts, Truth> test;
  private final Set<String> facts;

  /** The operands of a conjunction, to name those that fail; the predicate itself otherwise. */
  private final List<Predicate> conjuncts;

  /** The operands of a disjunction, to name those that hold; empty for anything else. */
  private final List<Predicate> disjuncts;

  /** To take it apart; empty where it is not written. */
  private final Optional<CelAbstractSyntaxTree> ast;

  /**
   * What was answered last. Readings and clauses that share a condition ask it of one subject in
   * turn. Threads may overwrite each other's, which costs time and nothing else.
   */
  private Answer last = new Answer(NOBODY, Truth.UNKNOWN);

  /** Whole or not at all to another thread, as every record is. */
  private record Answer(Facts subject, Truth truth) {}

  private Predicate(
      String text,
      Function<Facts, Truth> test,
      Set<String> facts,
      List<Predicate> conjuncts,
      List<Predicate> disjuncts,
      Optional<CelAbstractSyntaxTree> ast) {
    this.text = text;
    this.test = test;
    this.facts = facts;
    this.conjuncts = conjuncts;
    this.disjuncts = disjuncts;
    this.ast = ast;
  }

  static Predicate of(String text, CelAbstractSyntaxTree ast, Program program, Set<String> facts) {
    return new Predicate(
        text, subject -> run(program, subject), facts, List.of(), List.of(), Optional.of(ast));
  }

  /**
   * A disjunction, asked as a whole: its operands are only named.
   *
   * @param any asks the whole
   */
  static Predicate anyOf(Predicate any, List<Predicate> disjuncts) {
    return new Predicate(any.text, any.test, any.facts, List.of(), disjuncts, any.ast);
  }

  /**
   * A conjunction, asked operand by operand: operands are shared by more conditions than wholes,
   * and one that is false spares the rest.
   */
  static Predicate allOf(
      String text, CelAbstractSyntaxTree ast, Set<String> facts, List<Predicate> conjuncts) {
    return new Predicate(
        text, subject -> all(conjuncts, subject), facts, conjuncts, List.of(), Optional.of(ast));
  }

  private static Truth all(List<Predicate> conjuncts, Facts subject) {
    Truth all = Truth.TRUE;
    for (int i = 0; i < conjuncts.size() && all != Truth.FALSE; i++) {
      all = all.and(conjuncts.get(i).test(subject));
    }
    return all;
  }

  /** The same under another text. */
  Predicate called(String other) {
    return new Predicate(other, test, facts, conjuncts, disjuncts, ast);
  }

  /** As written; with what its words are taken to mean. */
  public String text() {
    return text;
  }

  /** Names of the facts that it uses. */
  public Set<String> facts() {
    return facts;
  }

  Truth test(Facts subject) {
    Answer known = last;
    // The same subject, and not an equal one: to compare facts takes as long as to ask again.
    if (known.subject() == subject) {
      return known.truth();
    }
    Truth truth = test.apply(subject);
    last = new Answer(subject, truth);
    return truth;
  }

  private static Truth run(Program program, Facts subject) {
    try {
      // Given a map, CEL would copy all of it at every evaluation to look up one or two facts.
      return Boolean.TRUE.equals(program.eval(subject::value)) ? Truth.TRUE : Truth.FALSE;
    } catch (CelEvaluationException e) {
      // A fact is missing, or the expression has no value: an index too high, a bad pattern.
      return Truth.UNKNOWN;
    }
  }

  /** The facts that are missing: of a conjunction, to those operands that cannot be told. */
  List<String> missing(Facts subject) {
    List<Predicate> open =
        conjuncts.stream().filter(c -> c.test(subject) == Truth.UNKNOWN).toList();
    if (!open.isEmpty()) {
      return open.stream().flatMap(c -> c.missing(subject).stream()).distinct().toList();
    }
    return facts.stream().filter(f -> !subject.values().containsKey(f)).toList();
  }

  /** The operands of a conjunction; empty for anything else. */
  List<Predicate> conjuncts() {
    return conjuncts;
  }

  /** What it rests on for a subject: its operands and elements with their values, and the facts. */
  List<Derivation> dissected(Facts subject) {
    return ast.map(whole -> Dissection.of(whole, facts, subject)).orElse(List.of());
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

  /** The operands of a disjunction that are true, or the whole. */
  List<Predicate> holding(Facts subject) {
    List<Predicate> holding =
        disjuncts.stream().filter(d -> d.test(subject) == Truth.TRUE).toList();
    return holding.isEmpty() ? List.of(this) : holding;
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

  /** {@code "aws"}, {@code [client, aws]}. */
  static String shown(Object value) {
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(Object::toString).toList()) + "]";
    }
    return value instanceof String ? "\"" + value + "\"" : value.toString();
  }

  /** Names of the variables that a checked expression refers to. */
  static Set<String> references(CelAbstractSyntaxTree ast, Set<String> known) {
    return references(ast.getExpr(), ast, known);
  }

  /** Names of the variables that a part of a checked expression refers to. */
  static Set<String> references(CelExpr part, CelAbstractSyntaxTree ast, Set<String> known) {
    Set<String> names = new TreeSet<>();
    CelNavigableExpr.fromExpr(part)
        .allNodes()
        .flatMap(node -> ast.getReference(node.id()).stream())
        .map(reference -> reference.name())
        .filter(known::contains)
        .forEach(names::add);
    return names;
  }

  /**
   * The operands of a conjunction, checked as the whole is; empty for anything else. Checking their
   * texts again would take CEL as long as the whole did, each.
   */
  static List<CelAbstractSyntaxTree> operands(CelAbstractSyntaxTree ast) {
    return parts(ast, "_&&_");
  }

  /**
   * The operands of a disjunction, likewise.
   *
   * @param known names of facts
   */
  static List<Predicate> disjuncts(CelAbstractSyntaxTree ast, Set<String> known)
      throws CelEvaluationException {
    List<Predicate> disjuncts = new ArrayList<>();
    for (CelAbstractSyntaxTree own : parts(ast, "_||_")) {
      disjuncts.add(of(written(own), own, PredicateCompiler.program(own), references(own, known)));
    }
    return List.copyOf(disjuncts);
  }

  /** An expression as the one way of writing it has it. */
  static String written(CelAbstractSyntaxTree ast) {
    return CelUnparserFactory.newUnparser().unparse(ast);
  }

  /** The operands of a function of which all are of one kind; empty where it is another. */
  private static List<CelAbstractSyntaxTree> parts(CelAbstractSyntaxTree ast, String function) {
    List<CelExpr> parts = new ArrayList<>();
    collect(ast.getExpr(), function, parts);
    return parts.size() < 2
        ? List.of()
        : parts.stream()
            .map(
                part ->
                    CelAbstractSyntaxTree.newCheckedAst(
                        part, ast.getSource(), ast.getReferenceMap(), ast.getTypeMap()))
            .toList();
  }

  private static void collect(CelExpr expr, String function, List<CelExpr> parts) {
    if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
        && expr.call().function().equals(function)) {
      expr.call().args().forEach(arg -> collect(arg, function, parts));
    } else {
      parts.add(expr);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
