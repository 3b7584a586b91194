package situs.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import situs.experiment.Comparison;

/** Writes a result folder. */
public final class Results {
  private Results() {}

  /** Writes every table and the manifest into {@code folder}, all at once. */
  public static void write(Path folder, Comparison comparison, Origins origins) throws IOException {
    ResultFolder.replace(
        folder,
        fresh -> {
          for (Sheet<?> sheet : ResultTables.of(comparison)) {
            String csv = TableFormat.CSV.render(sheet);
            Files.writeString(fresh.resolve(sheet.table().name() + ".csv"), csv);
          }
          String manifest = Manifest.of(comparison.experiment(), origins).json();
          Files.writeString(fresh.resolve(ResultFolder.MANIFEST), manifest);
        });
  }
}
