package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.audit.Standing;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.contract.RivalReadings;
import situs.document.Issues;
import situs.model.Scenario;
import situs.placement.Cheapest;

/** A model on red/a: by the spirit of each clause it must not be there, by the letter it may. */
class PivotsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final Scenario SCENARIO =
      scenario(
          List.of(datacenter("red/a", offer(gpus("gpu8", "G", 8), "1", 9))),
          List.of(model("api", OptionalInt.of(8), flat("Town", 1))),
          profile("G", 8, 1));

  private static final String WORD =
      "define:\n  colour:\n    over: placement\n    readings:\n"
          + "      letter: {means: placement.provider == 'blue'}\n"
          + "      spirit: {means: placement.provider == 'red'}\n";

  @TempDir private Path folder;

  private static String clause(String id, String more) {
    return "  %s:\n    text: t\n    cite: t\n    over: placement\n    %s\n".formatted(id, more);
  }

  private static String turning(String id) {
    return clause(
        id,
        "readings:\n      letter: {objects: never}\n"
            + "      spirit: {forbid: placement.provider == 'red'}");
  }

  private List<Pivot> pivots(String head, String... clauses) throws IOException {
    Path file = folder.resolve("t.yaml");
    Files.writeString(file, "contract: t\n" + head + "clauses:\n" + String.join("", clauses));
    Issues issues = new Issues();
    var read = ContractFile.read(file, issues);
    assertThat(issues.render()).isEmpty();
    return Pivots.of(
        SCENARIO,
        new Contracts(List.of(read.orElseThrow())),
        RivalReadings.of(List.of(file, folder.resolve("none.yaml"))),
        List.of(new Cheapest().place(SCENARIO, Contracts.NONE)),
        NOW);
  }

  private static List<String> words(List<Pivot> pivots, String reading) {
    return pivots.stream().filter(p -> p.reading().equals(reading)).map(Pivot::words).toList();
  }

  @Test
  void oneClauseReadOtherwiseMakesItUnlawfulAndBothMustBeToMakeItLawful() throws IOException {
    List<Pivot> pivots = pivots("", turning("first"), turning("second"));
    assertThat(words(pivots, "letter")).containsExactly("t/first as spirit", "t/second as spirit");
    assertThat(words(pivots, "spirit")).containsExactly("t/first as letter; t/second as letter");
    Pivot pivot = pivots.get(0);
    assertThat(pivot.before()).isEqualTo(Standing.COMPLIANT);
    assertThat(pivot.after()).isEqualTo(Standing.BREACH);
    assertThat(pivot.witness().clause()).isEqualTo("t/first");
    assertThat(pivot.witness().subject().name()).isEqualTo("api.model@red/a/gpu8");
  }

  @Test
  void aWordTurnsEveryClauseThatUsesIt() throws IOException {
    List<Pivot> pivots =
        pivots(WORD, clause("a", "forbid: word.colour"), clause("b", "forbid: word.colour"));
    assertThat(words(pivots, "letter")).containsExactly("t/word.colour as spirit");
    assertThat(words(pivots, "spirit")).containsExactly("t/word.colour as letter");
  }

  @Test
  void whatEveryReadingForbidsTurnsOnNothing() throws IOException {
    assertThat(pivots("", clause("never", "forbid: placement.provider == 'red'"), turning("other")))
        .isEmpty();
  }

  @Test
  void aClauseThatIsNotInForceIsNotTried() throws IOException {
    assertThat(
            pivots(
                "",
                turning("old").replace("over:", "in-force: {until: 2025-01-01}\n    over:"),
                clause("kept", "forbid: placement.provider == 'blue'")))
        .isEmpty();
  }
}
