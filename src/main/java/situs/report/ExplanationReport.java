package situs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import situs.audit.Standing;
import situs.contract.Derivation;
import situs.contract.Judgement;
import situs.review.Explanation;
import situs.review.WayOut;

/** A derivation as a tree, what decided marked, and the nearest changes. */
public final class ExplanationReport {
  private static final String STEP = "  ";
  private static final int SHOWN = 6;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private ExplanationReport(Style style) {
    this.style = style;
  }

  public static String of(Explanation explanation, Style style) {
    ExplanationReport report = new ExplanationReport(style);
    report.heading(explanation);
    explanation.troubles().forEach(trouble -> report.trouble(trouble, explanation.tried()));
    report.others(explanation.others());
    return report.out.toString();
  }

  /** Of what a clause measures. */
  public static String ofTotal(String name, Derivation derivation, Style style) {
    ExplanationReport report = new ExplanationReport(style);
    report.out.append(style.heading(name)).append("\n\n");
    report.tree(derivation, "", Standing.BREACH);
    return report.out.toString();
  }

  private void heading(Explanation explanation) {
    out.append(style.heading(explanation.subject().name()));
    out.append(" at ").append(Readable.instant(explanation.at())).append('\n');
    if (explanation.troubles().isEmpty()) {
      out.append(
          explanation.others().isEmpty()
              ? "No clause that is asked for judges it at that time.\n"
              : "No clause that is asked for objects, and each can be told.\n");
    }
  }

  private void trouble(Explanation.Trouble trouble, List<String> tried) {
    out.append('\n');
    tree(trouble.derivation(), "", Standing.of(trouble.judgement().verdict()));
    if (trouble.waysOut().isEmpty()) {
      out.append(
          Wrapped.text(
              "No change of up to three of these makes it lawful under the "
                  + trouble.judgement().reading()
                  + ", as far as can be told: "
                  + String.join(", ", tried)
                  + ".",
              STEP));
      return;
    }
    out.append(
        Wrapped.text(
            "Nearest changes, each enough under the " + trouble.judgement().reading() + ":", STEP));
    trouble.waysOut().stream()
        .limit(SHOWN)
        .forEach(w -> out.append(Wrapped.text(words(w), "    ")));
    if (trouble.waysOut().size() > SHOWN) {
      out.append("    and ").append(trouble.waysOut().size() - SHOWN).append(" more\n");
    }
  }

  /** What decides is marked. */
  private void tree(Derivation derivation, String indent, Standing root) {
    String text =
        indent.isEmpty()
            ? derivation.text()
            : (derivation.decides() ? "> " : "- ") + derivation.text();
    String wrapped = Wrapped.text(text, indent);
    out.append(indent.isEmpty() ? style.of(root, wrapped.stripTrailing()) + "\n" : wrapped);
    derivation.parts().forEach(part -> tree(part, indent + STEP, root));
  }

  private static String words(WayOut way) {
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < way.what().size(); i++) {
      changes.add(way.what().get(i) + ": " + oneOf(way.to().get(i)));
    }
    String untold =
        way.untold().isEmpty()
            ? ""
            : "; of " + String.join(", ", way.untold()) + " only a run can tell";
    return String.join("; ", changes)
        + untold
        + (way.but().isEmpty() ? "" : "; but then it breaks " + some(way.but()));
  }

  private static String some(List<String> objections) {
    String first = String.join(", ", objections.stream().limit(SHOWN).toList());
    return objections.size() > SHOWN
        ? first + " and " + (objections.size() - SHOWN) + " others"
        : first;
  }

  private static String oneOf(List<String> values) {
    String first = String.join(" or ", values.stream().limit(SHOWN).toList());
    return values.size() > SHOWN ? first + " or " + (values.size() - SHOWN) + " others" : first;
  }

  /** Clauses by what they say. */
  private void others(List<Judgement> judgements) {
    Map<String, TreeSet<String>> clauses = new TreeMap<>();
    for (Judgement judgement : judgements) {
      clauses
          .computeIfAbsent(judgement.verdict().word(), w -> new TreeSet<>())
          .add(judgement.clause().id() + " (" + judgement.reading() + ")");
    }
    out.append(clauses.isEmpty() ? "" : "\nThe other judgements\n");
    clauses.forEach(
        (word, which) -> out.append(Wrapped.text(word + ": " + String.join(", ", which), STEP)));
  }
}
