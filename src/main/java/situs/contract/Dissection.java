package situs.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A checked condition taken apart for one subject: operands of {@code &&}, {@code ||} and {@code
 * !}, the branch taken of {@code ?:}, and the elements that decide {@code all}, {@code exists} and
 * {@code exists_one}, each with its value, down to the facts.
 */
final class Dissection {
  private static final String AND = "_&&_";
  private static final String OR = "_||_";
  private static final String NOT = "!_";
  private static final String CHOICE = "_?_:_";

  private final CelAbstractSyntaxTree ast;
  private final Set<String> facts;
  private final Facts subject;

  /**
   * An expression, and what the variables of the macros around it stand for.
   *
   * @param label before its text
   */
  private record Piece(CelExpr expr, Map<String, Object> bound, String label) {
    Piece of(CelExpr inner) {
      return new Piece(inner, bound, "");
    }

    /** The same of one element: {@code for p = "aws": …}. */
    Piece of(CelExpr inner, String variable, Object element) {
      Map<String, Object> more = new LinkedHashMap<>(bound);
      more.put(variable, element);
      return new Piece(inner, more, "for " + variable + " = " + Predicate.shown(element) + ": ");
    }

    boolean isCall(String function) {
      return expr.exprKind().getKind() == Kind.CALL && expr.call().function().equals(function);
    }

    /** Operands, those of operands of the same kind in their place. */
    List<Piece> operands(String function) {
      return expr.call().args().stream()
          .map(this::of)
          .flatMap(p -> p.isCall(function) ? p.operands(function).stream() : Stream.of(p))
          .toList();
    }
  }

  private Dissection(CelAbstractSyntaxTree ast, Set<String> facts, Facts subject) {
    this.ast = ast;
    this.facts = facts;
    this.subject = subject;
  }

  /**
   * What a condition rests on.
   *
   * @param facts names of those that it asks for
   */
  static List<Derivation> of(CelAbstractSyntaxTree ast, Set<String> facts, Facts subject) {
    Dissection dissection = new Dissection(ast, facts, subject);
    return dissection.parts(new Piece(ast.getExpr(), Map.of(), ""));
  }

  private Derivation derive(Piece piece) {
    String text =
        CelUnparserFactory.newUnparser()
            .unparse(CelAbstractSyntaxTree.newParsedAst(piece.expr(), ast.getSource()));
    String is = " is " + truth(piece).name().toLowerCase(Locale.ROOT);
    return Derivation.of(piece.label() + text + is, parts(piece));
  }

  private List<Derivation> parts(Piece piece) {
    if (piece.isCall(AND)) {
      return operands(piece.operands(AND), truth(piece), Truth.TRUE);
    }
    if (piece.isCall(OR)) {
      return operands(piece.operands(OR), truth(piece), Truth.FALSE);
    }
    if (piece.isCall(NOT)) {
      return piece.operands(NOT).stream().map(p -> derive(p).deciding()).toList();
    }
    if (piece.isCall(CHOICE)) {
      return choice(piece, piece.expr().call().args());
    }
    return piece.expr().exprKind().getKind() == Kind.COMPREHENSION
        ? elements(piece, piece.expr().comprehension())
        : known(piece);
  }

  /**
   * One that has the value of the whole decides, unless the whole is what only all can make it.
   *
   * @param ofAll what only all operands together can make the whole
   */
  private List<Derivation> operands(List<Piece> operands, Truth whole, Truth ofAll) {
    return operands.stream()
        .map(
            operand ->
                whole != ofAll && truth(operand) == whole
                    ? derive(operand).deciding()
                    : derive(operand))
        .toList();
  }

  /** The branch that is not taken has no say. */
  private List<Derivation> choice(Piece piece, List<CelExpr> args) {
    Piece condition = piece.of(args.get(0));
    return switch (truth(condition)) {
      case UNKNOWN -> List.of(derive(condition).deciding());
      case TRUE -> List.of(derive(condition), derive(piece.of(args.get(1))).deciding());
      case FALSE -> List.of(derive(condition), derive(piece.of(args.get(2))).deciding());
    };
  }

  /** Elements that make it what it is, each once; then the facts. */
  private List<Derivation> elements(Piece piece, CelComprehension macro) {
    List<Derivation> parts = new ArrayList<>();
    Truth whole = truth(piece);
    CelExpr step = macro.loopStep();
    Optional<Object> range = value(piece.of(macro.iterRange()));
    if (step.exprKind().getKind() == Kind.CALL && range.orElse("") instanceof List<?> list) {
      String function = step.call().function();
      boolean counts = function.equals(CHOICE);
      CelExpr test = step.call().args().get(counts ? 0 : 1);
      Truth ofAll = function.equals(AND) ? Truth.TRUE : Truth.FALSE;
      Truth sought = counts && whole != Truth.UNKNOWN ? Truth.TRUE : whole;
      list.stream()
          .distinct()
          .map(element -> piece.of(test, macro.iterVar(), element))
          .filter(element -> (counts || whole != ofAll) && truth(element) == sought)
          .forEach(element -> parts.add(derive(element).deciding()));
    }
    parts.addAll(known(parts.isEmpty() ? piece : piece.of(macro.iterRange())));
    return parts;
  }

  /** The facts that an expression asks for. */
  private List<Derivation> known(Piece piece) {
    return Predicate.references(piece.expr(), ast, facts).stream()
        .map(name -> Derivation.fact(name, subject))
        .toList();
  }

  private Truth truth(Piece piece) {
    return value(piece).map(v -> Truth.of(Boolean.TRUE.equals(v))).orElse(Truth.UNKNOWN);
  }

  /** Empty where a fact is missing, or the expression has no value. */
  private Optional<Object> value(Piece piece) {
    CelAbstractSyntaxTree part =
        CelAbstractSyntaxTree.newCheckedAst(
            piece.expr(), ast.getSource(), ast.getReferenceMap(), ast.getTypeMap());
    try {
      return Optional.of(
          PredicateCompiler.program(part)
              .eval(
                  name ->
                      Optional.ofNullable(piece.bound().get(name)).or(() -> subject.value(name))));
    } catch (CelEvaluationException e) {
      return Optional.empty();
    }
  }
}
