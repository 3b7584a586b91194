package situs.catalog;

import java.util.HashMap;
import java.util.Map;
import situs.model.Provenance;
import situs.model.Status;

/** The citations that the rows of the tables refer to. */
final class Sources {
  private record Source(String citation, String date) {}

  private static final class Loaded {
    static final Map<String, Source> BY_ID = load();

    private static Map<String, Source> load() {
      Map<String, Source> sources = new HashMap<>();
      for (Row row : Row.of("sources")) {
        sources.put(row.text("id"), new Source(row.text("citation"), row.text("date")));
      }
      return sources;
    }
  }

  private Sources() {}

  /** What a row says of itself; throws {@link IllegalStateException} for an unknown source. */
  static Provenance of(String statusWord, String sourceId) {
    Source source = Loaded.BY_ID.get(sourceId);
    if (source == null) {
      throw new IllegalStateException("the catalogue has no source '" + sourceId + "'");
    }
    return new Provenance(Status.of(statusWord), source.citation(), source.date());
  }
}
