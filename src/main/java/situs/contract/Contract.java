package situs.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dated text between parties, with its amendments worked in.
 *
 * @param home the provider that it makes the home of what it binds
 * @param terms what the text leaves open or settles, by name; an open one is empty
 * @param events that its dates wait for
 * @param clauses with all amendments worked in
 * @param amendments that were worked in, in order
 * @param recorded what is reported beside the clauses
 * @param profiles choices of readings that it names, parties included
 */
public record Contract(
    String name,
    List<String> parties,
    Optional<String> home,
    Map<String, Optional<Boolean>> terms,
    Collection<String> events,
    Collection<String> profiles,
    List<Clause> clauses,
    List<Amendment> amendments,
    List<Recorded> recorded) {
  public Contract {
    parties = List.copyOf(parties);
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    events = List.copyOf(events);
    profiles = List.copyOf(profiles);
    clauses = List.copyOf(clauses);
    amendments = List.copyOf(amendments);
    recorded = List.copyOf(recorded);
  }

  /** The same, given what has happened and how open terms were settled. */
  Contract given(Circumstances circumstances) {
    Map<String, Optional<Boolean>> settled = new LinkedHashMap<>(terms);
    settled.replaceAll(
        (term, value) -> Optional.ofNullable(circumstances.terms().get(term)).or(() -> value));
    return new Contract(
        name,
        parties,
        home,
        settled,
        events,
        profiles,
        clauses.stream().map(c -> c.given(circumstances.events())).toList(),
        amendments,
        recorded);
  }

  /** The terms that are settled, and which events have happened, as facts. */
  Map<String, Object> facts(Map<String, Instant> happened, Instant at) {
    Map<String, Object> facts = new LinkedHashMap<>();
    terms.forEach((name, value) -> value.ifPresent(v -> facts.put("term." + name, v)));
    for (String event : events) {
      Instant on = happened.get(event);
      facts.put(eventFact(event), on != null && !on.isAfter(at));
    }
    return facts;
  }

  static String eventFact(String event) {
    return "event." + event.replace('-', '_');
  }

  /**
   * A clause that takes what it asks before another counts.
   *
   * @param rule by which a reading of it measures
   */
  public record First(Clause clause, TotalRule rule) {}

  /** What comes before a rule, as the same reading construes it; empty where nothing does. */
  public Optional<First> first(TotalRule rule, String reading) {
    return rule.beyond()
        .flatMap(id -> clauses.stream().filter(c -> c.id().equals(id)).findFirst())
        .flatMap(clause -> clause.measure(reading).map(r -> new First(clause, r)));
  }
}
