package situs.contract;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regular expressions of conditions. They take linear time once they are compiled, but counts
 * within counts, as in {@code ((a{900}){900}){900}}, are written out first and fill the memory.
 */
final class Patterns {
  private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");
  private static final int MOST_DIGITS = 4;
  private static final long MOST_REPEATED = 1_000;

  private Patterns() {}

  /** What is wrong with the patterns of an expression; empty when nothing is. */
  static Optional<String> problem(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL)
        .map(node -> node.expr().call())
        .filter(call -> call.function().equals("matches"))
        .flatMap(call -> problem(call).stream())
        .findFirst();
  }

  private static Optional<String> problem(CelExpr.CelCall call) {
    List<CelExpr> arguments = call.args();
    CelExpr pattern = arguments.get(arguments.size() - 1);
    boolean written =
        pattern.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && pattern.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    if (!written) {
      return Optional.of("the pattern of 'matches' must be a text in quotes");
    }
    return repeatsTooMuch(pattern.constant().stringValue())
        ? Optional.of("the counts in a pattern may multiply to " + MOST_REPEATED + " at most")
        : Optional.empty();
  }

  private static boolean repeatsTooMuch(String pattern) {
    Matcher count = COUNT.matcher(pattern);
    long product = 1;
    while (count.find()) {
      String most =
          count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
      if (most.length() > MOST_DIGITS) {
        return true;
      }
      product *= Math.max(1, Long.parseLong(most));
      if (product > MOST_REPEATED) {
        return true;
      }
    }
    return false;
  }
}
