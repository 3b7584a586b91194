package situs.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;

/** Reads the {@code define:} of a contract: words, and what each reading takes them to mean. */
final class DefinitionReader {
  private static final String NAME = "[a-z][a-z0-9_-]*";

  private final Lexicon lexicon;

  DefinitionReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void read(MapReader contract) {
    contract
        .mapping("define")
        .ifPresent(
            mapping ->
                mapping
                    .entries()
                    .forEach(
                        entry ->
                            MapReader.of(
                                    entry.value(), "word '" + entry.key() + "'", contract.issues())
                                .ifPresent(keys -> define(entry, keys))));
  }

  private void define(Node.Entry entry, MapReader keys) {
    if (!entry.key().matches(NAME)) {
      keys.issues()
          .add(
              entry.at(), "a word has small letters, digits and hyphens, is '" + entry.key() + "'");
    }
    String name = entry.key().replace('-', '_');
    keys.text("text");
    keys.text("cite");
    Optional<SubjectKind> over = ClauseReader.subject(keys);
    if (over.isEmpty()) {
      List.of("means", "readings").forEach(keys::node);
      keys.done();
      return;
    }
    Wording wording = lexicon.wording(over.get(), new Construction("", Optional.empty(), Map.of()));
    Optional<String> base = condition(keys, "means", wording);
    Map<String, String> readings = new LinkedHashMap<>();
    Map<String, List<String>> readBy = new LinkedHashMap<>();
    keys.mapping("readings")
        .ifPresent(all -> all.entries().forEach(e -> reading(e, all, wording, readings, readBy)));
    if (base.isEmpty() && readings.isEmpty() && !keys.has("means") && !keys.has("readings")) {
      keys.issues()
          .add(
              keys.at(),
              "word '" + entry.key() + "' means nothing; write 'means', or 'readings' of it");
    }
    keys.done();
    if (base.isPresent() || !readings.isEmpty()) {
      lexicon.define(new Definition(name, over.get(), base, readings, readBy));
    }
  }

  private static Optional<String> condition(MapReader keys, String key, Wording wording) {
    return keys.node(key).flatMap(node -> checked(node, key, wording));
  }

  /** A condition's text, once it is known to be one. */
  private static Optional<String> checked(Node node, String what, Wording wording) {
    return wording.compile(node, "'" + what + "'").map(predicate -> ((Node.Scalar) node).text());
  }

  private void reading(
      Node.Entry entry,
      MapReader all,
      Wording wording,
      Map<String, String> readings,
      Map<String, List<String>> readBy) {
    if (!(entry.value() instanceof Node.Mapping mapping)) {
      checked(entry.value(), entry.key(), wording).ifPresent(t -> readings.put(entry.key(), t));
      return;
    }
    MapReader keys = new MapReader(mapping, all.issues());
    keys.requiredNode("means", "call.state == \"stateless\"");
    condition(keys, "means", wording).ifPresent(text -> readings.put(entry.key(), text));
    readBy.put(entry.key(), ReadingsReader.readBy(keys, lexicon));
    keys.done();
  }
}
