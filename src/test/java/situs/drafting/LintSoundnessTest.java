package situs.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import situs.contract.Branch;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.contract.Doubt;
import situs.contract.Examination;
import situs.contract.FactSpace;
import situs.contract.Facts;
import situs.contract.SubjectKind;
import situs.document.Document;
import situs.document.Issues;
import situs.document.Node;

/** What is said never to be is never found, whatever clause and whatever subject. */
class LintSoundnessTest {
  private static final List<String> TEXTS =
      List.of("source.provider", "target.provider", "source.region");
  private static final List<String> READINGS = List.of("letter", "spirit");
  private static final List<String> MENTIONED = List.of("az", "aws");

  /** Mentioned or not, and more than a clause here compares with each other. */
  private static final List<String> ALL = List.of("az", "aws", "azure", "p", "q", "r");

  private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

  private static final int MOST_SUBJECTS = 1_000;

  private record Read(Contract contract, Node root) {}

  private static Read read(String clause) {
    Issues issues = new Issues();
    String text =
        "contract: t\nterms: {open: open}\nclauses:\n  c:\n    text: t\n    cite: c\n"
            + "    over: route\n"
            + clause;
    Node root = Document.parse("t.yaml", text, issues).orElseThrow();
    return new Read(
        ContractFile.of(root, issues).orElseThrow(() -> new AssertionError(issues.all() + text)),
        root);
  }

  private static <T> T one(SplittableRandom random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String atom(SplittableRandom random) {
    String fact = one(random, TEXTS);
    String other = one(random, TEXTS);
    String text = "\"" + one(random, MENTIONED) + "\"";
    return switch (random.nextInt(10)) {
      case 0, 1 -> fact + " == " + text;
      case 2 -> fact + " != " + text;
      case 3, 4 -> fact + (random.nextBoolean() ? " == " : " != ") + other;
      case 5 -> fact + ".startsWith(" + text + ")";
      case 6 -> "chain.exists(p, p == " + text + ")";
      case 7 -> "chain.all(p, p == " + (random.nextBoolean() ? text : fact) + ")";
      case 8 -> fact + " in chain";
      default -> "chain == [\"client\", " + text + ", \"aws\"]";
    };
  }

  private static String condition(SplittableRandom random) {
    return Stream.generate(() -> (random.nextInt(4) == 0 ? "!(" : "(") + atom(random) + ")")
        .limit(random.nextInt(1, 4))
        .collect(Collectors.joining(random.nextBoolean() ? " && " : " || "));
  }

  private static String clause(SplittableRandom random) {
    String when = random.nextBoolean() ? "    when: '" + condition(random) + "'\n" : "";
    return when
        + "    readings:\n      letter: {require: '"
        + condition(random)
        + "'}\n      spirit: {forbid: '"
        + condition(random)
        + "'}\n";
  }

  private static Facts subject(SplittableRandom random) {
    Map<String, Object> facts = new LinkedHashMap<>();
    TEXTS.forEach(fact -> facts.put(fact, one(random, ALL)));
    List<String> chain =
        random.nextInt(4) == 0
            ? List.of("client", one(random, MENTIONED), "aws")
            : random
                .ints(random.nextInt(4), 0, random.nextInt(1, ALL.size() + 1))
                .mapToObj(ALL::get)
                .toList();
    facts.put("chain", chain);
    return new Facts(SubjectKind.ROUTE, facts);
  }

  @Test
  void noSubjectHasWhatIsSaidToHaveNone() {
    int warned = 0;
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = clause(random);
      Read read = read(text);
      // What is searched long is searched as what is searched soon.
      if (FactSpace.of(read.contract().clauses().get(0)).subjects().size() > MOST_SUBJECTS) {
        continue;
      }
      List<Finding> findings = Lint.of(read.contract(), read.root());
      boolean alike = !about(findings, Doubt.READINGS_ALIKE).isEmpty();
      warned += about(findings, Doubt.ONE_SIDED).isEmpty() && !alike ? 0 : 1;
      for (int i = 0; i < 100; i++) {
        Facts subject = subject(random);
        List<Examination> both = examined(read.contract(), subject);
        for (int reading = 0; reading < READINGS.size(); reading++) {
          String by = "by '" + READINGS.get(reading) + "'";
          assertThat(both.get(reading).branches().stream().map(Branch::what).toList())
              .as("%s%n%s", text, subject)
              .doesNotContainAnyElementsOf(never(findings, by));
        }
        if (alike) {
          assertThat(both.get(0).word()).as("%s%n%s", text, subject).isEqualTo(both.get(1).word());
        }
      }
    }
    assertThat(warned).as("clauses that something is said of").isGreaterThan(3);
  }

  private static List<Examination> examined(Contract contract, Facts subject) {
    Contracts contracts = new Contracts(List.of(contract));
    Contract given = contracts.contracts().get(0);
    Clause clause = given.clauses().get(0);
    List<Examination> both = new ArrayList<>();
    for (String reading : READINGS) {
      both.add(Examination.of(contracts, given, clause, reading, subject, AT));
    }
    return both;
  }

  private static List<String> about(List<Finding> findings, Doubt doubt) {
    return findings.stream().filter(f -> f.doubt() == doubt).map(Finding::about).toList();
  }

  /** What a reading is said never to have, or all of them. */
  private static List<String> never(List<Finding> findings, String by) {
    return Stream.concat(
            Stream.of("no such thing"),
            findings.stream()
                .filter(f -> f.doubt() == Doubt.ONE_SIDED)
                .filter(f -> f.message().contains(by) || !f.message().contains(" by '"))
                .map(Finding::about))
        .toList();
  }
}
