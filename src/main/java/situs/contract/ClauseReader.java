package situs.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import situs.document.MapReader;
import situs.document.Names;

/** Reads one clause: what it says of itself; its readings are for {@link ReadingsReader}. */
final class ClauseReader {
  static final Set<String> STATUSES = Set.of("published", "reported", "derived", "assumed");
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
    Optional<String> text = keys.requiredText("text", "what the clause says");
    Optional<String> cite = keys.requiredText("cite", "where that is reported");
    String status = keys.oneOf("status", STATUSES).orElse("reported");
    String binds = binds();
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
    if (text.isEmpty() || cite.isEmpty() || base.isEmpty() && named.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Clause(
            id,
            text.get(),
            cite.get(),
            status,
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

  /** One of the parties, where the contract lists them. */
  private String binds() {
    Optional<String> binds = keys.text("binds");
    List<String> parties = lexicon.parties();
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
