package situs.contract;

import dev.cel.common.CelIssue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import situs.document.Issues;
import situs.document.Names;
import situs.document.Node;

/** Says in our words, and in the file's lines and columns, what CEL found wrong in a predicate. */
final class PredicateErrors {
  private static final Pattern UNDECLARED =
      Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("expected type 'bool' but found '(.*)'");
  private static final Pattern OVERLOAD =
      Pattern.compile(
          "found no matching overload for '[_@]?(.*?)_?' applied to '\\(?(.*?)\\)?' \\(.*",
          Pattern.DOTALL);

  /** A dotted name, without the function that is called on it. */
  private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(?:\\.\\w++(?!\\())*");

  private static final List<String> SYNTAX =
      List.of(
          "mismatched input",
          "extraneous input",
          "no viable alternative",
          "token recognition error");

  private final Node.Scalar scalar;
  private final SubjectKind subject;
  private final Set<String> names;
  private final Issues issues;

  PredicateErrors(Node.Scalar scalar, SubjectKind subject, Set<String> names, Issues issues) {
    this.scalar = scalar;
    this.subject = subject;
    this.names = names;
    this.issues = issues;
  }

  void report(List<CelIssue> errors) {
    for (CelIssue error : errors) {
      String message = error.getMessage().strip();
      int offset = offset(error);
      Optional<MatchResult> name = unknownName(message, offset);
      if (name.isPresent()) {
        issues.add(issues.within(scalar, name.get().start()), noFact(name.get().group()));
      } else {
        issues.add(issues.within(scalar, offset), "not a valid expression: " + inOurWords(message));
      }
      if (isSyntax(message)) {
        // What follows a syntax error is its echo.
        return;
      }
    }
  }

  /** CEL counts lines from 1 and columns from 0. */
  private int offset(CelIssue error) {
    int start = 0;
    for (int line = 1; line < error.getSourceLocation().getLine(); line++) {
      start = scalar.text().indexOf('\n', start) + 1;
    }
    return start + Math.max(0, error.getSourceLocation().getColumn());
  }

  /**
   * The whole dotted name that is no fact. CEL takes it apart: it complains of the first part, or
   * of the dot after a part that is a fact by itself.
   */
  private Optional<MatchResult> unknownName(String message, int offset) {
    boolean function = scalar.text().startsWith("(", offset);
    if (function || !UNDECLARED.matcher(message).matches() && !isSelection(message)) {
      return Optional.empty();
    }
    return DOTTED
        .matcher(scalar.text())
        .results()
        .filter(name -> name.start() <= offset && offset < name.end())
        .findFirst();
  }

  private static boolean isSelection(String message) {
    return message.endsWith("does not support field selection");
  }

  private String noFact(String name) {
    Optional<SubjectKind> other =
        Fact.ALL.stream()
            .filter(fact -> fact.name().equals(name))
            .map(fact -> fact.subjects().get(0))
            .findFirst();
    return other
        .map(
            kind ->
                "'%s' is a fact of a %s, and this clause is over a %s"
                    .formatted(name, kind.word(), subject.word()))
        .orElseGet(() -> "no fact '" + name + "' of a " + subject.word() + Names.hint(name, names));
  }

  private static boolean isSyntax(String message) {
    return SYNTAX.stream().anyMatch(message::startsWith);
  }

  /** CEL's parser lists tokens; what a reader needs is the place and the kind of trouble. */
  private static String inOurWords(String message) {
    if (message.startsWith("token recognition error at: ")) {
      return cannotRead(message.substring("token recognition error at: ".length()));
    }
    if (message.startsWith("mismatched input '<EOF>'")) {
      return "it stops where more is expected";
    }
    if (isSyntax(message)) {
      return message
          .replaceAll("(?s) expecting .*", "")
          .replaceAll("(mismatched|extraneous) input", "did not expect");
    }
    if (message.equals("expression does not select a field")) {
      return "'has' is of no use here; a fact that is missing leaves the verdict undetermined";
    }
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return "there is no function '" + undeclared.group(1) + "'";
    }
    return types(message);
  }

  private static String cannotRead(String text) {
    return text.equals("'= '") || text.equals("'='")
        ? "cannot read '='; is '==' meant?"
        : "cannot read " + text + "; is a quote missing?";
  }

  private static String types(String message) {
    Matcher type = TYPE.matcher(message);
    if (type.matches()) {
      return "it must be true or false, and is a " + type.group(1);
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (!overload.matches()) {
      return message;
    }
    String arguments = overload.group(2);
    String how = arguments.contains(", ") ? "' does not go between " : "' does not apply to ";
    return "'" + overload.group(1) + how + arguments;
  }
}
