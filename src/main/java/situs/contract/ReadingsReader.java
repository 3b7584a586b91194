package situs.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;

/**
 * Reads the ways to construe a clause: those that it names, and those of the words that it uses.
 *
 * <p>A clause is read once for each reading, each time with the words as that reading has them.
 */
final class ReadingsReader {
  /** As the clause stands. */
  private static final Construction AS_IT_STANDS = new Construction("", Optional.empty(), Map.of());

  private final String id;
  private final MapReader keys;
  private final SubjectKind over;
  private final Lexicon lexicon;
  private final Optional<MapReader> mapping;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, List<String>> readBy = new LinkedHashMap<>();

  ReadingsReader(String id, MapReader keys, SubjectKind over, Lexicon lexicon) {
    this.id = id;
    this.keys = keys;
    this.over = over;
    this.lexicon = lexicon;
    this.mapping = keys.mapping("readings");
    mapping.ifPresent(m -> m.entries().forEach(e -> nodes.put(e.key(), e.value())));
  }

  /** The clause as it stands; empty where it has no rule of its own. */
  Optional<Reading> base() {
    if (mapping.isPresent() && nodes.isEmpty()) {
      keys.issues().add(keys.at("readings"), "'readings' names none; name one, such as letter");
    }
    if (mapping.isEmpty() && !hasRule(keys)) {
      keys.issues()
          .add(
              keys.at(),
              "clause '"
                  + id
                  + "' demands nothing; write one of "
                  + String.join(", ", Kinds.keys())
                  + ", or 'readings'");
    }
    Wording wording = lexicon.wording(over, AS_IT_STANDS);
    Optional<Rule> rule = rule(keys, wording);
    Optional<Predicate> when = predicate(keys, "when", wording);
    List<Proviso> provisos = provisos(wording);
    return rule.map(r -> new Reading(when, Optional.of(r), provisos, List.of(), ""));
  }

  /** By name; the clause's own first, then those of its words. */
  Map<String, Reading> named() {
    Map<String, Reading> readings = new LinkedHashMap<>();
    for (String name : nodes.keySet()) {
      Wording wording = lexicon.wording(over, Construction.of(name));
      reading(name, wording).ifPresent(reading -> readings.put(name, reading));
    }
    for (String name : ofWords()) {
      if (!nodes.containsKey(name)) {
        construed(Construction.of(name)).ifPresent(reading -> readings.put(name, reading));
      }
    }
    readings.forEach((name, reading) -> readBy.put(name, reading.readBy()));
    return readings;
  }

  /** How profiles and parties construe it. */
  Map<String, Reading> profiles() {
    Map<String, Reading> profiles = new LinkedHashMap<>();
    for (Construction profile : lexicon.profiles()) {
      construed(profile).ifPresent(reading -> profiles.put(profile.name(), reading));
    }
    return profiles;
  }

  private Optional<Reading> construed(Construction construction) {
    Wording wording = lexicon.wording(over, construction);
    return construction
        .of(id, nodes.keySet(), readBy)
        .map(name -> reading(name, wording))
        .orElseGet(() -> unnamed(wording));
  }

  /** Of what names no reading that is asked for: as it stands, else by the first that it names. */
  private Optional<Reading> unnamed(Wording wording) {
    if (hasRule(keys) || nodes.isEmpty()) {
      return rule(keys, wording)
          .map(
              r ->
                  new Reading(
                      predicate(keys, "when", wording),
                      Optional.of(r),
                      provisos(wording),
                      List.of(),
                      ""));
    }
    return reading(nodes.keySet().iterator().next(), wording);
  }

  /** The readings of the words that the clause uses. */
  private Set<String> ofWords() {
    Set<String> names = new LinkedHashSet<>();
    List<String> conditions = new ArrayList<>();
    collect(keys.node("readings"), conditions);
    List.of("when", "except").forEach(key -> collect(keys.node(key), conditions));
    Kinds.keys().forEach(key -> collect(keys.node(key), conditions));
    for (String condition : conditions) {
      lexicon.words().usedIn(condition).forEach(word -> names.addAll(word.readings().keySet()));
    }
    return names;
  }

