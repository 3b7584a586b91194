package situs.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code residency: {within: [europe], of: [at-rest, processing, in-transit]}}: data stays within
 * countries (ISO 3166 codes) or continents. At rest are state stores; processed is data where a
 * runtime or model stands, or where a hop leads; in transit it is at every end of a hop but the
 * client's.
 */
record Residency(List<String> within, Set<Of> of) implements Rule {

  /** In which state of the data. */
  enum Of {
    AT_REST,
    PROCESSING,
    IN_TRANSIT
  }

  static final Map<String, Of> WORDS =
      Map.of("at-rest", Of.AT_REST, "processing", Of.PROCESSING, "in-transit", Of.IN_TRANSIT);

  @Override
  public Truth holds(Facts subject) {
    for (String place : places(subject)) {
      if (missing(subject).isEmpty() && !inside(subject, place)) {
        return Truth.FALSE;
      }
    }
    return missing(subject).isEmpty() ? Truth.TRUE : Truth.UNKNOWN;
  }

  private boolean inside(Facts subject, String place) {
    return within.contains(subject.values().get(place + ".country"))
        || within.contains(subject.values().get(place + ".geography"));
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
      if (!inside(subject, place)) {
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
    return places(subject).stream()
        .map(place -> place + ".country")
        .filter(fact -> !subject.values().containsKey(fact))
        .toList();
  }
}
