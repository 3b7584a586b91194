package situs.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;
import situs.document.Units;
import situs.model.Money;

/** Reads one clause. */
final class ClauseReader {
  private static final Set<String> STATUSES = Set.of("published", "reported", "derived", "assumed");
  private static final List<String> LATER_KEYS = List.of("when", "readings", "except", "remedy");
  private static final Set<String> BASES = Set.of("published", "reported", "assumed");

  private final String id;
  private final MapReader keys;
  private final List<String> parties;
  private final Map<SubjectKind, PredicateCompiler> compilers;

  ClauseReader(
      String id,
      MapReader keys,
      List<String> parties,
      Map<SubjectKind, PredicateCompiler> compilers) {
    this.id = id;
    this.keys = keys;
    this.parties = parties;
    this.compilers = compilers;
  }

  Optional<Clause> read() {
    Optional<String> text = keys.requiredText("text", "what the clause says");
    Optional<String> cite = keys.requiredText("cite", "where that is reported");
    String status = keys.oneOf("status", STATUSES).orElse("reported");
    String binds = binds();
    InForce inForce = inForce();
    Optional<SubjectKind> over = ContractFile.subject(keys);
    if (over.isEmpty()) {
      // Without it no predicate can be read, but misspelt keys can be told.
      LATER_KEYS.forEach(keys::node);
      RuleKinds.ALL.keySet().forEach(keys::node);
      keys.done();
      return Optional.empty();
    }
    PredicateCompiler predicates = compilers.get(over.get());
    Optional<Predicate> when = predicate(keys, "when", predicates);
    Optional<Reading> base = rule(keys, predicates).map(r -> new Reading(when, Optional.of(r)));
    Map<String, Reading> readings = readings(when, base, predicates);
    Map<String, Predicate> exceptions = exceptions(predicates);
    Optional<Remedy> remedy = keys.mapping("remedy").flatMap(ClauseReader::remedy);
    keys.done();
    if (text.isEmpty() || cite.isEmpty() || base.isEmpty() && readings.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Clause(
            id,
            text.get(),
            cite.get(),
            status,
            binds,
            inForce,
            over.get(),
            base,
            readings,
            exceptions,
            remedy));
  }

  /** One of the parties, where the contract lists them. */
  private String binds() {
    Optional<String> binds = keys.text("binds");
    if (binds.isPresent() && !parties.isEmpty() && !parties.contains(binds.get())) {
      keys.issues()
          .add(
              keys.at("binds"),
              "'"
                  + binds.get()
                  + "' is no party of this contract"
                  + Names.hint(binds.get(), parties));
    }
    return binds.orElse("");
  }

  private static Optional<Predicate> predicate(
      MapReader from, String key, PredicateCompiler predicates) {
    return from.node(key).flatMap(node -> predicates.compile(node, "'" + key + "'"));
  }

  /** The one rule among a mapping's keys; two are an issue. */
  private static Optional<Rule> rule(MapReader from, PredicateCompiler predicates) {
    Optional<Rule> found = Optional.empty();
    String first = "";
    for (Map.Entry<String, RuleKinds.Parser> kind : RuleKinds.ALL.entrySet()) {
      Optional<Node> value = from.node(kind.getKey());
      if (value.isPresent()) {
        if (!first.isEmpty()) {
          from.issues()
              .add(
                  value.get().at(),
                  "there is '"
                      + first
                      + "' already; write a second clause for '"
                      + kind.getKey()
                      + "'");
        }
        first = kind.getKey();
        found = kind.getValue().parse(value.get(), predicates, from);
      }
    }
    return found;
  }

  private static boolean hasRule(MapReader from) {
    return RuleKinds.ALL.keySet().stream().anyMatch(from::has);
  }