  private static void collect(Optional<Node> node, List<String> texts) {
    if (node.isEmpty()) {
      return;
    }
    if (node.get() instanceof Node.Scalar scalar) {
      texts.add(scalar.text());
    } else if (node.get() instanceof Node.Sequence list) {
      list.items().forEach(item -> collect(Optional.of(item), texts));
    } else if (node.get() instanceof Node.Mapping map) {
      map.entries().values().forEach(e -> collect(Optional.of(e.value()), texts));
    }
  }

  /** A reading takes from the clause what it does not say itself. */
  private Optional<Reading> reading(String name, Wording wording) {
    Node node = Optional.ofNullable(nodes.get(name)).orElseThrow();
    return MapReader.of(node, "reading '" + name + "'", keys.issues())
        .map(own -> reading(own, wording));
  }

  private Reading reading(MapReader own, Wording wording) {
    Optional<Predicate> when =
        predicate(own, "when", wording).or(() -> predicate(keys, "when", wording));
    Optional<Rule> rule = rule(own, wording);
    String basis = own.text("basis").orElse("");
    List<String> parties = readBy(own, lexicon);
    Optional<String> objects = own.oneOf("objects", Set.of("never"));
    check(own, objects.isPresent());
    own.done();
    return new Reading(
        when,
        objects.isPresent() ? Optional.empty() : rule.or(() -> rule(keys, wording)),
        provisos(wording),
        parties,
        basis);
  }

  private void check(MapReader own, boolean never) {
    if (hasRule(own) && never) {
      own.issues()
          .add(
              own.at("objects"),
              "a reading that never objects cannot demand something; leave one of them out");
    }
    if (!hasRule(own) && !never && !hasRule(keys)) {
      own.issues()
          .add(
              own.at(),
              "a reading demands something, or says `objects: never`; write one of "
                  + String.join(", ", Kinds.keys()));
    }
  }

  /** The parties that read something so. */
  static List<String> readBy(MapReader own, Lexicon lexicon) {
    List<String> parties =
        own.node("as-read-by").map(node -> RuleKeys.words(node, own)).orElse(List.of());
    List<String> known = lexicon.profiles().stream().map(Construction::name).toList();
    for (String party : parties) {
      if (!known.contains(party)) {
        own.issues()
            .add(
                own.at("as-read-by"),
                "'"
                    + party
                    + "' is no party or profile of this contract"
                    + Names.hint(party, known));
      }
    }
    return parties;
  }

  private List<Proviso> provisos(Wording wording) {
    return new ProvisoReader(wording, lexicon.dates()).read(keys);
  }

  private static Optional<Predicate> predicate(MapReader from, String key, Wording wording) {
    return from.node(key).flatMap(node -> wording.compile(node, "'" + key + "'"));
  }

  static boolean hasRule(MapReader from) {
    return Kinds.keys().stream().anyMatch(from::has);
  }

  /** The one rule among a mapping's keys; two are an issue. */
  static Optional<Rule> rule(MapReader from, Wording wording) {
    Optional<Rule> found = Optional.empty();
    String first = "";
    for (String key : Kinds.keys()) {
      Optional<Node> value = from.node(key);
      if (value.isPresent()) {
        if (!first.isEmpty()) {
          from.issues()
              .add(
                  value.get().at(),
                  "there is '" + first + "' already; write a second clause for '" + key + "'");
        }
        first = key;
        found = ofKind(key, value.get(), wording);
      }
    }
    return found;
  }

  private static Optional<Rule> ofKind(String key, Node value, Wording wording) {
    Map<SubjectKind, Kind> kinds = Kinds.of(key);
    Kind kind = kinds.get(wording.subject());
    if (kind == null) {
      wording
          .issues()
          .add(
              value.at(),
              "a clause over "
                  + wording.subject().word()
                  + " cannot be '"
                  + key
                  + "'; write `over: "
                  + kinds.keySet().iterator().next().word()
                  + "`");
      return Optional.empty();
    }
    return kind.parse(value, wording);
  }
}
