package situs.contract;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import situs.document.Names;

/** Says in our words what CEL finds wrong with an expression, and where in its text. */
final class PredicateProblems {
  private static final Pattern UNDECLARED =
      Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("expected type 'bool' but found '(.*)'");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '(.*?)' applied to '\\((.*?)\\)'.*");
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(mismatched input|extraneous input|no viable alternative|token recognition"
              + "|missing|Syntax error).*",
          Pattern.DOTALL);
  private static final Pattern DOTTED =
      Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(\\.[A-Za-z_0-9]+)*");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "all", "exists", "exists_one", "contains", "endsWith", "matches", "size", "startsWith");
  private static final Map<String, String> OPERATORS =
      Map.of("and", "&&", "or", "||", "not", "!", "=", "==");

  /**
   * Something wrong with an expression.
   *
   * @param offset index in its text
   */
  record Problem(int offset, String message) {}

  private final SubjectKind subject;
  private final Set<String> names;

  PredicateProblems(SubjectKind subject, Set<String> names) {
    this.subject = subject;
    this.names = names;
  }

  /** What is wrong; what follows a syntax error or an unknown function is their echo. */
  List<Problem> of(String text, List<CelIssue> errors) {
    List<Problem> problems = new ArrayList<>();
    for (CelIssue error : errors) {
      String message = error.getMessage().strip();
      int offset = offset(text, error);
      Matcher undeclared = UNDECLARED.matcher(message);
      if (SYNTAX.matcher(message).matches()) {
        problems.add(syntax(text, offset, message));
        return problems;
      }
      if (!undeclared.matches()) {
        problems.add(type(text, offset, message));
      } else if (text.startsWith("(", offset) || text.startsWith(".", offset)) {
        problems.add(function(text, offset, undeclared.group(1)));
        return problems;
      } else {
        problems.add(fact(text, offset, undeclared.group(1)));
      }
    }
    return problems;
  }

  /** CEL counts lines and columns; the text is one string. */
  private static int offset(String text, CelIssue error) {
    int start = 0;
    for (int line = 1; line < error.getSourceLocation().getLine(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return Math.min(text.length(), start + Math.max(0, error.getSourceLocation().getColumn()));
  }

  private static Problem function(String text, int offset, String name) {
    int from = Math.max(0, text.lastIndexOf(name, offset));
    return new Problem(from, "no function '" + name + "'" + Names.hint(name, FUNCTIONS));
  }

  private Problem fact(String text, int offset, String first) {
    Matcher dotted = DOTTED.matcher(text);
    String name = dotted.find(offset) && dotted.start() == offset ? dotted.group() : first;
    return new Problem(offset, "no fact '" + name + "' of a " + subject.word() + wayOut(name));
  }

  private String wayOut(String name) {
    if (Fact.ALL.stream().anyMatch(f -> f.name().equals(name))) {
      return elsewhere(name);
    }
    if (!Names.nearest(name, names).isEmpty()) {
      return Names.hint(name, names);
    }
    if (name.startsWith("term.")) {
      return "; declare it under `terms`";
    }
    if (name.startsWith("event.")) {
      return "; declare it under `events`";
    }
    if (name.startsWith(Words.PREFIX)) {
      return "; define it under `define`, over " + subject.word();
    }
    return name.contains(".")
        ? Names.hint(name, names)
        : "; a text stands in quotes: \"" + name + "\"";
  }

  /** It is a fact, but not of such a subject. */
  private String elsewhere(String name) {
    int dot = name.lastIndexOf('.');
    List<String> same =
        dot < 0
            ? List.of()
            : names.stream().filter(n -> n.endsWith(name.substring(dot))).sorted().toList();
    String others =
        Fact.ALL.stream()
            .filter(f -> f.name().equals(name))
            .flatMap(f -> f.subjects().stream())
            .map(SubjectKind::word)
            .distinct()
            .collect(Collectors.joining(" or a "));
    return ", only of a "
        + others
        + (same.isEmpty() ? Names.hint(name, names) : "; here there is " + quoted(same));
  }

  private static String quoted(List<String> words) {
    return String.join(" and ", words.stream().map(w -> "'" + w + "'").toList());
  }

  private static Problem syntax(String text, int offset, String message) {
    for (String operator : List.of("and", "or", "=")) {
      if (text.startsWith(operator, offset)) {
        return slip(offset, operator);
      }
    }
    int before = text.substring(0, offset).stripTrailing().length() - 3;
    if (before >= 0 && text.startsWith("not", before)) {
      return slip(before, "not");
    }
    return new Problem(offset, "not a valid expression: " + inOurWords(text, offset, message));
  }

  private static Problem slip(int offset, String operator) {
    return new Problem(
        offset,
        "not a valid expression: write " + OPERATORS.get(operator) + " for '" + operator + "'");
  }

  /** CEL's parser lists tokens; what a reader needs is the kind of trouble. */
  private static String inOurWords(String text, int offset, String message) {
    if (message.startsWith("token recognition error")) {
      boolean quote = offset < text.length() && "\"'".indexOf(text.charAt(offset)) >= 0;
      String rest = text.substring(offset);
      return quote
          ? "the quote that begins here has no end"
          : "cannot read '" + rest.substring(0, Math.min(1, rest.length())) + "'";
    }
    if (message.startsWith("missing") && message.endsWith("'<EOF>'")) {
      return message.replace(" at '<EOF>'", "") + " at the end";
    }
    if (message.contains("'<EOF>'") && offset >= text.stripTrailing().length()) {
      return "it stops where more is expected";
    }
    return message
        .replaceAll("(?s) expecting .*", "")
        .replaceAll("(mismatched|extraneous) input", "did not expect");
  }

  private static Problem type(String text, int offset, String message) {
    if (message.equals("expression does not select a field")) {
      return new Problem(
          offset,
          "not a valid expression: 'has' is of no use here; a fact that is missing leaves the"
              + " verdict undetermined");
    }
    Matcher type = TYPE.matcher(message);
    if (type.matches()) {
      String compare =
          type.group(1).equals("string") && DOTTED.matcher(text.strip()).matches()
              ? "; compare it: " + text.strip() + " == \"…\""
              : "";
      return new Problem(
          0, "the expression must be true or false, is " + shown(type.group(1)) + compare);
    }
    Matcher overload = OVERLOAD.matcher(message);
    String what = overload.matches() ? overload(overload.group(1), overload.group(2)) : message;
    return new Problem(offset, "not a valid expression: " + what);
  }

  private static String overload(String function, String operands) {
    String operator = function.replace("_", "");
    List<String> types = Arrays.stream(operands.split(", ")).map(PredicateProblems::shown).toList();
    return function.equals("_==_") || function.equals("_!=_")
        ? "'" + operator + "' cannot compare " + String.join(" with ", types)
        : "'" + operator + "' does not go with " + String.join(" and ", types);
  }

  /** A type in plain words. */
  private static String shown(String type) {
    return switch (type) {
      case "string" -> "a text";
      case "int", "uint", "double" -> "a number";
      case "bool" -> "true or false";
      case "list(string)" -> "a list of texts";
      default -> type;
    };
  }
}
