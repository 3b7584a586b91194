package situs.difference;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import situs.document.InputException;
import situs.report.ResultFolder;

/** A result folder. */
public record StoredResults(Path folder, JsonObject manifest) {

  /**
   * @throws InputException where there are no results
   */
  public static StoredResults read(Path folder) {
    Path manifest = folder.resolve(ResultFolder.MANIFEST);
    if (!Files.isRegularFile(manifest)) {
      throw new InputException(
          "'" + folder + "' holds no results: it has no " + ResultFolder.MANIFEST);
    }
    try {
      return new StoredResults(
          folder, JsonParser.parseString(Files.readString(manifest)).getAsJsonObject());
    } catch (IOException e) {
      throw new InputException("cannot read '" + manifest + "': " + e.getMessage());
    } catch (JsonParseException | IllegalStateException e) {
      throw new InputException(
          "'" + manifest + "' is not one whole JSON object; run the scenario again");
    }
  }

  /** The scenario file that they were made from, as it was named then; with its hash. */
  public Input scenario() {
    try {
      JsonObject first = manifest.getAsJsonArray("inputs").get(0).getAsJsonObject();
      return new Input(Path.of(first.get("file").getAsString()), first.get("sha256").getAsString());
    } catch (NullPointerException | ClassCastException | IndexOutOfBoundsException e) {
      throw new InputException(
          "'" + folder.resolve(ResultFolder.MANIFEST) + "' names no scenario file");
    }
  }

  /** A file that results were made from. */
  public record Input(Path file, String sha256) {}

  boolean has(String table) {
    return Files.exists(file(table));
  }

  Path file(String table) {
    return folder.resolve(table + ".csv");
  }

  /** The columns of a table, in its order; none where there is no such table. */
  Set<String> columns(String table) {
    return records(table).stream()
        .findFirst()
        .<Set<String>>map(header -> new LinkedHashSet<>(header.getFields()))
        .orElseGet(Set::of);
  }

  /** The rows of a table; none where there is no such table. */
  public List<StoredRow> rows(String table) {
    List<String> columns = List.copyOf(columns(table));
    return records(table).stream().skip(1).map(r -> row(table, columns, r)).toList();
  }

  private StoredRow row(String table, List<String> columns, CsvRecord row) {
    String place = file(table) + ":" + row.getStartingLineNumber();
    if (row.getFieldCount() != columns.size()) {
      throw new InputException(
          place + ": has " + row.getFieldCount() + " values for " + columns.size() + " columns");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.put(columns.get(i), row.getField(i));
    }
    return new StoredRow(place, fields);
  }

  private List<CsvRecord> records(String table) {
    if (!has(table)) {
      return List.of();
    }
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file(table))) {
      return reader.stream().toList();
    } catch (IOException | CsvParseException e) {
      throw new InputException("cannot read '" + file(table) + "': " + e.getMessage());
    }
  }
}
