package situs.difference;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new InputException("cannot read '" + manifest + "': " + e.getMessage());
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

  /** The rows of a table; none where this version wrote no such table. */
  public List<StoredRow> rows(String table) {
    Path file = folder.resolve(table + ".csv");
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().map(r -> new StoredRow(r.getFieldsAsMap())).toList();
    } catch (IOException | CsvParseException e) {
      throw new InputException("cannot read '" + file + "': " + e.getMessage());
    }
  }
}
