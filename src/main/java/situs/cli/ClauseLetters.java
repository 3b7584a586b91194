package situs.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import situs.contract.Answer;
import situs.contract.Clause;
import situs.contract.Contracts;
import situs.report.Wrapped;

/** Short names for the clauses of a table, in the order in which it names them. */
final class ClauseLetters {
  private static final int ALPHABET = 26;

  private final Map<String, String> letters = new LinkedHashMap<>();

  /** {@code no a c}. */
  String cell(Answer answer) {
    String named =
        answer.clauses().stream()
            .map(c -> letters.computeIfAbsent(c, n -> letter(letters.size())))
            .collect(Collectors.joining(" "));
    return (answer.kind().word() + " " + named).strip();
  }

  private static String letter(int index) {
    String last = String.valueOf((char) ('a' + index % ALPHABET));
    return index < ALPHABET ? last : letter(index / ALPHABET - 1) + last;
  }

  /** What the letters stand for, in the contracts' words. */
  String legend(List<Contracts> laws) {
    StringBuilder out = new StringBuilder();
    letters.forEach(
        (clause, letter) ->
            out.append(Wrapped.text(letter + "  " + clause + ": " + words(laws, clause), "  ")));
    return out.toString();
  }

  private static String words(List<Contracts> laws, String name) {
    return laws.stream()
        .flatMap(law -> law.contracts().stream())
        .flatMap(
            contract ->
                contract.clauses().stream()
                    .filter(c -> name.equals(contract.name() + "/" + c.id())))
        .findFirst()
        .map(Clause::text)
        .orElse("");
  }
}
