package situs.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import situs.document.MapReader;
import situs.document.Names;

/** Reads one clause: what it says of itself; its readings are for {@link ReadingsReader}. */
final class ClauseReader {
  private static final List<String> LATER_KEYS = List.of("when", "readings", "except", "remedy");

  private final String id;
  private final MapReader keys;
  private final Lexicon lexicon;
  private final Optional<Moment> amended;

  /**
   * @param amended when the amendment that brings it takes effect; empty: none does
   */
  ClauseReader(String id, MapReader keys, Lexicon lexicon, Optional<Moment> amended) {
    this.id = id;
    this.keys = keys;
    this.lexicon = lexicon;
    this.amended = amended;
  }

  Optional<Clause> read() {
    Optional<Attested> attested = Attested.required(keys, "what the clause says");
    String binds = lexicon.party(keys, "binds");
    Dates dates = lexicon.dates().read(keys, amended);
    List<Acceptance> accepted = AcceptReader.read(keys);
    Optional<SubjectKind> over = subject(keys);
    if (over.isEmpty()) {
      // Without it no predicate can be read, but misspelt keys can be told.
      LATER_KEYS.forEach(keys::node);
      Kinds.keys().forEach(keys::node);
      keys.done();
      return Optional.empty();
    }
    ReadingsReader readings = new ReadingsReader(id, keys, over.get(), lexicon);
    Optional<Reading> base = readings.base();
    Map<String, Reading> named = readings.named();
    Map<String, Reading> profiles = readings.profiles();
    List<Rule> rules =
        Stream.of(base.stream(), named.values().stream(), profiles.values().stream())
            .flatMap(all -> all)
            .flatMap(reading -> reading.rule().stream())
            .toList();
    Optional<Remedy> remedy =
        keys.mapping("remedy").flatMap(r -> RemedyReader.read(r, over.get(), rules));
    keys.done();
    if (attested.isEmpty() || base.isEmpty() && named.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Clause(
            id,
            attested.get(),
            binds,
            dates,
            dates.given(Map.of()),
            over.get(),
            base,
            named,
            profiles,
            remedy,
            accepted,
            Clause.Traits.of(over.get(), base, named, profiles)));
  }

  /** What a clause or word is over. */
  static Optional<SubjectKind> subject(MapReader clause) {
    List<String> words = SubjectKind.WRITTEN.stream().map(SubjectKind::word).toList();
    Optional<String> word = clause.requiredText("over", "route");
    if (word.isPresent() && !words.contains(word.get())) {
      clause
          .issues()
          .add(
              clause.at("over"),
              "a clause cannot be over '" + word.get() + "'" + Names.hint(word.get(), words));
    }
    return word.map(words::indexOf).filter(i -> i >= 0).map(SubjectKind.WRITTEN::get);
  }
}
