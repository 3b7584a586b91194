package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import situs.contract.Cited;
import situs.contract.Disagreement;
import situs.document.Document;
import situs.document.Issues;

/**
 * Exceptions that apply together and disagree: an error of a contract, which only what they apply
 * to brings to light, so that it is told when the results are there.
 */
final class Disagreements {
  private Disagreements() {}

  /** Two exceptions of one clause. */
  private record Pair(String contract, String clause, Cited one, Cited other) {
    static Pair of(Disagreement found) {
      return new Pair(
          found.contract(), found.clause(), found.conflict().one(), found.conflict().other());
    }
  }

  /**
   * Tells of every two exceptions once, whatever they disagree on.
   *
   * @return what the program ends with
   */
  static int tell(Collection<Disagreement> all, PrintWriter err) {
    Map<Pair, Set<Disagreement>> pairs = new LinkedHashMap<>();
    all.forEach(d -> pairs.computeIfAbsent(Pair.of(d), p -> new LinkedHashSet<>()).add(d));
    pairs.forEach((pair, found) -> err.print(error(pair, found)));
    err.flush();
    return pairs.isEmpty() ? Exit.DONE : Exit.INPUT;
  }

  private static String error(Pair pair, Set<Disagreement> found) {
    Issues issues = new Issues();
    Path file = Path.of(pair.one().at().file());
    Document.text(file, issues).ifPresent(text -> issues.source(Document.name(file), text));
    Disagreement first = found.iterator().next();
    issues.add(
        pair.one().at(),
        "clause '%s' of '%s': %s; found of '%s'%s; let 'when' of one exclude the other, or make one an exception to the other"
            .formatted(
                pair.clause(),
                pair.contract(),
                first.conflict().reason(),
                first.subject(),
                more(found)));
    issues.add(pair.other().at(), "the other exception, '%s'".formatted(pair.other().label()));
    return issues.render();
  }

  private static String more(Set<Disagreement> found) {
    long subjects = found.stream().map(Disagreement::subject).distinct().count();
    return subjects > 1 ? " and %,d more".formatted(subjects - 1) : "";
  }
}
