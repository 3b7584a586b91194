package situs.contract;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import situs.document.Document;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;

/** Reads a contract file; the format is described in docs/contracts.md. */
public final class ContractFile {
  private static final Map<String, Optional<Boolean>> TERM_WORDS =
      Map.of("yes", Optional.of(true), "no", Optional.of(false), "open", Optional.<Boolean>empty());

  /** Each condition takes a millisecond to check, and no agreement has as many terms. */
  private static final int MOST_CLAUSES = 2_000;

  private ContractFile() {}

  /** The contract in a file; empty when something is wrong, which is then among the issues. */
  public static Optional<Contract> read(Path path, Issues issues) {
    int before = issues.all().size();
    return Document.read(path, issues)
        .flatMap(root -> of(root, issues))
        .filter(contract -> issues.all().size() == before);
  }

  /** Those of files that hold a contract, each once; the others may hold anything. */
  public static List<Path> among(Collection<Path> files) {
    return files.stream().distinct().filter(ContractFile::holdsOne).toList();
  }

  private static boolean holdsOne(Path file) {
    return Document.read(file, new Issues())
        .filter(Node.Mapping.class::isInstance)
        .map(root -> ((Node.Mapping) root).entries().containsKey("contract"))
        .orElse(false);
  }

  /** The contract in a document that has been read. */
  public static Optional<Contract> of(Node root, Issues issues) {
    return of(root, issues, List.of());
  }

  /** The same with profiles of the caller's own. */
  static Optional<Contract> of(Node root, Issues issues, List<Construction> more) {
    int before = issues.all().size();
    Optional<MapReader> read = MapReader.of(root, "a contract", issues);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    Optional<String> name = keys.requiredText("contract", "microsoft-openai");
    keys.text("title");
    List<String> parties = keys.texts("parties");
    Optional<String> home = keys.text("home");
    Map<String, Optional<Boolean>> terms = terms(keys);
    Collection<String> events = events(keys);
    Lexicon lexicon =
        new Lexicon(
            parties, profiles(keys, parties, more), terms.keySet(), events, zone(keys), issues);
    new DefinitionReader(lexicon).read(keys);
    Map<String, Clause> clauses = clauses(keys, lexicon);
    List<Amendment> amendments =
        new AmendmentReader(lexicon, clauses, keys.keysOf("clauses")).read(keys);
    List<Recorded> recorded = new RecordedReader(lexicon).read(keys);
    keys.done();
    ClauseChecks checks = new ClauseChecks(clauses, lexicon.words(), keys);
    checks.permissions();
    checks.commitments();
    checks.profiles();
    checks.holders();
    return issues.all().size() > before
        ? Optional.empty()
        : name.map(
            n ->
                new Contract(
                    n,
                    parties,
                    home,
                    terms,
                    events,
                    lexicon.profiles().stream().map(Construction::name).toList(),
                    List.copyOf(clauses.values()),
                    amendments,
                    recorded));
  }

  private static Map<String, Optional<Boolean>> terms(MapReader keys) {
    Map<String, Optional<Boolean>> terms = new LinkedHashMap<>();
    keys.mapping("terms")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                // Declared even when its value is wrong, so that its uses are not wrong as well.
                Optional<String> word = mapping.oneOf(entry.key(), Set.of("yes", "no", "open"));
                terms.put(entry.key(), TERM_WORDS.get(word.orElse("open")));
              }
            });
    return terms;
  }

  /** Whose days and hours are meant. */
  private static ZoneId zone(MapReader keys) {
    Optional<String> name = keys.text("zone");
    Optional<ZoneId> zone = name.flatMap(Zones::named);
    if (name.isPresent() && zone.isEmpty()) {
      keys.issues()
          .add(
              keys.at("zone"),
              "'zone' must be a time zone such as America/Los_Angeles or UTC, is '%s'%s"
                  .formatted(name.get(), Names.hint(name.get(), Zones.names())));
    }
    return zone.orElse(ZoneOffset.UTC);
  }

  /** Events by name, each with what it is. */
  private static Collection<String> events(MapReader keys) {
    List<String> events = new ArrayList<>();
    keys.mapping("events")
        .ifPresent(
            mapping ->
                mapping
                    .entries()
                    .forEach(
                        entry -> {
                          mapping.text(entry.value(), "event '" + entry.key() + "'");
                          events.add(entry.key());
                        }));
    return events;
  }

  /** Profiles, and every party as one that chooses nothing but what is read by it. */
  private static List<Construction> profiles(
      MapReader keys, List<String> parties, List<Construction> more) {
    Map<String, Construction> profiles = new LinkedHashMap<>();
    parties.forEach(p -> profiles.put(p, new Construction(p, Optional.empty(), Map.of())));
    keys.mapping("profiles")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                MapReader.of(entry.value(), "profile '" + entry.key() + "'", keys.issues())
                    .ifPresent(own -> profiles.put(entry.key(), profile(entry.key(), own)));
              }
            });
    List<Construction> all = more.stream().map(choice -> resolved(choice, profiles)).toList();
    return Stream.concat(all.stream(), profiles.values().stream()).toList();
  }

  /** A choice whose preset is a profile: that profile with the choice's picks. */
  private static Construction resolved(Construction choice, Map<String, Construction> profiles) {
    return choice
        .preset()
        .map(profiles::get)
        .map(profile -> profile.with(choice.name(), choice.picks()))
        .orElse(choice);
  }

  private static Construction profile(String name, MapReader keys) {
    Optional<String> preset = keys.text("default");
    Map<String, String> picks = new LinkedHashMap<>();
    keys.mapping("readings")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                mapping
                    .text(entry.value(), "'" + entry.key() + "'")
                    .ifPresent(reading -> picks.put(entry.key().replace('-', '_'), reading));
                mapping
                    .text(entry.value(), "'" + entry.key() + "'")
                    .ifPresent(reading -> picks.put(entry.key(), reading));
              }
            });
    keys.done();
    return new Construction(name, preset, picks);
  }

  private static Map<String, Clause> clauses(MapReader keys, Lexicon lexicon) {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    keys.requiredNode("clauses", "{models-on-azure: {…}}");
    keys.mapping("clauses")
        .ifPresent(
            mapping -> {
              for (Node.Entry entry : mapping.entries()) {
                clause(entry, mapping, lexicon, clauses.keySet(), Optional.empty())
                    .ifPresent(clause -> clauses.put(clause.id(), clause));
              }
            });
    return clauses;
  }

  /**
   * One clause; an id that is taken is an issue, and so is one clause too many.
   *
   * @param amended when the amendment that brings it takes effect; empty: none does
   */
  static Optional<Clause> clause(
      Node.Entry entry,
      MapReader mapping,
      Lexicon lexicon,
      Set<String> taken,
      Optional<Moment> amended) {
    if (taken.contains(entry.key())) {
      mapping.issues().add(entry.at(), "there is a clause '" + entry.key() + "' already");
    }
    if (taken.size() >= MOST_CLAUSES) {
      mapping
          .issues()
          .add(
              mapping.at(),
              "more than %,d clauses; divide the contract into several".formatted(MOST_CLAUSES));
      return Optional.empty();
    }
    return MapReader.of(entry.value(), "clause '" + entry.key() + "'", mapping.issues())
        .flatMap(clause -> new ClauseReader(entry.key(), clause, lexicon, amended).read());
  }
}
