package situs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code residency: {within: [europe], of: [at-rest, processing, in-transit]}}: data stays within
 * countries (ISO 3166 codes) or continents. At rest are state stores; processed is data where a
 * runtime or model stands, or where a hop leads; in transit it is at every end of a hop but the
 * client's.
 */
record Residency(List<String> within, Set<Of> of) implements Rule {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** In which state of the data. */
  enum Of {
    AT_REST,
    PROCESSING,
    IN_TRANSIT
  }

  static final Map<String, Of> WORDS =
      Map.of("at-rest", Of.AT_REST, "processing", Of.PROCESSING, "in-transit", Of.IN_TRANSIT);

  /** The states of data that a kind of subject can have. */
  static Set<Of> statesOf(SubjectKind subject) {
    return subject == SubjectKind.PLACEMENT
        ? Set.of(Of.AT_REST, Of.PROCESSING)
        : Set.of(Of.PROCESSING, Of.IN_TRANSIT);
  }

  /** Whether a word can name a place: a country's code, or a continent in lower case. */
  static boolean isPlace(String word) {
    return COUNTRIES.contains(word) || word.matches("[a-z][a-z-]*");
  }

  @Override
  public Truth holds(Facts subject) {
    Optional<List<String>> places = places(subject);
    if (places.isEmpty()) {
      return Truth.UNKNOWN;
    }
    List<Truth> inside = places.get().stream().map(place -> inside(subject, place)).toList();
    if (inside.contains(Truth.FALSE)) {
      return Truth.FALSE;
    }
    return inside.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.TRUE;
  }

  private Truth inside(Facts subject, String place) {
    boolean known = true;
    for (String fact : factsOf(place)) {
      Object value = subject.values().get(fact);
      if (value != null && within.contains(value)) {
        return Truth.TRUE;
      }
      known &= value != null;
    }
    return known ? Truth.FALSE : Truth.UNKNOWN;
  }

  /** The facts that say whether a place is within: countries, continents, or both are listed. */
  private List<String> factsOf(String place) {
    List<String> facts = new ArrayList<>();
    if (within.stream().anyMatch(COUNTRIES::contains)) {
      facts.add(place + ".country");
    }
    if (!within.stream().allMatch(COUNTRIES::contains)) {
      facts.add(place + ".geography");
    }
    return facts;
  }

  /** Prefixes of the places that the rule looks at; empty where the facts do not tell. */
  private Optional<List<String>> places(Facts subject) {
    return subject.kind() == SubjectKind.PLACEMENT ? placement(subject) : hop(subject);
  }

  private Optional<List<String>> placement(Facts subject) {
    if (of.containsAll(statesOf(SubjectKind.PLACEMENT))) {
      return Optional.of(List.of("placement"));
    }
    return Optional.ofNullable(subject.values().get("component"))
        .map(component -> component.equals("state") ? Of.AT_REST : Of.PROCESSING)
        .map(state -> of.contains(state) ? List.of("placement") : List.of());
  }

  private Optional<List<String>> hop(Facts subject) {
    if (!of.contains(Of.IN_TRANSIT)) {
      return Optional.of(of.contains(Of.PROCESSING) ? List.of("target") : List.of());
    }
    return Optional.ofNullable(subject.values().get("hop.from"))
        .map(from -> from.equals("client") ? List.of("target") : List.of("source", "target"));
  }

  @Override
  public String reason(Facts subject) {
    StringBuilder reason = new StringBuilder("data stays within " + String.join(", ", within));
    for (String place : places(subject).orElse(List.of())) {
      if (inside(subject, place) == Truth.FALSE) {
        reason.append("; ").append(place).append(".region is ");
        reason.append(shown(subject, place + ".region")).append(", in ");
        reason.append(shown(subject, place + ".country"));
      }
    }
    return reason.toString();
  }

  private static String shown(Facts subject, String fact) {
    Object value = subject.values().get(fact);
    return value == null
        ? "(unknown)"
        : fact.endsWith(".region") ? "\"" + value + "\"" : "" + value;
  }

  @Override
  public Doubt doubt(Facts subject) {
    Optional<List<String>> places = places(subject);
    if (places.isEmpty()) {
      return Doubt.missing(
          List.of(subject.kind() == SubjectKind.PLACEMENT ? "component" : "hop.from"));
    }
    return Doubt.missing(
        places.get().stream()
            .filter(place -> inside(subject, place) == Truth.UNKNOWN)
            .flatMap(place -> factsOf(place).stream())
            .filter(fact -> !subject.values().containsKey(fact))
            .toList());
  }
}
