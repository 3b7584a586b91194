package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import situs.Golden;

/** docs/clauses.md is made from the kinds themselves: their keys, an example, and what it says. */
class ClauseKindsPageTest {
  private static final Path PAGE = Path.of("docs/clauses.md");
  private static final Instant NOW = Instant.parse("2026-03-18T00:00:00Z");

  /** Offends against every example, as far as one subject can. */
  private static final Facts CALL =
      Texts.route(
          "hop.from", "runtime",
          "hop.to", "model",
          "source.provider", "aws",
          "source.region", "aws/us-east-1",
          "target.provider", "aws",
          "target.region", "aws/us-west-2",
          "room", List.of("azure"));

  private static final Facts RUNTIME =
      Texts.placement(
          "component", "runtime",
          "workload.name", "agents",
          "placement.provider", "aws",
          "placement.region", "aws/us-east-1",
          "placement.country", "US",
          "placement.geography", "northamerica");

  @Test
  void showsEveryKindWithItsKeysAnExampleAndWhatItSays() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append("# Kinds of clauses\n\n");
    page.append("Made from `situs.contract.Kinds`; renew with ");
    page.append("`mvn test -Dtest=ClauseKindsPageTest -Dsitus.golden=write`.\n");
    page.append("[contracts.md](contracts.md) has what all clauses share.\n\n");
    page.append("The words under an example are what Situs says of a call from aws to aws while\n");
    page.append("azure had room, or of a runtime placed on aws in the US.\n");
    for (Kind kind : Kinds.ALL) {
      page.append('\n').append(section(kind));
    }
    Golden.check(PAGE, page.toString());
  }

  private static String section(Kind kind) {
    String over = kind.over().stream().map(SubjectKind::word).collect(Collectors.joining(", "));
    String keys =
        kind.keys().stream()
            .map(key -> "- `" + key.replaceFirst(": ", "`: ") + "\n")
            .collect(Collectors.joining());
    boolean total = Texts.example(kind).measure("letter").isPresent();
    return "## `"
        + kind.key()
        + "`, over "
        + over
        + "\n"
        + (total ? "Measured over all that the clause speaks of.\n" : "")
        + "Kept: "
        + kind.kept()
        + ".\n"
        + (keys.isEmpty() ? "" : "\n" + keys)
        + "\n```yaml\n"
        + kind.example()
        + "```\n"
        + said(kind);
  }

  private static Contracts contracts(Kind kind) {
    return Texts.withExample(kind)
        .under(
            new Circumstances(
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("move-to-aws", java.util.Optional.of(NOW.minusSeconds(10 * 86_400))),
                Map.of("agents", releases()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of()));
  }

  private static Map<String, java.util.Optional<Instant>> releases() {
    return Map.of(
        "aws",
        java.util.Optional.of(NOW.minusSeconds(86_400)),
        "azure",
        java.util.Optional.empty());
  }

  private static String said(Kind kind) {
    Contracts contracts = contracts(kind);
    return List.of(CALL, RUNTIME).stream()
        .flatMap(facts -> contracts.judge(facts, NOW).stream())
        .filter(j -> j.clause().id().equals("example"))
        .filter(j -> !j.verdict().reason().equals("measures a total"))
        .map(ClauseKindsPageTest::words)
        .collect(Collectors.joining());
  }

  private static String words(Judgement judgement) {
    String name = judgement.verdict().getClass().getSimpleName();
    String spaced = name.replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    return "> " + spaced + ": " + judgement.verdict().reason() + "\n";
  }

  @Test
  void noTwoKindsShareAKeyOverTheSameSubjects() {
    for (String key : Kinds.keys()) {
      long subjects =
          Kinds.ALL.stream().filter(k -> k.key().equals(key)).mapToLong(k -> k.over().size()).sum();
      assertThat(Kinds.of(key)).hasSize((int) subjects);
    }
  }

  @Test
  void theTableListsEveryRecordOfTheSealedHierarchy() {
    long records =
        SubjectRule.class.getPermittedSubclasses().length
            + TotalRule.class.getPermittedSubclasses().length;
    // Four records stand for two keys or subjects each.
    assertThat(Kinds.ALL).hasSize((int) records + 4);
  }
}
