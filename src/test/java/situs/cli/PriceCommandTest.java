package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceCommandTest {
  private static final String DISPUTE = "scenarios/frontier-dispute.yaml";

  @TempDir private Path folder;

  private static double sum(List<String> rows, int column) {
    return rows.stream().mapToDouble(r -> Double.parseDouble(r.split(",", -1)[column])).sum();
  }

  @Test
  @Tag("validity")
  void theDisputePricedToTheClause() throws Exception {
    Path out = folder.resolve("prices");
    Cli told = Cli.run("price", DISPUTE, "--out", out.toString());
    assertThat(told.code()).as(told.err()).isZero();
    List<String> premiums = Files.readAllLines(out.resolve("premiums.csv"));
    String letter = premiums.get(1);
    assertThat(letter).startsWith("frontier-dispute,letter,");
    double premium = Double.parseDouble(letter.split(",", -1)[4]);
    List<String> prices =
        Files.readAllLines(out.resolve("prices.csv")).stream()
            .filter(r -> r.startsWith("frontier-dispute,letter,"))
            .toList();
    // Shapley values share out the premium.
    assertThat(sum(prices, 7)).isCloseTo(premium, within(0.05));
    assertThat(premiums.get(2)).startsWith("frontier-dispute,spirit,").contains(",,");
    assertThat(Files.readAllLines(out.resolve("waivers.csv")))
        .anyMatch(r -> r.startsWith("frontier-dispute,spirit,amazon-openai/stateful-runtime"))
        .anyMatch(
            r ->
                r.startsWith(
                    "frontier-dispute,spirit,microsoft-openai/collaboration-calls-on-azure;"
                        + " microsoft-openai/first-party-on-azure,"));
    assertThat(Files.readAllLines(out.resolve("negotiation.csv")))
        .anyMatch(
            r ->
                r.contains(
                    "stateless-calls-on-azure,does not bind where aws/us-east-1 has part,1,region,"));
    assertThat(Arrays.asList(folder.toFile().list())).containsExactly("prices");
    assertThat(told.out()).contains("What complying costs").contains("stateless-calls-on-azure");
  }

  @Test
  void refusesAFolderThatHoldsOtherFiles() throws Exception {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    Cli told = Cli.run("price", DISPUTE, "--out", folder.toString());
    assertThat(told.code()).isEqualTo(Exit.INPUT);
    assertThat(told.err()).contains("holds other files");
  }

  @Test
  void withoutContractsThereIsNothingToPrice() {
    Cli told = Cli.run("price", "src/test/resources/scenarios/three-clouds-quick.yaml");
    assertThat(told.code()).isZero();
    assertThat(told.out()).contains("no contracts");
  }

  /** Every file of a simulated price, byte by byte. */
  @Test
  void theNumberOfThreadsDoesNotChangeAByte() throws Exception {
    Path scenario = folder.resolve("short.yaml");
    Files.writeString(
        scenario,
        "situs: 1\nextends: %s\nname: short\nduration: 2 h\nreplications: 3\n"
            .formatted(Path.of("scenarios/three-clouds.yaml").toAbsolutePath()));
    String[] printed = new String[3];
    for (int threads = 1; threads <= 2; threads++) {
      Cli told =
          Cli.run(
              "price",
              scenario.toString(),
              "--simulate",
              "--threads",
              "" + threads,
              "--out",
              folder.resolve("with" + threads).toString());
      assertThat(told.code()).as(told.err()).isZero();
      printed[threads] = told.out();
    }
    assertThat(printed[2]).isEqualTo(printed[1]);
    for (String file : List.of("premiums", "prices", "waivers", "negotiation")) {
      assertThat(folder.resolve("with2").resolve(file + ".csv"))
          .hasSameBinaryContentAs(folder.resolve("with1").resolve(file + ".csv"));
    }
    assertThat(printed[1])
        .contains("simulated alone")
        .contains(" ± ")
        .contains("rests on prices that are not certain (assumed; recalled-unverified)");
  }
}
