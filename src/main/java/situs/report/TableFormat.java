package situs.report;

import com.github.freva.asciitable.HorizontalAlign;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How a sheet is written out. Every format ends with a line break. */
public enum TableFormat {
  /** Aligned columns for a terminal. */
  TABLE(TableFormat::table),
  /** RFC 4180 with line feeds; unknown is an empty field. */
  CSV(TableFormat::csv),
  /** An array of objects; unknown is null. */
  JSON(TableFormat::json),
  /** A pipe table. */
  MARKDOWN(TableFormat::markdown);

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private final Function<Sheet<?>, String> writer;

  TableFormat(Function<Sheet<?>, String> writer) {
    this.writer = writer;
  }

  public String render(Sheet<?> sheet) {
    return writer.apply(sheet);
  }

  private static String table(Sheet<?> sheet) {
    List<List<Cell>> cells = sheet.cells();
    List<com.github.freva.asciitable.ColumnData<List<Cell>>> columns = new ArrayList<>();
    for (int i = 0; i < sheet.header().size(); i++) {
      int column = i;
      boolean number = cells.stream().anyMatch(row -> row.get(column).number());
      columns.add(
          new com.github.freva.asciitable.Column()
              .header(sheet.header().get(i))
              .headerAlign(HorizontalAlign.LEFT)
              .dataAlign(number ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
              .maxWidth(Integer.MAX_VALUE)
              .with(row -> row.get(column).text()));
    }
    return TextTable.of(cells, columns);
  }

  private static String csv(Sheet<?> sheet) {
    StringWriter out = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      writer.writeRecord(sheet.header());
      for (List<Cell> row : sheet.cells()) {
        writer.writeRecord(row.stream().map(Cell::text).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to take text", e);
    }
    return out.toString();
  }

  private static String json(Sheet<?> sheet) {
    JsonArray array = new JsonArray();
    for (List<Cell> row : sheet.cells()) {
      JsonObject object = new JsonObject();
      for (int i = 0; i < row.size(); i++) {
        object.add(sheet.header().get(i), json(row.get(i)));
      }
      array.add(object);
    }
    return GSON.toJson(array) + "\n";
  }

  private static JsonElement json(Cell cell) {
    if (cell.text().isEmpty()) {
      return JsonNull.INSTANCE;
    }
    return cell.number()
        ? new JsonPrimitive(new BigDecimal(cell.text()))
        : new JsonPrimitive(cell.text());
  }

  private static String markdown(Sheet<?> sheet) {
    StringBuilder out = new StringBuilder();
    appendRow(out, sheet.header());
    appendRow(out, sheet.header().stream().map(name -> "---").toList());
    for (List<Cell> row : sheet.cells()) {
      appendRow(out, row.stream().map(cell -> cell.text().replace("|", "\\|")).toList());
    }
    return out.toString();
  }

  private static void appendRow(StringBuilder out, List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
