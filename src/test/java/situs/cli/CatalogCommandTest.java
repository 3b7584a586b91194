package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int catalog(String... args) {
    String[] line = new String[args.length + 1];
    line[0] = "catalog";
    System.arraycopy(args, 0, line, 1, args.length);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  @Test
  void aMeasuredPairCitesItsSource() {
    assertThat(catalog("latency", "aws/us-east-1", "azure/eastus", "--format", "csv")).isZero();
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0)).isEqualTo("source,target,rtt_ms,status,reference,date");
    assertThat(lines().get(1))
        .startsWith("aws/us-east-1,azure/eastus,1.9,measured,")
        .contains("skyplane")
        .endsWith(",2022-04-16");
  }

  @Test
  void aPingStandsForARegionAndSaysToWhichCityItWent() {
    assertThat(catalog("latency", "Frankfurt", "azure/westeurope", "--format", "csv")).isZero();
    assertThat(lines().get(1))
        .startsWith("Frankfurt,azure/westeurope,13.73,derived,ping Westpoort; ")
        .endsWith(",2020-07-19");
  }

  @Test
  void anEstimateNamesThePairThatItLeansOnAndItsDate() {
    assertThat(catalog("latency", "New York", "aws/us-west-2", "--format", "csv")).isZero();
    assertThat(lines().get(1))
        .matches("New York,aws/us-west-2,[0-9.]+,estimated,[^,]+ - [^,]+,\\d{4}-\\d{2}-\\d{2}");
  }

  @Test
  void aPairMayBeAskedForInEitherOrder() {
    catalog("latency", "Dublin", "azure/eastus2", "--format", "csv");
    catalog("latency", "azure/eastus2", "Dublin", "--format", "csv");
    assertThat(lines().get(3)).startsWith("azure/eastus2,Dublin,");
    assertThat(lines().get(3).split(",")[2]).isEqualTo(lines().get(1).split(",")[2]);
  }

  @Test
  void twoMetrosAreRefused() {
    assertThat(catalog("latency", "Frankfurt", "Dublin")).isEqualTo(Exit.INPUT);
    assertThat(err.toString())
        .contains("'Frankfurt' and 'Dublin' are both metros")
        .contains("provider/region");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void everyUnknownPlaceIsNamedWithTheNearest() {
    assertThat(catalog("latency", "Frankfrt", "azure/eastus22")).isEqualTo(Exit.INPUT);
    assertThat(err.toString())
        .contains("unknown region or metro 'Frankfrt'; did you mean 'Frankfurt'?")
        .contains("unknown region or metro 'azure/eastus22'; did you mean 'azure/eastus2'");
  }

  @ParameterizedTest
  @CsvSource({
    "prices, --provider, azur, provider 'azur'; did you mean 'azure'?",
    "regions, --region, eastus2, region 'eastus2'; did you mean 'azure/eastus2'?",
    "prices, --type, p5.48xlarg, instance type 'p5.48xlarg'; did you mean 'p5.48xlarge'",
    "instances, --accelerator, H100, accelerator 'H100'; did you mean 'H100-NVL' or 'H100-SXM'?",
  })
  void anUnknownFilterIsRefusedWithTheNearestNames(
      String table, String option, String value, String message) {
    assertThat(catalog(table, option, value)).isEqualTo(Exit.INPUT);
    assertThat(err.toString()).contains("unknown " + message);
  }

  @Test
  void filtersNarrowPricesDown() {
    catalog("prices", "--region", "aws/us-east-1", "--type", "p5.48xlarge", "--format", "csv");
    assertThat(lines().get(0))
        .isEqualTo("region,instance_type,accelerator,purchase,usd_per_hour,status,date,source");
    assertThat(lines().subList(1, lines().size()))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("aws/us-east-1,p5.48xlarge,H100-SXM,"))
        .anyMatch(line -> line.contains(",on-demand,55.04,published,"))
        .anyMatch(line -> line.contains(",capacity-block,39.33,published,"));
  }

  /** Rows as counted in the sources that the tables were selected from. */
  @ParameterizedTest
  @CsvSource({"regions, 95", "metros, 60", "accelerators, 17", "models, 14"})
  void aTableIsShownWhole(String table, int rows) {
    assertThat(catalog(table, "--format", "csv")).isZero();
    assertThat(lines()).hasSize(rows + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "regions",
        "metros",
        "instances",
        "prices",
        "models",
        "accelerators",
        "profiles",
        "managed"
      })
  void everyTableEndsWithStatusDateAndSource(String table) {
    assertThat(catalog(table, "--format", "csv")).isZero();
    assertThat(lines().get(0)).endsWith(",status,date,source");
    assertThat(lines()).hasSizeGreaterThan(1).noneMatch(line -> line.endsWith(","));
  }

  @Test
  void jsonHasNumbersAndUnknownIsNull() {
    catalog("accelerators", "--format", "json");
    // A100 has no fp8; Trainium3's bf16 is not published.
    assertThat(out.toString()).contains("\"memory_gb\": 80").contains("\"fp8_tflops\": null");
  }

  @Test
  void withoutATableTheTablesAreListed() {
    assertThat(catalog()).isEqualTo(Exit.INPUT);
    assertThat(err.toString())
        .contains("a table is missing")
        .contains("latency")
        .contains("prices");
  }
}
