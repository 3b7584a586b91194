package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.Golden;

class CheckCommandTest {
  private static final String DISPUTE = "scenarios/frontier-dispute.yaml";
  private static final String CONTRACTS =
      "contracts: [contracts/microsoft-openai.yaml, contracts/amazon-openai.yaml]";

  @Test
  void saysWhereEachPlacementStandsAndWhoObjects() {
    Cli run = Cli.run("check", DISPUTE, "--strategy", "split");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("split +contested +compliant +breach")
        .contains("microsoft-openai/collaboration-calls-on-azure")
        .contains("spirit: requires chain.all");
  }

  /** Nor on that of clauses, which {@code ClauseTest} has. */
  @Test
  void noVerdictDependsOnTheOrderOfTheFiles(@TempDir Path folder) throws IOException {
    List<String> files =
        List.of("microsoft-openai.yaml", "amazon-openai.yaml", "nordlys-chat.yaml").stream()
            .map(f -> Path.of("scenarios/contracts", f).toAbsolutePath().toString())
            .toList();
    String scenario = Files.readString(Path.of(DISPUTE));
    assertThat(scenario).contains(CONTRACTS);
    Set<List<String>> verdicts = new HashSet<>();
    for (int[] order :
        new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
      String listed = Arrays.stream(order).mapToObj(files::get).collect(Collectors.joining(", "));
      Path file = folder.resolve("ordered.yaml");
      Files.writeString(file, scenario.replace(CONTRACTS, "contracts: [" + listed + "]"));
      Cli run = Cli.run("check", file.toString(), "--format", "csv");
      assertThat(run.code()).as(run.err()).isZero();
      verdicts.add(run.out().lines().sorted().toList());
    }
    assertThat(verdicts).singleElement().satisfies(v -> assertThat(v).hasSizeGreaterThan(50));
  }

  @Test
  void asksTheLawOfAnotherDay() {
    // R2: of new capacity Microsoft has the right of first refusal; only a run can tell. By the
    // spirit what AWS sells of the models is an API that it may not sell [C06].
    Cli run = Cli.run("check", DISPUTE, "--strategy", "split", "--at", "2025-06-01");
    assertThat(run.out())
        .containsPattern("split +contested +compliant +breach")
        .contains("microsoft-openai/api-sold-by-microsoft-and-openai")
        .contains("Only a run can tell of microsoft-openai/first-refusal-on-capacity,");
  }

  @Test
  void endsWithOneWhereALimitIsCrossed() {
    Cli run = Cli.run("check", DISPUTE, "--strategy", "split,cheapest", "--fail-on", "breach");
    assertThat(run.code()).isEqualTo(Exit.THRESHOLD);
    assertThat(run.err()).isEqualToIgnoringNewLines("situs: --fail-on: 'cheapest' is breach");
  }

  /** Under the spirit, Frontier through AWS may run neither on AWS nor anywhere else. */
  private static final String UNPLACED = "contract-first:spirit";

  @Test
  void whatFindsNoPlaceIsToldAndEndsAsARunWould() {
    Cli run = Cli.run("check", DISPUTE, "--strategy", UNPLACED, "--fail-on", "contested");
    assertThat(run.code()).isEqualTo(Exit.NO_PLACEMENT);
    assertThat(run.err())
        .isEqualToIgnoringNewLines("situs: no strategy found a place for everything");
    assertThat(run.out())
        .containsPattern("contract-first:spirit +compliant, of what is placed ")
        .contains("Without a place")
        .contains("  frontier-aws.runtime, 100 % of its peak: ")
        .contains("  frontier-aws.state, 100 % of its peak: its runtime has no place");
  }

  @Test
  void wherePlacementsOfOthersHaveAllOnlyTheLimitCounts() {
    Cli run = Cli.run("check", DISPUTE, "--strategy", UNPLACED + ",split");
    assertThat(run.code()).isZero();
    assertThat(run.out()).containsPattern("split +contested +compliant");
    Cli limited =
        Cli.run(
            "check", DISPUTE, "--strategy", UNPLACED + ",split", "--fail-on", "breach,unplaced");
    assertThat(limited.code()).isEqualTo(Exit.THRESHOLD);
    assertThat(limited.err())
        .isEqualToIgnoringNewLines(
            "situs: --fail-on: 'contract-first:spirit' leaves 2 without a place");
  }

  @Test
  void whatFindsNoPlaceIsARowToo() {
    Cli run = Cli.run("check", DISPUTE, "--strategy", UNPLACED, "--format", "csv");
    assertThat(run.out())
        .contains(
            "contract-first:spirit,2026-03-18T00:00:00Z,placement,frontier-aws.state,,,,,not"
                + " placed,,,100 % of its peak: its runtime has no place,,");
  }

  @Test
  void anUnknownLimitIsAnErrorWithTheNearest() {
    Cli run = Cli.run("check", DISPUTE, "--fail-on", "braech");
    assertThat(run.code()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("there is no limit 'braech'; did you mean 'breach'?");
  }

  @Test
  void turningPointsHaveTheirDateAndFitATerminal() {
    String[] asked = {
      "check", DISPUTE, "--strategy", "split", "--pivots", "--at", "2026-03-18,2026-05-01"
    };
    Cli run = Cli.run(asked);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("split, from 2026-03-18, read as spirit: breach")
        .contains("split, from 2026-05-01, read as spirit: compliant");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 110);
    Cli rows =
        Cli.run(
            Stream.concat(Arrays.stream(asked), Stream.of("--format", "csv"))
                .toArray(String[]::new));
    assertThat(rows.out().lines().findFirst().orElseThrow()).endsWith(",clause,at");
    assertThat(rows.out().lines().skip(1))
        .allMatch(row -> row.matches(".*,2026-0(3-18|5-01)T00:00:00Z"));
  }

  @Test
  void aLimitOnStandingsIsRefusedWhereNoneAreAskedFor() {
    Cli run = Cli.run("check", DISPUTE, "--pivots", "--fail-on", "breach");
    assertThat(run.code()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("--fail-on asks where placements stand");
  }

  @Test
  void refusesWhatIsNoDate() {
    Cli run = Cli.run("check", DISPUTE, "--at", "yesterday");
    assertThat(run.code()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("'yesterday' is no date; write 2026-02-27");
  }

  @Test
  void everyCellIsARow() {
    Cli run = Cli.run("check", DISPUTE, "--strategy", "split", "--format", "csv");
    assertThat(run.out().lines().findFirst().orElseThrow())
        .isEqualTo(
            "strategy,from,subject_kind,subject,origin,contract,clause,reading,verdict,basis,"
                + "missing,reason,cite,status");
    assertThat(run.out()).contains(",first-party-on-azure,spirit,forbidden,facts,,");
  }

  @Test
  @Tag("validity")
  void onWhichReadingsTheDisputeTurnsIsWhatThePageShows() throws IOException {
    Cli run = Cli.run("check", DISPUTE, "--pivots", "--format", "markdown");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "| split | spirit | breach | microsoft-openai/collaboration-calls-on-azure as letter;"
                + " microsoft-openai/first-party-on-azure as letter | compliant |");
    Golden.section(Path.of("docs/case.md"), "pivots", "\n" + run.out() + "\n");
  }
}
