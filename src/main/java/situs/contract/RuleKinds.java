package situs.contract;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  static final Map<String, Parser> ALL = new LinkedHashMap<>();

  static {
    ALL.put("require", (value, p, c) -> p.compile(value, "'require'").map(Require::new));
    ALL.put("forbid", (value, p, c) -> p.compile(value, "'forbid'").map(Forbid::new));
    ALL.put("exclusive", (value, p, c) -> exclusive(value, c));
    ALL.put("residency", (value, p, c) -> residency(value, p, c));
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

  private static Optional<Rule> residency(
      Node value, PredicateCompiler predicates, MapReader clause) {
    Optional<MapReader> read = MapReader.of(value, "'residency'", clause.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    List<String> within =
        keys.requiredNode("within", "[europe]").map(node -> words(node, keys)).orElse(List.of());
    Set<Residency.Of> of = new LinkedHashSet<>();
    Function<String, Optional<Residency.Of>> known =
        word -> Optional.ofNullable(Residency.WORDS.get(word));
    for (String word : keys.texts("of")) {
      known
          .apply(word)
          .ifPresentOrElse(
              of::add,
              () ->
                  keys.issues()
                      .add(
                          keys.at("of"),
                          "unknown state of data '"
                              + word
                              + "'"
                              + Names.hint(word, Residency.WORDS.keySet())));
    }
    if (!keys.has("of")) {
      of.addAll(Residency.WORDS.values());
    }
    vacuous(predicates.subject(), of, keys);
    within.forEach(word -> place(word, keys));
    keys.done();
    return within.isEmpty() ? Optional.empty() : Optional.of(new Residency(within, Set.copyOf(of)));
  }

  /** A rule that no subject of its kind can break is a slip of the pen. */
  private static void vacuous(SubjectKind subject, Set<Residency.Of> of, MapReader keys) {
    boolean placement = subject == SubjectKind.PLACEMENT;
    if (of.equals(Set.of(placement ? Residency.Of.IN_TRANSIT : Residency.Of.AT_REST))) {
      keys.issues()
          .add(
              keys.at("of"),
              placement
                  ? "no placement has data in transit; write `over: route`"
                  : "no route has data at rest; write `over: placement`");
    }
  }

  /** A union of countries has no code, and a continent no capitals: both would match nothing. */
  private static void place(String word, MapReader keys) {
    boolean continent = word.equals(word.toLowerCase(Locale.ROOT));
    if (!continent && !COUNTRIES.contains(word)) {
      keys.issues()
          .add(
              keys.at("within"),
              "'"
                  + word
                  + "' is no ISO 3166 code of a country; list countries such as DE, or name a"
                  + " continent such as europe");
    }
  }

  /** A single word, or a list of them. */
  private static List<String> words(Node node, MapReader keys) {
    if (node instanceof Node.Sequence sequence) {
      if (sequence.items().isEmpty()) {
        keys.issues().add(node.at(), "this list names nothing; write at least one word");
      }
      return sequence.items().stream()
          .flatMap(item -> keys.text(item, "an item").stream())
          .toList();
    }
    return keys.text(node, "this").stream().toList();
  }
}
