package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.Golden;

/** The shipped scenario of ways to buy, and the page that shows it. */
class PurchasesPageTest {
  private static final Path PAGE = Path.of("docs/purchases.md");
  private static final String COMMAND = "run scenarios/purchases.yaml";

  @TempDir private static Path folder;
  private static String printed;

  @BeforeAll
  static void runs() {
    StringWriter text = new StringWriter();
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(text, true))
            .setErr(new PrintWriter(new StringWriter(), true))
            .execute("run", "scenarios/purchases.yaml", "--out", folder.resolve("r").toString());
    assertThat(exit).isZero();
    printed = text.toString();
  }

  private static List<NamedCsvRecord> rows(String table, String strategy) throws IOException {
    String column = table.equals("costs") ? "x_Strategy" : "strategy";
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("r").resolve(table + ".csv"))) {
      return rows.stream().filter(r -> r.getField(column).equals(strategy)).toList();
    }
  }

  private static Map<String, String> instances(String strategy) throws IOException {
    return rows("placements", strategy).stream()
        .collect(
            Collectors.toMap(
                r -> r.getField("workload") + " " + r.getField("purchase"),
                r -> r.getField("instances")));
  }

  private static int ahead(String strategy, String workload) throws IOException {
    Map<String, String> instances = instances(strategy);
    return Integer.parseInt(instances.getOrDefault(workload + " committed", "0"))
        + Integer.parseInt(instances.getOrDefault(workload + " reserved", "0"));
  }

  @Test
  void eachWorkloadIsBoughtAsSuitsIt() throws IOException {
    // The office's four by the hour are 55.04 x (4 x 11.5 + 1 x 12.5) / 24 = 134 USD/h. Which of
    // the
    // two has what was signed before is all one.
    assertThat(ahead("optimal", "chat")).isEqualTo(3);
    assertThat(ahead("optimal", "office")).isEqualTo(1);
    assertThat(instances("optimal"))
        .containsEntry("office on-demand", "4")
        .containsEntry("summaries spot", "2")
        .doesNotContainKeys("chat on-demand", "chat spot", "office spot");
    assertThat(instances("contract-first"))
        .isEqualTo(
            Map.of(
                "chat committed", "2",
                "chat reserved", "1",
                "office reserved", "3",
                "office on-demand", "2",
                "summaries spot", "2"));
    assertThat(instances("cheapest")).containsKeys("chat spot", "office spot");
    assertThat(rows("summary", "cheapest").get(0).getField("standing")).isEqualTo("breach");
    assertThat(rows("summary", "optimal").get(0).getField("standing")).isEqualTo("compliant");
  }

  @Test
  void theCommitmentIsPaidOnceWhoeverUsesIt() throws IOException {
    // 2 x 24 h at 65 % of 55.04 USD/h
    for (String strategy : List.of("home", "cheapest", "contract-first", "optimal")) {
      BigDecimal committed =
          rows("costs", strategy).stream()
              .filter(r -> r.getField("x_Purchase").equals("committed"))
              .map(r -> new BigDecimal(r.getField("BilledCost")))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(committed).as(strategy).isEqualByComparingTo("1717.248");
    }
    assertThat(rows("costs", "home"))
        .filteredOn(r -> r.getField("CommitmentDiscountStatus").equals("Unused"))
        .singleElement()
        .satisfies(r -> assertThat(r.getField("x_Workload")).isEmpty());
  }

  @Test
  void theBillIsTheSumOfItsLines() throws IOException {
    for (String strategy : List.of("home", "cheapest", "contract-first", "optimal")) {
      double lines =
          rows("costs", strategy).stream()
              .mapToDouble(r -> Double.parseDouble(r.getField("BilledCost")))
              .sum();
      String told = rows("summary", strategy).get(0).getField("cost_usd_per_day");
      assertThat(Double.parseDouble(told)).isCloseTo(lines, within(1e-5));
    }
  }

  @Test
  void thePageShowsThisVeryRun() throws IOException {
    String table =
        printed.substring(printed.indexOf(" strategy "), printed.indexOf("\n\nObjections"));
    Golden.section(PAGE, "purchases-glance", "```\n$ situs " + COMMAND + "\n" + table + "\n```\n");
    StringBuilder lines =
        new StringBuilder("| strategy | workload | what | bought | instance-hours | USD |\n");
    lines.append("|---|---|---|---|---|---|\n");
    for (String strategy : List.of("home", "cheapest", "contract-first", "optimal")) {
      for (NamedCsvRecord r : rows("costs", strategy)) {
        if (r.getField("ServiceCategory").equals("Compute")) {
          lines.append(line(strategy, r));
        }
      }
    }
    Golden.section(PAGE, "purchases-lines", lines.toString());
  }

  @Test
  void theOptimumPromisesWhatItsBillSays() throws IOException {
    String command = "optimise scenarios/purchases.yaml --simulate rounds";
    StringWriter text = new StringWriter();
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(text, true))
            .setErr(new PrintWriter(new StringWriter(), true))
            .execute(command.split(" "));
    assertThat(exit).isZero();
    Golden.section(PAGE, "purchases-rounds", "```\n$ situs " + command + "\n" + text + "```\n");
  }

  private static String line(String strategy, NamedCsvRecord r) {
    return "| `%s` | %s | %s | %s | %s | %s |\n"
        .formatted(
            strategy,
            r.getField("x_Workload"),
            r.getField("ChargeDescription"),
            r.getField("x_Purchase"),
            rounded(r.getField("ConsumedQuantity")),
            rounded(r.getField("BilledCost")));
  }

  private static String rounded(String amount) {
    return new BigDecimal(amount).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }
}
