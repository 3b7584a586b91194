package situs.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Node;
import situs.model.Provenance;
import situs.model.Status;

/**
 * Where an entry of the {@code catalog:} block comes from: {@code source}, {@code status} and
 * {@code date}. Without them it is assumed, and marked so wherever it is shown.
 */
final class SourceReader {
  private static final String UNSAID = "given in the scenario";

  private final Issues issues;

  SourceReader(Issues issues) {
    this.issues = issues;
  }

  /** A single value, or {@code {value: …, source: …}}: the value's node and its origin. */
  record Sourced(Node value, Provenance provenance) {}

  Optional<Sourced> sourced(Node node, String example) {
    if (!(node instanceof Node.Mapping mapping)) {
      return Optional.of(new Sourced(node, Provenance.assumed(UNSAID)));
    }
    MapReader reader = new MapReader(mapping, issues);
    Optional<Node> value = reader.requiredNode("value", example);
    Provenance provenance = read(reader);
    reader.done();
    return value.map(v -> new Sourced(v, provenance));
  }

  /** The origin that stands among an entry's keys. */
  Provenance read(MapReader entry) {
    List<String> words = Arrays.stream(Status.values()).map(Status::word).toList();
    Optional<String> status = entry.oneOf("status", words);
    Optional<String> source = entry.text("source");
    Optional<String> date = entry.text("date");
    if (status.isPresent() && source.isEmpty() && !status.get().equals(Status.ASSUMED.word())) {
      entry.requiredNode("source", "\"price list of the provider\"");
    }
    return new Provenance(
        status.map(Status::of).orElse(Status.ASSUMED), source.orElse(UNSAID), date.orElse(""));
  }
}
