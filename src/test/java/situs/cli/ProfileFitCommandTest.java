package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.Golden;
import situs.model.ServingProfile;
import situs.model.ServingProfile.ThreeTerms;
import situs.model.Status;
import situs.scenario.ScenarioFile;

class ProfileFitCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int profile(String... args) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.concat(Stream.of("profile"), Stream.of(args)).toArray(String[]::new));
  }

  private int fit(Path file, String... options) {
    return profile(
        Stream.concat(Stream.of("fit", file.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  /** Requests one at a time: a prompt takes 10 ms + 50 us a token, a further token 20 ms. */
  private Path alone() throws IOException {
    StringBuilder csv = new StringBuilder("arrival,prompt,output,ttft,end\n");
    for (int i = 0; i < 40; i++) {
      int prompt = 100 + 97 * i % 1900;
      int output = 20 + 31 * i % 200;
      double ttft = 0.010 + 50e-6 * prompt;
      double end = 60 * i + ttft + 0.020 * (output - 1);
      csv.append(
          String.format(
              Locale.ROOT,
              "2026-08-20 %02d:%02d:00,%d,%d,%.6f,",
              10 + i / 60,
              i % 60,
              prompt,
              output,
              ttft));
      csv.append(String.format(Locale.ROOT, "2026-08-20 10:%02d:%09.6f%n", i, end - 60 * i));
    }
    return Files.writeString(folder.resolve("alone.csv"), csv.toString());
  }

  @Test
  void whatItPrintsIsAFileThatAScenarioImports() throws IOException {
    assertThat(fit(alone(), "--model", "Llama-3.1-8B", "--accelerator", "L40S", "--parallel", "2"))
        .as(err.toString())
        .isZero();
    Files.writeString(folder.resolve("mine.yaml"), out.toString());
    String scenario =
        Files.readString(Path.of("src/test/resources/scenario/minimal.yaml"))
            .replace("name: minimal", "name: minimal\nimports: [mine.yaml]")
            .replace("Llama-3.1-70B", "Llama-3.1-8B");
    Path file = Files.writeString(folder.resolve("scenario.yaml"), scenario);
    ServingProfile fitted =
        ScenarioFile.read(file).get(0).scenario().profiles().stream()
            .filter(p -> p.provenance().source().startsWith("situs profile fit"))
            .findFirst()
            .orElseThrow();
    assertThat(fitted.model()).isEqualTo("Llama-3.1-8B");
    assertThat(fitted.accelerator()).isEqualTo("L40S");
    assertThat(fitted.parallel()).isEqualTo(2);
    assertThat(fitted.weights()).isEqualTo("bfloat16");
    assertThat(fitted.provenance().status()).isEqualTo(Status.DERIVED);
    assertThat(fitted.provenance().date()).isEqualTo("2026-08-20");
    assertThat(fitted.provenance().source())
        .contains(
            "alone.csv: 40 requests, 2026-08-20; error of the mean on the last 12, kept back:");
    ThreeTerms terms = (ThreeTerms) fitted.iteration();
    assertThat(terms.a() + terms.b() + 1000 * terms.c()).isBetween(0.0190, 0.0205);
    assertThat(terms.p0() + 1000 * terms.p1() + 1e6 * terms.p2()).isBetween(0.0582, 0.0618);
  }

  @Test
  void theSameFileGivesTheSameBytes() throws IOException {
    Path file = alone();
    fit(file, "--model", "Llama-3.1-8B", "--accelerator", "L40S");
    String first = out.toString();
    out.getBuffer().setLength(0);
    fit(file, "--model", "Llama-3.1-8B", "--accelerator", "L40S");
    assertThat(out.toString()).isEqualTo(first).contains("kept back");
  }

  @Test
  void namesOfTheScenariosOwnNeedTheMemory() throws IOException {
    assertThat(fit(alone(), "--model", "My-8B", "--accelerator", "L40S")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown model 'My-8B'");
    assertThat(fit(alone(), "--model", "My-8B", "--accelerator", "L40S", "--kv-tokens", "50000"))
        .isZero();
    assertThat(out.toString())
        .contains("- model: \"My-8B\"")
        .contains("KV memory of 50,000 tokens");
  }

  @Test
  void badRowsAreErrorsOrLeftOut() throws IOException {
    Path file = alone();
    Files.writeString(file, Files.readString(file) + "2026-08-20 11:00:00,5,0,0.1,x\n");
    String[] options = {"--model", "Llama-3.1-8B", "--accelerator", "L40S"};
    assertThat(fit(file, options)).isEqualTo(2);
    assertThat(err.toString()).contains("alone.csv:42:1: ");
    assertThat(
            fit(
                file,
                Stream.concat(Stream.of(options), Stream.of("--on-bad-row", "skip"))
                    .toArray(String[]::new)))
        .isZero();
    assertThat(err.toString()).contains("left out 1 of 41 rows, the first at line 42");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--accelerator L40 --model Llama-3.1-8B | unknown accelerator 'L40'; did you mean",
        "--accelerator L40S --model Llama-3.1-405B | the smallest parallel degree that fits is 32",
        "--accelerator L40S --model Llama-3.1-8B --kv-tokens 64 | the longest request has",
        "--accelerator L40S --model Llama-3.1-8B --keep-back 1 | --keep-back must be a share below 1",
        "--accelerator L40S --model Llama-3.1-8B --scheduler chunk | did you mean 'chunked'",
        "--accelerator L40S --model Llama-3.1-8B --columns at=x | --columns: unknown key 'at'",
        "--accelerator L40S --model Llama-3.1-8B --token-budget 8 | --token-budget must be at least 256",
        "--accelerator L40S | --model"
      })
  void aWrongCommandLineIsAnErrorThatHelps(String options, String message) throws IOException {
    assertThat(fit(alone(), options.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"fit", "show"})
  void helpIsAsDocumented(String command) throws IOException {
    assertThat(profile(command, "--help")).isZero();
    Golden.check("help-profile-" + command + ".txt", out.toString());
  }
}
