package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import situs.document.Document;
import situs.document.Issues;

/** Contracts written in tests, and facts to judge by them. */
final class Texts {
  private Texts() {}

  /** A contract of these lines below its name. */
  static Contracts contract(String... lines) {
    Issues issues = new Issues();
    String text = "contract: test\n" + String.join("\n", lines) + "\n";
    var read = Document.parse("test.yaml", text, issues).flatMap(r -> ContractFile.of(r, issues));
    assertThat(issues.render()).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
  }

  /** A clause of these lines, with what every clause must say. */
  static String clause(String id, String... lines) {
    return "  "
        + id
        + ":\n    text: t\n    cite: c\n"
        + List.of(lines).stream()
            .flatMap(String::lines)
            .map(line -> "    " + line)
            .collect(Collectors.joining("\n"));
  }

  /** The example of a kind as a clause, which must be one. */
  static Clause example(Kind kind) {
    return withExample(kind).contracts().get(0).clauses().get(0);
  }

  /** A contract of that clause, and a licence for it to be permitted by. */
  static Contracts withExample(Kind kind) {
    return contract(
        "clauses:",
        clause("example", kind.example()),
        clause("licence", "over: route\npermit: target.provider == \"azure\""));
  }

  static Facts route(Object... pairs) {
    return new Facts(SubjectKind.ROUTE, map(pairs));
  }

  static Facts placement(Object... pairs) {
    return new Facts(SubjectKind.PLACEMENT, map(pairs));
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
