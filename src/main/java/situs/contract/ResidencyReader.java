package situs.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import situs.document.MapReader;
import situs.document.Names;
import situs.document.Node;
import situs.model.Geography;

/** Reads {@link Residency}. */
final class ResidencyReader {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private ResidencyReader() {}

  static Optional<Residency> read(Node value, Wording wording) {
    Optional<MapReader> read = MapReader.of(value, "'residency'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    List<String> within =
        keys.requiredNode("within", "[europe]")
            .map(node -> RuleKeys.words(node, keys))
            .orElse(List.of());
    Set<Residency.Of> of = states(keys);
    vacuous(wording.subject(), of, keys);
    within.forEach(word -> place(word, keys));
    keys.done();
    return within.isEmpty() ? Optional.empty() : Optional.of(new Residency(within, Set.copyOf(of)));
  }

  private static Set<Residency.Of> states(MapReader keys) {
    Set<Residency.Of> of = new LinkedHashSet<>();
    for (String word : keys.texts("of")) {
      Optional.ofNullable(Residency.WORDS.get(word))
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
    return of;
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

  /**
   * A union of countries has no code, and a continent no capitals: neither would match anything.
   */
  private static void place(String word, MapReader keys) {
    boolean continent = word.equals(word.toLowerCase(Locale.ROOT));
    if (continent && !Geography.NAMES.contains(word)) {
      keys.issues()
          .add(
              keys.at("within"),
              "no continent is called '%s', and countries are in capitals, such as DE%s"
                  .formatted(word, Names.hint(word, Geography.NAMES)));
    }
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
}
