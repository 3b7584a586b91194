package situs.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import situs.document.Issues;
import situs.document.Node;

/** Turns the text of a predicate into a checked one, or says what is wrong and where. */
final class PredicateCompiler {
  /** Steps of comprehensions in one evaluation; a chain has four stations. */
  private static final int MOST_STEPS = 1_000;

  /** A page of text is more than any condition needs. */
  private static final int MOST_CHARACTERS = 20_000;

  private static final int MOST_NESTING = 100;
  private static final int MOST_PARTS = 5_000;
  private static final int MOST_OF_A_PATTERN = 2_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .comprehensionMaxIterations(MOST_STEPS)
          .maxExpressionCodePointSize(MOST_CHARACTERS)
          .maxParseRecursionDepth(MOST_NESTING)
          .maxParseExpressionNodeCount(MOST_PARTS)
          .maxRegexProgramSize(MOST_OF_A_PATTERN)
          .enableHeterogeneousNumericComparisons(true)
          // Without them the operands of a conjunction cannot be written out when one is a macro.
          .populateMacroCalls(true)
          .build();

  /** Made when the first predicate needs it: it takes a good part of a second. */
  private static final class Runtime {
    static final CelRuntime INSTANCE =
        CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
  }

  private final SubjectKind subject;
  private final Set<String> names = new TreeSet<>();
  private final Issues issues;

  /** The same condition under several readings is compiled once. */
  private final Map<String, Predicate> compiled = new HashMap<>();

  /** And checked once: CEL makes all that it knows anew for each check. */
  private final Map<String, CelValidationResult> checked = new HashMap<>();

  private @org.jspecify.annotations.Nullable CelCompiler compiler;

  /**
   * @param own names that the contract itself makes facts of: {@code term.NAME}, {@code event.NAME}
   */
  PredicateCompiler(SubjectKind subject, Set<String> own, Issues issues) {
    this.subject = subject;
    this.issues = issues;
    Fact.ALL.stream()
        .filter(f -> f.subjects().contains(subject))
        .map(Fact::name)
        .forEach(names::add);
    names.addAll(own);
  }

  /** The kind of subject that its predicates are about. */
  SubjectKind subject() {
    return subject;
  }

  Issues issues() {
    return issues;
  }

  /** Lets conditions use a word that the contract defines. */
  void define(String word) {
    names.add(Words.PREFIX + word);
    compiler = null;
    checked.clear();
  }

  private CelCompiler compiler() {
    CelCompiler made = compiler;
    if (made == null) {
      CelCompilerBuilder builder =
          CelCompilerFactory.standardCelCompilerBuilder()
              .setOptions(OPTIONS)
              .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
              .setResultType(SimpleType.BOOL);
      for (String name : names) {
        builder.addVar(name, Fact.named(name, subject).map(Fact::type).orElse(SimpleType.BOOL));
      }
      made = builder.build();
      compiler = made;
    }
    return made;
  }

  private CelValidationResult check(String text) {
    return checked.computeIfAbsent(text, compiler()::compile);
  }

  /** The predicate written in a node; empty when it is wrong, which is then among the issues. */
  Optional<Predicate> compile(Node node, String what) {
    return compile(node, what, text -> text);
  }

  /**
   * The same, with the contract's words replaced by what they mean.
   *
   * @param meaning of a whole condition; a checked one stays one
   */
  Optional<Predicate> compile(Node node, String what, UnaryOperator<String> meaning) {
    if (!(node instanceof Node.Scalar scalar)) {
      issues.add(node.at(), what + " must be an expression, is a " + node.kind());
      return Optional.empty();
    }
    CelValidationResult result = check(scalar.text());
    if (result.hasError()) {
      new PredicateProblems(subject, names)
          .of(scalar.text(), result.getErrors())
          .forEach(p -> issues.add(issues.within(scalar, p.offset()), p.message()));
      return Optional.empty();
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      if (!ast.getResultType().equals(SimpleType.BOOL)) {
        issues.add(scalar.at(), what + " must be true or false; its type cannot be told");
        return Optional.empty();
      }
      Optional<String> problem = Patterns.problem(ast);
      if (problem.isPresent()) {
        issues.add(scalar.at(), what + ": " + problem.get());
        return Optional.empty();
      }
      return Optional.of(meant(scalar.text(), meaning.apply(scalar.text()), ast));
    } catch (CelValidationException | CelEvaluationException e) {
      issues.add(scalar.at(), what + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Predicate meant(String written, String meant, CelAbstractSyntaxTree ast)
      throws CelValidationException, CelEvaluationException {
    Predicate known = compiled.get(written + '\n' + meant);
    if (known != null) {
      return known;
    }
    Predicate made =
        meant.equals(written)
            ? predicate(written, ast)
            : predicate(meant, check(meant).getAst()).called(written + ", that is " + meant);
    compiled.put(written + '\n' + meant, made);
    return made;
  }

  /** A checked expression, or a part of one, that can be evaluated. */
  static Program program(CelAbstractSyntaxTree ast) throws CelEvaluationException {
    return Runtime.INSTANCE.createProgram(ast);
  }

  private Predicate predicate(String text, CelAbstractSyntaxTree ast)
      throws CelValidationException, CelEvaluationException {
    Set<String> facts = Predicate.references(ast, names);
    List<Predicate> conjuncts = new ArrayList<>();
    for (CelAbstractSyntaxTree operand : Predicate.operands(ast)) {
      String written = Predicate.written(operand);
      conjuncts.add(meant(written, written, operand));
    }
    return conjuncts.isEmpty()
        ? Predicate.anyOf(
            Predicate.of(text, ast, program(ast), facts), Predicate.disjuncts(ast, names))
        : Predicate.allOf(text, ast, facts, List.copyOf(conjuncts));
  }
}
