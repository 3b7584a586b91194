package situs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;

/** Reads the {@code recorded:} of a contract. */
final class RecordedReader {
  private final DatesReader dates;

  RecordedReader(DatesReader dates) {
    this.dates = dates;
  }

  List<Recorded> read(MapReader contract) {
    List<Recorded> recorded = new ArrayList<>();
    contract
        .mapping("recorded")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                MapReader.of(entry.value(), "'" + entry.key() + "'", contract.issues())
                    .flatMap(keys -> one(entry.key(), keys))
                    .ifPresent(recorded::add);
              }
            });
    return recorded;
  }

  private Optional<Recorded> one(String id, MapReader keys) {
    Optional<String> text = keys.requiredText("text", "what is reported");
    Optional<String> cite = keys.requiredText("cite", "where that is reported");
    String status = keys.oneOf("status", ClauseReader.STATUSES).orElse("reported");
    Dates inForce = dates.read(keys);
    keys.done();
    return text.flatMap(t -> cite.map(c -> new Recorded(id, t, c, status, inForce)));
  }
}
