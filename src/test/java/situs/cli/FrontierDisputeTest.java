package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.Golden;

/**
 * The case that Situs was made for, from the command line to the files: where each strategy stands,
 * and whether the bill is what the other tables say it must be.
 */
class FrontierDisputeTest {
  private static final BigDecimal HOURS = new BigDecimal(24);
  private static final String OBJECTS = "breach";

  @TempDir private static Path folder;
  private static Path out;
  private static String printed;

  @BeforeAll
  static void runs() {
    out = folder.resolve("results");
    StringWriter text = new StringWriter();
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(text, true))
            .execute("run", "scenarios/frontier-dispute.yaml", "--out", out.toString());
    assertThat(exit).isZero();
    printed = text.toString();
  }

  /** What the README shows is what the program prints; so are the files in results/. */
  @Test
  void theReadmeShowsThisVeryRun() throws IOException {
    String text = printed.substring(0, printed.indexOf("Results: "));
    Golden.check(Path.of("results/frontier-dispute.txt"), text);
    String table = text.substring(text.indexOf(" strategy "), text.indexOf("\n\nObjections"));
    Golden.section(
        Path.of("README.md"),
        "dispute",
        "```\n$ situs run scenarios/frontier-dispute.yaml\n" + table + "\n```\n");
  }

  private static List<NamedCsvRecord> rows(String table, String strategy) {
    String column = table.equals("costs") ? "x_Strategy" : "strategy";
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(out.resolve(table + ".csv"))) {
      return reader.stream().filter(r -> r.getField(column).equals(strategy)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NamedCsvRecord summary(String strategy) {
    return rows("summary", strategy).get(0);
  }

  private static BigDecimal sum(
      List<NamedCsvRecord> rows, Function<NamedCsvRecord, BigDecimal> value) {
    return rows.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  private static Set<String> clauses(String strategy, String reading) {
    return rows("violations", strategy).stream()
        .filter(r -> r.getField("reading").equals(reading))
        .map(r -> r.getField("contract") + "/" + r.getField("clause"))
        .collect(Collectors.toSet());
  }

  @Test
  void splitKeepsTheLetterAndIsContestedByTheSpirit() {
    assertThat(summary("split").getField("standing")).isEqualTo("contested");
    assertThat(clauses("split", "letter")).isEmpty();
    assertThat(clauses("split", "spirit"))
        .containsExactlyInAnyOrder(
            "microsoft-openai/collaboration-calls-on-azure",
            "microsoft-openai/first-party-on-azure");
    // Runtimes sold by AWS on AWS, all else on Azure
    for (NamedCsvRecord placed : rows("placements", "split")) {
      boolean onAws = placed.getField("region").startsWith("aws/");
      assertThat(onAws)
          .as(placed.getField("placement"))
          .isEqualTo(placed.getField("workload").equals("frontier-aws"));
    }
  }

  @Test
  void cheapestPutsModelsWhereTheyCostLeastAndIsInBreach() {
    assertThat(summary("cheapest").getField("standing")).isEqualTo(OBJECTS);
    assertThat(clauses("cheapest", "letter"))
        .contains(
            "microsoft-openai/stateless-calls-on-azure",
            "microsoft-openai/collaboration-calls-on-azure");
    assertThat(rows("violations", "cheapest"))
        .anySatisfy(
            r -> {
              assertThat(r.getField("placement")).startsWith("gpt-api.model@aws/");
              assertThat(r.getField("reason"))
                  .contains("requires target.provider == \"azure\"")
                  .contains("target.provider is \"aws\"");
            });
    for (String other : List.of("home", "fastest", "split", "spread", "contract-first")) {
      assertThat(number(summary("cheapest"), "cost_usd_per_day"))
          .isLessThan(number(summary(other), "cost_usd_per_day"));
    }
  }

  @Test
  void homeKeepsMicrosoftsClausesAndAmazonsByTheLetter() {
    assertThat(summary("home").getField("standing")).isEqualTo("contested");
    assertThat(clauses("home", "letter")).isEmpty();
    assertThat(clauses("home", "spirit"))
        .containsExactly("amazon-openai/stateful-runtime-on-bedrock");
  }

  @Test
  void contractFirstCostsLeastAmongThoseThatKeepTheLetter() {
    assertThat(clauses("contract-first", "letter")).isEmpty();
    for (String other : List.of("home", "split")) {
      assertThat(number(summary("contract-first"), "cost_usd_per_day"))
          .isLessThan(number(summary(other), "cost_usd_per_day"));
    }
  }

  @Test
  void theTerminalSaysWhoObjectsAndWhetherAnybodyIsFreeOfObjections() {
    assertThat(printed)
        .contains("No strategy's placement is compliant under every reading.")
        .contains("stateless-calls-on-azure")
        .contains("gpt-api.model@aws/us-east-1/p5.48xlarge")
        .contains("letter")
        .contains("spirit");
  }

  @Test
  void rentIsInstancesTimesPriceTimesADay() {
    for (String strategy : List.of("home", "cheapest", "split", "spread")) {
      BigDecimal byHand =
          sum(
              rows("placements", strategy),
              r ->
                  number(r, "instances").multiply(number(r, "price_usd_per_hour")).multiply(HOURS));
      BigDecimal billed =
          sum(
              rows("costs", strategy).stream()
                  .filter(r -> r.getField("ServiceCategory").equals("Compute"))
                  .toList(),
              r -> number(r, "BilledCost"));
      assertThat(billed).as(strategy).isEqualByComparingTo(byHand);
    }
  }

  @Test
  void everyLineIsQuantityTimesPriceAndTheLinesAreTheSummary() {
    for (String strategy : List.of("home", "cheapest", "split", "spread")) {
      List<NamedCsvRecord> lines = rows("costs", strategy);
      for (NamedCsvRecord line : lines) {
        double byHand =
            number(line, "ConsumedQuantity").multiply(number(line, "ListUnitPrice")).doubleValue();
        assertThat(number(line, "BilledCost").doubleValue())
            .as(line.getField("ChargeDescription"))
            .isCloseTo(byHand, within(1e-6 * Math.max(1, byHand)));
      }
      double total = sum(lines, r -> number(r, "BilledCost")).doubleValue();
      assertThat(number(summary(strategy), "cost_usd_per_day").doubleValue())
          .isCloseTo(total, within(1e-3));
    }
  }

  @Test
  void whatCrossesBetweenRegionsIsBilledToTheByte() {
    // Both directions of a hop between two regions are charged, each at its sender.
    for (String strategy : List.of("split", "cheapest", "spread")) {
      double moved =
          sum(
                  rows("routes", strategy).stream()
                      .filter(r -> r.getField("source").contains("/"))
                      .filter(r -> !r.getField("source").equals(r.getField("target")))
                      .toList(),
                  r -> number(r, "gb_per_day"))
              .doubleValue();
      double billed =
          sum(
                  rows("costs", strategy).stream()
                      .filter(r -> r.getField("ServiceCategory").equals("Networking"))
                      .filter(r -> !r.getField("ChargeDescription").contains("to clients"))
                      .toList(),
                  r -> number(r, "ConsumedQuantity"))
              .doubleValue();
      assertThat(moved).as(strategy).isPositive();
      assertThat(billed).as(strategy).isCloseTo(moved, within(1e-6 * moved));
    }
  }

  @Test
  void callsOfSessionsTakeTheirRoundTripAcrossClouds() {
    // AWS-sold sessions call Azure under split, and stay in one place under home.
    List<NamedCsvRecord> calls =
        rows("routes", "split").stream()
            .filter(r -> r.getField("workload").equals("frontier-aws"))
            .filter(r -> r.getField("source").startsWith("aws/"))
            .toList();
    assertThat(calls).isNotEmpty();
    assertThat(calls).allSatisfy(r -> assertThat(r.getField("target")).startsWith("azure/"));
    assertThat(calls).allSatisfy(r -> assertThat(number(r, "rtt_ms")).isPositive());
  }
}
