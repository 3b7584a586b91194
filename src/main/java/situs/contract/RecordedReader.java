package situs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;

/** Reads the {@code recorded:} of a contract. */
final class RecordedReader {
  private final Lexicon lexicon;

  RecordedReader(Lexicon lexicon) {
    this.lexicon = lexicon;
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
    Optional<Attested> attested = Attested.required(keys, "what is reported");
    String binds = lexicon.party(keys, "binds");
    Dates inForce = lexicon.dates().read(keys);
    keys.done();
    return attested.map(a -> new Recorded(id, a, binds, inForce));
  }
}
