package situs.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code residency: {within: [europe], of: [at-rest, processing, in-transit]}}: data stays within
 * countries (ISO 3166 codes) or continents. At rest are state stores; processed is data where a
 * runtime or model stands, or where a hop leads; in transit it is at every end of a hop but the
 * client's.
 */
record Residency(List<String> within, Set<Of> of) implements SubjectRule {
  static final Kind KIND =
      new Kind(
          "residency",
          List.of(SubjectKind.PLACEMENT, SubjectKind.ROUTE),
          "at rest: state stores; processing: runtimes and models, and where a hop leads; in transit:"
              + " both ends of a hop but the client",
          List.of(
              "within: ISO 3166 codes of countries in capitals, continents in small letters",
              "of: some of `at-rest`, `processing`, `in-transit`; without, all three"),
          """
          over: placement
          residency: {within: [DE, FR], of: [at-rest, processing]}
          """,
          ResidencyReader::read);

  /** In which state of the data. */
  enum Of {
    AT_REST,
    PROCESSING,
    IN_TRANSIT
  }

  static final Map<String, Of> WORDS =
      Map.of("at-rest", Of.AT_REST, "processing", Of.PROCESSING, "in-transit", Of.IN_TRANSIT);

  /** Whether a word of {@code within} is written as a country's code; else it is a continent. */
  static boolean isCountry(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  @Override
  public List<String> facts(SubjectKind over) {
    return over == SubjectKind.PLACEMENT
        ? List.of("component", "placement.country", "placement.geography", "placement.region")
        : List.of(
            "hop.from",
            "source.country",
            "source.geography",
            "source.region",
            "target.country",
            "target.geography",
            "target.region");
  }

  @Override
  public Truth holds(Facts subject) {
    List<Truth> all = roles(subject).stream().map(r -> holds(subject, r)).distinct().toList();
    return all.size() == 1 ? all.get(0) : Truth.UNKNOWN;
  }

  private Truth holds(Facts subject, String role) {
    return places(subject.kind(), role).stream()
        .map(place -> inside(subject, place))
        .reduce(Truth.TRUE, Truth::and);
  }

  private Truth inside(Facts subject, String place) {
    return facts(place).stream()
        .map(fact -> Optional.ofNullable(subject.values().get(fact)))
        .map(value -> value.map(v -> Truth.of(within.contains(v))).orElse(Truth.UNKNOWN))
        .reduce(Truth.FALSE, Truth::or);
  }

  /** The facts of a place that {@code within} speaks of. */
  private List<String> facts(String place) {
    List<String> facts = new ArrayList<>();
    if (within.stream().anyMatch(Residency::isCountry)) {
      facts.add(place + ".country");
    }
    if (!within.stream().allMatch(Residency::isCountry)) {
      facts.add(place + ".geography");
    }
    return facts;
  }

  private static String roleFact(SubjectKind kind) {
    return kind == SubjectKind.PLACEMENT ? "component" : "hop.from";
  }

  /** What tells which places count; where it is unknown, one of each sort that there is. */
  private static List<String> roles(Facts subject) {
    return subject
        .value(roleFact(subject.kind()))
        .map(role -> List.of(role.toString()))
        .orElse(
            subject.kind() == SubjectKind.PLACEMENT
                ? List.of("state", "model")
                : List.of("client", "runtime"));
  }

  /** Prefixes of the places that the rule looks at. */
  private List<String> places(SubjectKind kind, String role) {
    if (kind == SubjectKind.PLACEMENT) {
      Of counts = role.equals("state") ? Of.AT_REST : Of.PROCESSING;
      return of.contains(counts) ? List.of("placement") : List.of();
    }
    if (of.contains(Of.IN_TRANSIT)) {
      return role.equals("client") ? List.of("target") : List.of("source", "target");
    }
    return of.contains(Of.PROCESSING) ? List.of("target") : List.of();
  }

  /** Those that count whatever is unknown of the subject's role. */
  private List<String> places(Facts subject) {
    List<List<String>> all =
        roles(subject).stream().map(role -> places(subject.kind(), role)).toList();
    return all.get(0).stream().filter(p -> all.stream().allMatch(o -> o.contains(p))).toList();
  }

  @Override
  public String reason(Facts subject) {
    StringBuilder reason = new StringBuilder("data stays within " + String.join(", ", within));
    for (String place : places(subject)) {
      if (inside(subject, place) == Truth.FALSE) {
        reason
            .append("; ")
            .append(place)
            .append(".region is \"")
            .append(subject.values().get(place + ".region"))
            .append("\", in ")
            .append(subject.values().get(place + ".country"));
      }
    }
    return reason.toString();
  }

  @Override
  public List<String> missing(Facts subject) {
    List<String> roles = roles(subject);
    Stream<String> role =
        roles.stream().map(r -> holds(subject, r)).distinct().count() > 1
            ? Stream.of(roleFact(subject.kind()))
            : Stream.empty();
    Stream<String> places =
        roles.stream()
            .flatMap(r -> places(subject.kind(), r).stream())
            .distinct()
            .filter(place -> inside(subject, place) == Truth.UNKNOWN)
            .flatMap(place -> facts(place).stream())
            .filter(fact -> subject.value(fact).isEmpty());
    return Stream.concat(role, places).toList();
  }
}