  private Map<String, Reading> readings(
      Optional<Predicate> when, Optional<Reading> base, PredicateCompiler predicates) {
    Map<String, Reading> readings = new LinkedHashMap<>();
    Optional<MapReader> mapping = keys.mapping("readings");
    if (mapping.isEmpty()) {
      if (!hasRule(keys)) {
        keys.issues()
            .add(
                keys.at(),
                "clause '"
                    + id
                    + "' demands nothing; write one of "
                    + String.join(", ", RuleKinds.ALL.keySet())
                    + ", or 'readings'");
      }
      return readings;
    }
    if (mapping.get().entries().isEmpty()) {
      keys.issues().add(keys.at("readings"), "'readings' names none; name one, such as letter");
    }
    for (Node.Entry entry : mapping.get().entries()) {
      MapReader.of(entry.value(), "reading '" + entry.key() + "'", keys.issues())
          .map(reading -> reading(reading, when, base, predicates))
          .ifPresent(reading -> readings.put(entry.key(), reading));
    }
    return readings;
  }

  /** A reading takes from the clause what it does not say itself. */
  private Reading reading(
      MapReader reading,
      Optional<Predicate> when,
      Optional<Reading> base,
      PredicateCompiler predicates) {
    Optional<Predicate> own = predicate(reading, "when", predicates).or(() -> when);
    Optional<Rule> rule = rule(reading, predicates);
    reading.text("basis");
    Optional<String> objects = reading.oneOf("objects", Set.of("never"));
    if (hasRule(reading) && objects.isPresent()) {
      reading
          .issues()
          .add(
              reading.at("objects"),
              "a reading that never objects cannot demand something; leave one of them out");
    }
    if (!hasRule(reading) && objects.isEmpty() && !hasRule(keys)) {
      reading
          .issues()
          .add(
              reading.at(),
              "a reading demands something, or says `objects: never`; write one of "
                  + String.join(", ", RuleKinds.ALL.keySet()));
    }
    reading.done();
    if (objects.isPresent()) {
      return new Reading(own, Optional.empty());
    }
    return new Reading(own, rule.or(() -> base.flatMap(Reading::rule)));
  }

  private Map<String, Predicate> exceptions(PredicateCompiler predicates) {
    Map<String, Predicate> exceptions = new LinkedHashMap<>();
    keys.mapping("except")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                predicates
                    .compile(entry.value(), "exception '" + entry.key() + "'")
                    .ifPresent(p -> exceptions.put(entry.key(), p));
              }
            });
    return exceptions;
  }

  private InForce inForce() {
    Optional<MapReader> mapping = keys.mapping("in-force");
    if (mapping.isEmpty()) {
      return InForce.ALWAYS;
    }
    MapReader dates = mapping.get();
    Optional<Instant> from = date(dates, "from");
    Optional<Instant> until = date(dates, "until");
    dates.done();
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      dates
          .issues()
          .add(
              dates.at("until"),
              "'until' must be after 'from' (" + dates.text("from").orElse("") + ")");
      return InForce.ALWAYS;
    }
    return new InForce(from, until);
  }

  private static Optional<Instant> date(MapReader dates, String key) {
    return dates
        .text(key)
        .flatMap(
            text ->
                dates.parsed(
                    key,
                    text,
                    "a date such as 2026-02-27 or an instant with its zone",
                    ClauseReader::instant));
  }

  /** A day begins at midnight UTC. */
  private static Instant instant(String text) {
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Optional<Remedy> remedy(MapReader keys) {
    Map<String, Remedy.Per> words = new LinkedHashMap<>();
    for (Remedy.Per per : Remedy.Per.values()) {
      words.put(per.word(), per);
    }
    Optional<String> per = keys.requiredText("per", "request");
    if (per.isPresent() && !words.containsKey(per.get())) {
      keys.issues()
          .add(
              keys.at("per"),
              "a remedy cannot be per '" + per.get() + "'" + Names.hint(per.get(), words.keySet()));
    }
    keys.requiredNode("amount", "0.01 USD");
    Optional<Money> amount = keys.decimal("amount", Units.MONEY).map(Money::new);
    keys.requiredNode("basis", "assumed");
    Optional<String> basis = keys.oneOf("basis", BASES);
    keys.done();
    if (amount.isEmpty() || basis.isEmpty()) {
      return Optional.empty();
    }
    return per.map(words::get).map(p -> new Remedy(p, amount.get(), basis.get()));
  }
}
