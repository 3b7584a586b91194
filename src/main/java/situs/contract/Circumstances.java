package situs.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scenario knows beside the run and that contracts ask for. What is not stated is unknown.
 *
 * @param readings under which to judge; empty: under all that the contracts name
 * @param events when each happened; one that is not here has not happened
 * @param terms of contracts that their text leaves open
 * @param notices when notice of a change was given, by its name; empty: never
 * @param releases when a workload was first offered by a provider; empty: never
 * @param answers how long a provider takes to answer an offer
 * @param besides what is bought or paid outside the scenario, by clause, in the unit of the clause
 *     and for its period
 * @param carried what was bought too much before, by clause
 * @param revenue what customers pay, by workload
 */
public record Circumstances(
    List<String> readings,
    Map<String, Instant> events,
    Map<String, Boolean> terms,
    Map<String, Optional<Instant>> notices,
    Map<String, Map<String, Optional<Instant>>> releases,
    Map<String, Duration> answers,
    Map<String, BigDecimal> besides,
    Map<String, BigDecimal> carried,
    Map<String, Fee> revenue) {
  private static final String BESIDES = "besides.";
  private static final String REVENUE = "revenue.";

  public static final Circumstances NONE =
      new Circumstances(
          List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
          Map.of());

  public Circumstances {
    readings = List.copyOf(readings);
    events = Map.copyOf(events);
    terms = Map.copyOf(terms);
    notices = Map.copyOf(notices);
    // The order of the file is the order of messages.
    releases = Collections.unmodifiableMap(new LinkedHashMap<>(releases));
    answers = Map.copyOf(answers);
    besides = Map.copyOf(besides);
    carried = Map.copyOf(carried);
    revenue = Map.copyOf(revenue);
  }

  /** The same with the readings to judge under. */
  Circumstances withReadings(List<String> asked) {
    return new Circumstances(
        asked, events, terms, notices, releases, answers, besides, carried, revenue);
  }

  /** The name of what is bought or paid outside the scenario. */
  static String besides(Clause clause) {
    return BESIDES + clause.id();
  }

  /** The name of what customers pay for a workload. */
  static String revenue(Object workload) {
    return REVENUE + workload;
  }

  /** Whether what goes by that name is stated. */
  boolean states(String name) {
    return name.startsWith(BESIDES)
        ? besides.containsKey(name.substring(BESIDES.length()))
        : revenue.containsKey(name.substring(REVENUE.length()));
  }

  /** What they add to the facts of a subject at an instant. */
  Map<String, Object> facts(Facts subject, Instant at) {
    Map<String, Object> facts = new LinkedHashMap<>();
    notices.forEach((name, given) -> facts.put(Notice.fact(name), since(given, at)));
    answers.forEach((who, time) -> facts.put(FirstRefusal.fact(who), (double) time.getSeconds()));
    subject
        .value("workload.name")
        .map(releases::get)
        .ifPresent(
            dates -> dates.forEach((by, on) -> facts.put(ShipsFirst.fact(by), since(on, at))));
    return facts;
  }

  /** Seconds since something; minus infinity if it never was. */
  private static Double since(Optional<Instant> event, Instant at) {
    return event.map(e -> Duration.between(e, at).toNanos() / 1e9).orElse(Double.NEGATIVE_INFINITY);
  }
}
