package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
        .contains("Only a run can tell of microsoft-openai/first-refusal-on-capacity.");
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
            "strategy,from,subject_kind,subject,origin,contract,clause,reading,verdict,missing,"
                + "reason,cite,status");
    assertThat(run.out()).contains(",first-party-on-azure,spirit,forbidden,,");
  }
}
