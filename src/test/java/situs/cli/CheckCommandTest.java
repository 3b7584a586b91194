package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.Golden;

class CheckCommandTest {
  private static final String DISPUTE = "scenarios/frontier-dispute.yaml";

  @Test
  void saysWhereEachPlacementStandsAndWhoObjects() {
    Cli run = Cli.run("check", DISPUTE, "--strategy", "split");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("split +contested +compliant +breach")
        .contains("microsoft-openai/collaboration-calls-on-azure")
        .contains("spirit: requires chain.all");
  }

  @Test
  void asksTheLawOfAnotherDay() {
    // R2: of new capacity Microsoft has the right of first refusal; only a run can tell.
    Cli run = Cli.run("check", DISPUTE, "--strategy", "split", "--at", "2025-06-01");
    assertThat(run.out())
        .containsPattern("split +compliant +compliant +compliant")
        .contains("Only a run can tell of microsoft-openai/first-refusal-on-capacity,");
  }

  @Test
  void endsWithOneWhereALimitIsCrossed() {
    Cli run = Cli.run("check", DISPUTE, "--strategy", "split,cheapest", "--fail-on", "breach");
    assertThat(run.code()).isEqualTo(Exit.THRESHOLD);
    assertThat(run.err()).isEqualToIgnoringNewLines("situs: --fail-on: 'cheapest' is breach");
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
