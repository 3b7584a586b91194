package situs.report;

import java.util.ArrayList;
import java.util.List;

/** Writes docs/columns.md. */
final class ColumnsPage {
  private static final String HEAD =
      """
      # Columns of the results

      Generated from the declarations in `situs.report`; a test fails when this page is stale, and
      `mvn test -Dtest=ColumnsPageTest -Dsitus.golden=write` renews it. An empty cell is unknown or does
      not apply; it is never zero. Times are UTC, money is US dollars, GB are 10^9 bytes.
      """;

  private ColumnsPage() {}

  static String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    List<Table<?>> tables = new ArrayList<>(ResultTables.all());
    tables.addAll(PriceTables.all());
    tables.add(ArchitectureReport.TABLE);
    for (Table<?> table : tables) {
      page.append("\n## ").append(table.name()).append(".csv\n").append(table.meaning());
      page.append("\n\n| column | unit | meaning |\n|---|---|---|\n");
      for (Column<?> column : table.columns()) {
        page.append("| `").append(column.name()).append("` | ").append(column.unit());
        page.append(" | ").append(column.meaning()).append(" |\n");
      }
    }
    return page.toString();
  }
}
