package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import situs.document.Document;
import situs.document.Issues;
import situs.document.Node;

/** A word of a shipped contract replaced by anything: issues, or a contract that can be applied. */
class HostileContractsTest {
  private static final int TRIALS = 500;
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z0-9./_-]+|\"[^\"\n]*\"|[\\[{].*[\\]}]");
  private static final List<String> INSTEAD =
      Stream.concat(
              FuzzInputs.TOKENS.stream(), Stream.of("[1, true][0]", "a && b.all(p, p)", "term.x"))
          .toList();

  private static List<String> shipped() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("scenarios/contracts"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        // Comments cannot break anything.
        texts.add(Files.readString(file).replaceAll("(?m)^ *#.*\n", ""));
      }
    }
    texts.add(Files.readString(Path.of("src/test/resources/scenario/agreement.yaml")));
    return texts;
  }

  @Test
  void givesIssuesOrAContractThatCanBeApplied() throws IOException {
    List<String> texts = shipped();
    Random random = new Random(2026);
    int refused = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      String text = texts.get(random.nextInt(texts.size()));
      List<MatchResult> words = WORD.matcher(text).results().toList();
      MatchResult word = words.get(random.nextInt(words.size()));
      String instead = INSTEAD.get(random.nextInt(INSTEAD.size()));
      String hostile = text.substring(0, word.start()) + instead + text.substring(word.end());
      refused += isRefused(hostile, word.group() + " -> " + instead) ? 1 : 0;
    }
    // Were nothing refused, or everything, the trial would try little.
    assertThat(refused).isBetween(TRIALS / 4, TRIALS - TRIALS / 20);
  }

  private static boolean isRefused(String text, String change) {
    Issues issues = new Issues();
    try {
      Optional<Contract> read =
          Document.parse("hostile.yaml", text, issues).flatMap(r -> ContractFile.of(r, issues));
      assertThat(read.isPresent() || issues.any()).as(change).isTrue();
      issues.render();
      if (!issues.any()) {
        // Nothing is dropped without a word.
        assertThat(read.orElseThrow().clauses()).as(change).hasSize(clausesIn(text));
      }
      read.ifPresent(HostileContractsTest::apply);
    } catch (RuntimeException e) {
      throw new AssertionError(change, e);
    }
    return issues.any();
  }

  private static int clausesIn(String text) {
    Node root = Document.parse("hostile.yaml", text, new Issues()).orElseThrow();
    int own = entries(root, "clauses").size();
    return own
        + entries(root, "amendments").stream()
            .mapToInt(amendment -> entries(amendment.value(), "clauses").size())
            .sum();
  }

  private static Collection<Node.Entry> entries(Node node, String key) {
    Node.Entry entry = ((Node.Mapping) node).entries().get(key);
    return entry == null ? List.of() : ((Node.Mapping) entry.value()).entries().values();
  }

  private static void apply(Contract contract) {
    Contracts contracts = new Contracts(List.of(contract));
    contracts.changesBetween(NOW, NOW.plusSeconds(1));
    contracts.judge(new Facts(SubjectKind.PLACEMENT, Map.of("component", "model")), NOW);
    Map<String, Object> hop = Map.of("hop.to", "model", "chain", List.of("client", "a"));
    contracts.judge(new Facts(SubjectKind.ROUTE, hop), NOW);
  }
}
