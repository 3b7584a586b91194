package situs.contract;

import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.document.Issues;
import situs.document.MapReader;
import situs.document.Names;

/** What the clauses of one contract may speak of: its parties, words, events and profiles. */
final class Lexicon {
  private final List<String> parties;
  private final List<Construction> profiles;
  private final ZoneId zone;
  private final DatesReader dates;
  private final Words words = new Words();

  // One compiler for each kind of subject serves all clauses: making one is not cheap.
  private final Map<SubjectKind, PredicateCompiler> compilers = new EnumMap<>(SubjectKind.class);

  /**
   * @param zone whose days and hours dates and periods are
   */
  Lexicon(
      List<String> parties,
      List<Construction> profiles,
      Collection<String> terms,
      Collection<String> events,
      ZoneId zone,
      Issues issues) {
    this.parties = parties;
    this.profiles = profiles;
    this.zone = zone;
    this.dates = new DatesReader(events, zone, issues);
    Set<String> facts = new LinkedHashSet<>();
    terms.forEach(term -> facts.add("term." + term));
    events.forEach(event -> facts.add(Contract.eventFact(event)));
    for (SubjectKind kind : SubjectKind.WRITTEN) {
      compilers.put(kind, new PredicateCompiler(kind, facts, issues));
    }
  }

  List<String> parties() {
    return parties;
  }

  /** One of the parties, where the contract lists them; empty without the key. */
  String party(MapReader keys, String key) {
    Optional<String> party = keys.text(key);
    party
        .filter(named -> !parties.isEmpty() && !parties.contains(named))
        .ifPresent(
            unknown ->
                keys.issues()
                    .add(
                        keys.at(key),
                        "'%s' is no party of this contract%s"
                            .formatted(unknown, Names.hint(unknown, parties))));
    return party.orElse("");
  }

  /** Choices of readings that can be asked for by name. */
  List<Construction> profiles() {
    return profiles;
  }

  DatesReader dates() {
    return dates;
  }

  Words words() {
    return words;
  }

  void define(Definition word) {
    words.add(word);
    Optional.ofNullable(compilers.get(word.over())).ifPresent(c -> c.define(word.name()));
  }

  /** How conditions over a kind of subject are read under a choice of readings. */
  Wording wording(SubjectKind over, Construction construction) {
    return new Wording(
        Optional.ofNullable(compilers.get(over)).orElseThrow(), words, construction, zone);
  }
}
