package situs.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;

/** The kinds of rules, by the key that stands for each. Adding one: its record, and a line here. */
final class RuleKinds {

  /** Reads the value of a rule's key. */
  @FunctionalInterface
  interface Parser {
    Optional<Rule> parse(Node value, PredicateCompiler predicates, MapReader clause);
  }

  static final Map<String, Parser> ALL = new LinkedHashMap<>();

  static {
    ALL.put("require", (value, p, c) -> p.compile(value, "'require'").map(Require::new));
    ALL.put("forbid", (value, p, c) -> p.compile(value, "'forbid'").map(Forbid::new));
    ALL.put("exclusive", (value, p, c) -> exclusive(value, c));
    ALL.put("residency", (value, p, c) -> residency(value, p.subject(), c));
  }

  private RuleKinds() {}

  private static Optional<Rule> exclusive(Node value, MapReader clause) {
    Optional<MapReader> read = MapReader.of(value, "'exclusive'", clause.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    keys.requiredNode("of", "hosting");
    Optional<Exclusive.Of> of =
        keys.oneOf("of", Exclusive.WORDS.keySet()).map(Exclusive.WORDS::get);
    Optional<Node> to = keys.requiredNode("to", "azure");
    List<String> holders = to.map(node -> words(node, keys)).orElse(List.of());
    keys.done();
    return of.filter(o -> !holders.isEmpty()).map(o -> new Exclusive(o, holders));
  }

  private static Optional<Rule> residency(Node value, SubjectKind subject, MapReader clause) {
    Optional<MapReader> read = MapReader.of(value, "'residency'", clause.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    Optional<Node> where = keys.requiredNode("within", "[europe]");
    List<String> within = where.map(node -> words(node, keys)).orElse(List.of());
    for (String word : within) {
      if (!Residency.isPlace(word)) {
        keys.issues()
            .add(
                keys.at("within"),
                "'"
                    + word
                    + "' is no ISO 3166 code of a country, nor a continent in lower case; write for"
                    + " example [DE, FR] or [europe]");
      }
    }
    Set<Residency.Of> of = states(subject, keys);
    keys.done();
    return within.isEmpty() || of.isEmpty()
        ? Optional.empty()
        : Optional.of(new Residency(within, of));
  }

  /** All states of data unless some are named, of which the subject must have at least one. */
  private static Set<Residency.Of> states(SubjectKind subject, MapReader keys) {
    List<String> words = keys.texts("of");
    if (!keys.has("of")) {
      return Set.copyOf(Residency.WORDS.values());
    }
    Set<Residency.Of> of = new LinkedHashSet<>();
    for (String word : words) {
      Residency.Of state = Residency.WORDS.get(word);
      if (state == null) {
        keys.issues()
            .add(
                keys.at("of"),
                "unknown state of data '"
                    + word
                    + "'"
                    + Names.hint(word, Residency.WORDS.keySet()));
      } else {
        of.add(state);
      }
    }
    if (words.isEmpty()) {
      keys.issues().add(keys.at("of"), "the list is empty; name at least one");
    } else if (of.size() == words.size() && Collections.disjoint(of, Residency.statesOf(subject))) {
      keys.issues()
          .add(
              keys.at("of"),
              "a "
                  + subject.word()
                  + " has no data in such a state, so that the clause would never object; over a"
                  + " placement write at-rest or processing, over a route processing or in-transit");
    }
    return of;
  }

  /** A single word, or a list of them. */
  private static List<String> words(Node node, MapReader keys) {
    if (node instanceof Node.Sequence sequence) {
      if (sequence.items().isEmpty()) {
        keys.issues().add(node.at(), "the list is empty; name at least one");
      }
      return sequence.items().stream()
          .flatMap(item -> keys.text(item, "an item").stream())
          .toList();
    }
    return keys.text(node, "this").stream().toList();
  }
}
