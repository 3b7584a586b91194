package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import situs.Golden;
import situs.experiment.Comparison;
import situs.experiment.SampleExperiment;

class ResultTablesTest {
  private final List<Sheet<?>> sheets =
      ResultTables.of(Comparison.of(SampleExperiment.experiment()));

  private Sheet<?> sheet(String name) {
    return sheets.stream().filter(s -> s.table().name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          summary, 'strategy,replications,cost_usd_per_day,cost_ci95_usd_per_day,requests,served_share,objectives_met_share,energy_kwh_per_day,co2_kg_per_day,placements,compliant,contested,breaching,exposure_usd,standing'
          latency, 'strategy,workload,metric,origin,channel,count,mean_s,mean_ci95_s,p50_s,p90_s,p95_s,p99_s'
          placements, 'strategy,placement,workload,component,region,instance_type,replicas,utilisation,cost_usd_per_day,standing,why'
          exposure, 'strategy,reading,replications,exposure_usd,exposure_p50_usd,exposure_p95_usd,basis,without_sum'
          obligations, 'strategy,replication,contract,clause,reading,measured,from,until,unit,value,limit,gap,due_usd,verdict'
          routes, 'strategy,workload,channel,origin,chain,hop,source,target,cause,requests_per_day,tokens_per_day,gb_per_day,rtt_ms,cost_usd_per_day,standing'
          violations, 'strategy,contract,clause,reading,subject_kind,subject,placement,first_at,last_at,requests,tokens,exposure_usd,reason'
          """)
  void theAgreedColumnsComeFirstAndInOrder(String name, String columns) {
    assertThat(String.join(",", sheet(name).header())).startsWith(columns);
  }

  @Test
  void everyColumnIsNamedOnceAndExplained() {
    for (Table<?> table : ResultTables.all()) {
      assertThat(table.columns()).extracting(Column::name).doesNotHaveDuplicates();
      assertThat(table.columns()).allSatisfy(c -> assertThat(c.meaning()).endsWith("."));
    }
  }

  @Test
  void theFilledTablesAreTheDeclaredOnes() {
    assertThat(sheets).<Table<?>>extracting(Sheet::table).isEqualTo(ResultTables.all());
  }

  @ParameterizedTest
  @CsvSource({
    "summary",
    "latency",
    "placements",
    "routes",
    "violations",
    "costs",
    "runs",
    "unplaced",
    "overloads",
    "unsettled",
    "comparison",
    "exposure",
    "obligations"
  })
  void csv(String name) throws IOException {
    Golden.check(name + ".csv", TableFormat.CSV.render(sheet(name)));
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void everyFormatOfTheSummary(TableFormat format) throws IOException {
    String name = "summary-format." + format.name().toLowerCase(Locale.ROOT);
    Golden.check(name, format.render(sheet("summary")));
  }

  @Test
  void numbersHaveNoExponentAndNoLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Cell.decimal(1.5e-5, 6).text()).isEqualTo("0.000015");
      assertThat(Cell.decimal(12_345_678_901.25, 2).text()).isEqualTo("12345678901.25");
      assertThat(Cell.decimal(-0.0000001, 6).text()).isEqualTo("0");
    } finally {
      Locale.setDefault(before);
    }
  }
}
