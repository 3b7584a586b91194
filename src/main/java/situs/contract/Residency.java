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
    if (!missingRole(subject).isEmpty()) {
      return Truth.UNKNOWN;
    }
    return places(subject).stream()
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

  /** What must be known to tell which places count; empty when it is, or makes no difference. */
  private List<String> missingRole(Facts subject) {
    boolean placement = subject.kind() == SubjectKind.PLACEMENT;
    String role = placement ? "component" : "hop.from";
    boolean matters =
        placement
            ? of.contains(Of.AT_REST) != of.contains(Of.PROCESSING)
            : of.contains(Of.IN_TRANSIT);
    return matters && !subject.values().containsKey(role) ? List.of(role) : List.of();
  }

  /** Prefixes of the places of the subject that the rule looks at. */
  private List<String> places(Facts subject) {
    if (subject.kind() == SubjectKind.PLACEMENT) {
      boolean state = "state".equals(subject.values().get("component"));
      return of.contains(state ? Of.AT_REST : Of.PROCESSING) ? List.of("placement") : List.of();
    }
    if (of.contains(Of.IN_TRANSIT)) {
      boolean fromClient = "client".equals(subject.values().get("hop.from"));
      return fromClient ? List.of("target") : List.of("source", "target");
    }
    return of.contains(Of.PROCESSING) ? List.of("target") : List.of();
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
    List<String> role = missingRole(subject);
    if (!role.isEmpty()) {
      return role;
    }
    return places(subject).stream()
        .flatMap(place -> facts(place).stream())
        .filter(fact -> !subject.values().containsKey(fact))
        .toList();
  }
}
