package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions that disagree are an error with both cited, and no result is lost for it. */
class DisagreementsTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("agreement.yaml"),
        """
        contract: agreement
        parties: [A, B]
        clauses:
          share:
            text: t
            cite: s
            over: route
            maximum-share: {of: requests, at-most: 90 %, where: target.provider == "aws"}
            except:
              small: {when: origin == "Chicago", cite: Schedule 1}
              large:
                when: target.provider == "aws"
                except: {again: {when: hop.to == "model", cite: Schedule 2}}
        """);
    Files.writeString(
        folder.resolve("s.yaml"),
        """
        situs: 1
        name: s
        owner: openai
        starts: 2026-03-18
        duration: 10 min
        seed: 1
        replications: 1
        contracts: [agreement.yaml]
        strategies: [fastest]
        datacenters:
          aws/us-east-2: {p5.48xlarge: 1}
        workloads:
          api:
            kind: model
            model: Llama-3.1-70B
            weights: fp8
            parallel: 8
            channel: {seller: openai}
            demand: {Chicago: {rate: 0.2/s}}
            tokens: {prompt: 1000, output: 100}
        """);
  }

  private Cli situs(String... command) {
    return Cli.run(
        java.util.stream.Stream.of(List.of(command), List.of(folder.resolve("s.yaml").toString()))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private void citesBoth(Cli run) {
    String file = folder.resolve("agreement.yaml").toString();
    assertThat(run.code()).isEqualTo(Exit.INPUT);
    assertThat(run.err())
        .contains(
            file + ":10:7: clause 'share' of 'agreement': exceptions 'small' (Schedule 1) and")
        .contains("'again' (Schedule 2) both apply and disagree")
        .contains("make one an exception to the other")
        .contains(file + ":13:18: the other exception, 'again'")
        .contains("      small: {when: origin ==");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "contract timeline"})
  void whatIsSaidWithoutARunIsPrintedAndTheErrorTold(String command) {
    Cli run = situs(command.split(" "));
    citesBoth(run);
    assertThat(run.out()).contains("fastest");
  }

  @Test
  void theResultsOfARunAreWritten() throws IOException {
    Path results = folder.resolve("results");
    citesBoth(situs("run", "--quiet", "--out", results.toString()));
    assertThat(Files.readString(results.resolve("obligations.csv")))
        .contains(
            "exceptions 'small' (Schedule 1) and 'again' (Schedule 2) both apply and disagree");
    assertThat(Files.readString(results.resolve("unsettled.csv")))
        .contains("'small' leaves it out");
    assertThat(Files.readString(results.resolve("summary.csv"))).contains("contested");
  }
}
