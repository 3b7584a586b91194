package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.Golden;

class ArchitecturesCommandTest {
  /** The table of the case. */
  @Test
  @Tag("validity")
  void theCaseShowsEveryRegime() throws IOException {
    String files =
        IntStream.rangeClosed(1, 5)
            .mapToObj("scenarios/regimes/r%d.yaml"::formatted)
            .collect(Collectors.joining(" "));
    Cli told = Cli.run(("architectures " + files).split(" "));
    assertThat(told.code()).as(told.err()).isZero();
    Golden.section(
        Path.of("docs/case.md"),
        "architectures",
        "```\n$ situs architectures " + files + "\n" + told.out() + "```\n");
  }

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
