package situs.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import situs.document.Issues;
import situs.document.Mark;
import situs.document.Names;
import situs.document.Node;

/** Turns the text of a predicate into a checked one, or says what is wrong and where. */
final class PredicateCompiler {
  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
  private static final Pattern UNDECLARED =
      Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("expected type 'bool' but found '(.*)'");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '_?(.*?)_?' applied to '\\((.*)\\)'.*");
  private static final Pattern DOTTED =
      Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(\\.[A-Za-z_0-9]+)*");

  /** Made when the first predicate needs it: it takes a good part of a second. */
  private static final class Runtime {
    static final CelRuntime INSTANCE =
        CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
  }

  private final SubjectKind subject;
  private final Set<String> names = new TreeSet<>();
  private final Issues issues;
  private @org.jspecify.annotations.Nullable CelCompiler compiler;

  /**
   * @param terms names that the contract itself leaves open or settles, as {@code term.NAME}
   */
  PredicateCompiler(SubjectKind subject, Set<String> terms, Issues issues) {
    this.subject = subject;
    this.issues = issues;
    Fact.ALL.stream()
        .filter(f -> f.subjects().contains(subject))
        .map(Fact::name)
        .forEach(names::add);
    terms.forEach(term -> names.add("term." + term));
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

  /** The predicate written in a node; empty when it is wrong, which is then among the issues. */
  Optional<Predicate> compile(Node node, String what) {
    if (!(node instanceof Node.Scalar scalar)) {
      issues.add(node.at(), what + " must be an expression, is a " + node.kind());
      return Optional.empty();
    }
    CelValidationResult result = compiler().compile(scalar.text());
    if (result.hasError()) {
      report(result.getErrors(), scalar);
      return Optional.empty();
    }
    try {
      return Optional.of(predicate(scalar.text(), result.getAst()));
    } catch (CelValidationException | CelEvaluationException e) {
      issues.add(scalar.at(), what + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Predicate predicate(String text, CelAbstractSyntaxTree ast)
      throws CelValidationException, CelEvaluationException {
    List<Predicate> conjuncts = new java.util.ArrayList<>();
    for (String operand : Predicate.operands(ast)) {
      conjuncts.add(predicate(operand, compiler().compile(operand).getAst()));
    }
    return new Predicate(
        text,
        Runtime.INSTANCE.createProgram(ast),
        Predicate.references(ast, names),
        List.copyOf(conjuncts));
  }

  private void report(List<CelIssue> errors, Node.Scalar scalar) {
    for (CelIssue error : errors) {
      String message = error.getMessage().strip();
      boolean syntax = isSyntax(message);
      int column = Math.max(0, error.getSourceLocation().getColumn());
      Matcher undeclared = UNDECLARED.matcher(message);
      if (undeclared.matches()) {
        String name = nameAt(scalar.text(), error, undeclared.group(1));
        message = "no fact '" + name + "' of a " + subject.word() + Names.hint(name, names);
        column = Math.max(0, scalar.text().indexOf(name));
      } else {
        message = "not a valid expression: " + inOurWords(message);
      }
      issues.add(within(scalar, error.getSourceLocation().getLine(), column), message);
      if (syntax) {
        // What follows a syntax error is its echo.
        return;
      }
    }
  }

  private static boolean isSyntax(String message) {
    return message.startsWith("mismatched input")
        || message.startsWith("extraneous input")
        || message.startsWith("no viable alternative")
        || message.startsWith("token recognition error");
  }

  /** CEL's parser lists tokens; what a reader needs is the place and the kind of trouble. */
  private static String inOurWords(String message) {
    if (message.startsWith("token recognition error at: ")) {
      String text = message.substring("token recognition error at: ".length());
      return "cannot read " + text + "; is a quote missing?";
    }
    if (message.startsWith("mismatched input '<EOF>'")) {
      return "it stops where more is expected";
    }
    if (isSyntax(message)) {
      return message
          .replaceAll("(?s) expecting .*", "")
          .replace("mismatched input", "did not expect");
    }
    Matcher type = TYPE.matcher(message);
    if (type.matches()) {
      return "it must be true or false, and is a " + type.group(1);
    }
    Matcher overload = OVERLOAD.matcher(message);
    return overload.matches()
        ? "'" + overload.group(1) + "' does not go between " + overload.group(2)
        : message;
  }

  /** The whole dotted name of which CEL names the first part only. */
  private static String nameAt(String text, CelIssue error, String first) {
    Matcher name = DOTTED.matcher(text);
    int from = Math.max(0, error.getSourceLocation().getColumn() - first.length());
    while (name.find()) {
      if (name.end() >= from && name.group().startsWith(first)) {
        return name.group();
      }
    }
    return first;
  }

  /** A place inside a scalar; of one that goes over several lines, its start. */
  private static Mark within(Node.Scalar scalar, int line, int column) {
    Mark at = scalar.at();
    if (line > 1 || scalar.text().contains("\n")) {
      return at;
    }
    return new Mark(at.file(), at.line(), at.column() + column + (scalar.quoted() ? 1 : 0));
  }
}
