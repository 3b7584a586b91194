package situs.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import situs.contract.Draft.Exempt;
import situs.contract.Draft.Profile;
import situs.contract.Draft.Rival;
import situs.contract.Draft.Term;
import situs.contract.Draft.Way;
import situs.contract.Draft.Word;

/**
 * How a clause is construed under a name: that of a reading, a party or a profile.
 *
 * @param demand empty: it never objects
 * @param meaning what its words are taken to mean
 */
record SlowReading(
    Optional<Condition> when,
    Optional<Demand> demand,
    List<Exempt> exempt,
    Function<Word, Condition> meaning) {

  static SlowReading of(Draft draft, Term term, String asked) {
    Optional<Profile> profile =
        draft.parties().contains(asked)
            ? Optional.of(new Profile(Optional.empty(), Map.of()))
            : Optional.ofNullable(draft.profiles().get(asked));
    if (profile.isPresent()) {
      Function<Rival, Optional<String>> picked = rival -> picked(profile.get(), asked, rival);
      return of(term, picked.apply(term), word -> meaning(word, picked.apply(word)));
    }
    // Nobody names the reading: it is the letter, else as it stands, else the first, words and all.
    String reading =
        names(term, asked)
            ? asked
            : names(term, "letter") || term.demand().isPresent() ? "letter" : term.named().get(0);
    return of(term, Optional.of(reading), word -> meaning(word, Optional.of(reading)));
  }

  private static boolean names(Term term, String reading) {
    return term.ways().containsKey(reading)
        || term.conditions()
            .flatMap(Condition::words)
            .anyMatch(word -> word.readings().containsKey(reading));
  }

  /** The one picked, else that of the one who asks, else the profile's default. */
  private static Optional<String> picked(Profile profile, String asked, Rival rival) {
    return Optional.ofNullable(profile.picks().get(rival.name()))
        .or(() -> rival.named().stream().filter(r -> rival.readBy(r).contains(asked)).findFirst())
        .or(() -> profile.preset().filter(rival.named()::contains))
        .or(() -> Optional.of("letter"));
  }

  /** Of a reading that the word does not have: by its letter, as it stands, or by its first. */
  private static Condition meaning(Word word, Optional<String> reading) {
    return reading
        .map(word.readings()::get)
        .or(() -> Optional.ofNullable(word.readings().get("letter")))
        .or(word::base)
        .orElseGet(() -> word.readings().get(word.named().get(0)));
  }

  /** Of a reading that the clause does not have: by its letter, as it stands, or by its first. */
  private static SlowReading of(
      Term term, Optional<String> reading, Function<Word, Condition> meaning) {
    Optional<Way> first =
        term.demand().isPresent()
            ? Optional.empty()
            : Optional.of(term.ways().get(term.named().get(0)));
    Optional<Way> letter = Optional.ofNullable(term.ways().get("letter"));
    Optional<Way> way = reading.map(term.ways()::get).or(() -> letter).or(() -> first);
    Optional<Demand> demand = way.flatMap(Way::demand).or(term::demand);
    return new SlowReading(
        way.flatMap(Way::when).or(term::when),
        demand.filter(d -> way.stream().noneMatch(Way::never)),
        term.exempt(),
        meaning);
  }

  Stream<Demand> demands() {
    return Stream.concat(demand.stream(), exempt.stream().flatMap(Exempt::demands));
  }

  /** Everything in its conditions. */
  Stream<Condition> conditions(Condition.World world) {
    return Stream.of(
            when.stream(),
            demand.stream().flatMap(Demand::conditions),
            exempt.stream().flatMap(Exempt::conditions))
        .flatMap(s -> s)
        .flatMap(condition -> condition.all(world));
  }
}
