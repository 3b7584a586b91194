package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArchitecturesCommandTest {
  private static final String CLOUDS = "scenarios/three-clouds.yaml";

  @Test
  void oneProviderAloneBreaksTheAgreementOfTheThreeClouds() {
    Cli told = Cli.run("architectures", CLOUDS, "--reading", "letter", "--format", "csv");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out().lines())
        .anyMatch(row -> row.startsWith("three-clouds,all on nordlys,no clauses,1814.4,0,0,"))
        .anyMatch(
            row ->
                row.startsWith(
                    "three-clouds,all on nordlys,letter,,,,,nordlys-chat/two-providers,"));
  }

  @Test
  void aClauseThatOnlyARunCanTellIsNamed() {
    Cli told = Cli.run("architectures", "scenarios/regimes/r2.yaml", "--reading", "letter");
    assertThat(told.out())
        .contains(
            "Not asked, for only a run can tell: microsoft-openai/first-refusal-on-capacity.");
  }

  @Test
  void aReadingThatNobodyHasIsAnErrorWithThoseThereAre() {
    Cli told = Cli.run("architectures", CLOUDS, "--reading", "heart");
    assertThat(told.code()).isEqualTo(Exit.INPUT);
    assertThat(told.err()).contains("letter, spirit").contains("is heart");
  }

  @Test
  void withoutContractsOnlyCostsAreTold() {
    Cli told = Cli.run("architectures", "src/test/resources/scenarios/three-clouds-quick.yaml");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out()).contains("no clauses").doesNotContain("letter");
  }
}
