package situs.contract;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One term of a contract.
 *
 * @param id unique in its contract
 * @param attested what it says, and how well that is known
 * @param binds the party that it binds
 * @param dates when it is in force, as written
 * @param inForce when it is in force, given what has happened
 * @param over what it judges
 * @param base how it is construed where neither a reading nor {@code letter} is named; empty: by
 *     the first reading named
 * @param readings by name, in the order of the file
 * @param profiles how those construe it who are no reading of their own, by name
 * @param remedy what a violation costs
 * @param accepted doubts about it that its drafter leaves
 * @param traits what follows from the rules of its readings
 */
public record Clause(
    String id,
    Attested attested,
    String binds,
    Dates dates,
    InForce inForce,
    SubjectKind over,
    Optional<Reading> base,
    Map<String, Reading> readings,
    Map<String, Reading> profiles,
    Optional<Remedy> remedy,
    List<Acceptance> accepted,
    Traits traits) {

  /**
   * What follows from its rules, so that it need not be asked at every judgement.
   *
   * @param judges whether some reading judges subjects one by one
   * @param needsRun whether only a run can tell, under some reading
   * @param permission whether it forbids nothing, under any reading
   * @param asksBeside whether it asks for terms, events or circumstances
   * @param asksOthers whether it asks for what other clauses permit
   * @param standsApart whether a reading that it does not name construes it as none of those that
   *     it names
   * @param facts that it asks for of a subject: those alike in these are alike to it
   */
  record Traits(
      boolean judges,
      boolean needsRun,
      boolean permission,
      boolean asksBeside,
      boolean asksOthers,
      boolean standsApart,
      List<String> facts) {
    static Traits of(
        SubjectKind over,
        Optional<Reading> base,
        Map<String, Reading> readings,
        Map<String, Reading> profiles) {
      List<Reading> all = constructions(base, readings, profiles).toList();
      List<Rule> rules = all.stream().flatMap(Reading::rules).toList();
      Set<String> facts = new TreeSet<>(Set.of("workload.name"));
      all.forEach(r -> r.predicates().forEach(p -> facts.addAll(p.facts())));
      rules.forEach(rule -> facts.addAll(rule.facts(over)));
      return new Traits(
          // One whose readings all never object is judged, and speaks of nothing.
          rules.isEmpty() || rules.stream().anyMatch(SubjectRule.class::isInstance),
          facts.contains(FirstRefusal.ROOM)
              || rules.stream().anyMatch(r -> r instanceof SubjectRule s && s.needsRun()),
          rules.stream().allMatch(Permit.class::isInstance),
          rules.stream().anyMatch(Rule::asksBeside)
              || all.stream()
                  .flatMap(Reading::predicates)
                  .flatMap(p -> p.facts().stream())
                  .anyMatch(fact -> fact.startsWith("term.") || fact.startsWith("event.")),
          rules.stream().anyMatch(PermittedBy.class::isInstance),
          !readings.isEmpty()
              && !readings.containsKey(Contracts.LETTER)
              && base.filter(b -> readings.values().stream().noneMatch(b::demandsAs)).isPresent(),
          List.copyOf(facts));
    }
  }

  public Clause {
    // In the order of the file, which decides between readings.
    readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
    accepted = List.copyOf(accepted);
    if (base.isEmpty() && readings.isEmpty()) {
      throw new IllegalArgumentException("clause " + id + " has no reading");
    }
  }

  /** What it says, in our words. */
  public String text() {
    return attested.text();
  }

  /** Where that is reported. */
  public String cite() {
    return attested.cite();
  }

  /** Where its words come from, see {@link Attested}. */
  public String status() {
    return attested.status();
  }

  /** How a reading or a profile construes it. */
  Reading reading(String name) {
    Reading named = readings.get(name);
    if (named == null) {
      named = profiles.get(name);
    }
    return named != null ? named : unnamed();
  }

  private Reading unnamed() {
    Reading letter = readings.get(Contracts.LETTER);
    return letter != null ? letter : base.orElseGet(() -> readings.values().iterator().next());
  }

  /** Where {@link #reading} found it, in words. */
  String construedBy(String name) {
    String basis = reading(name).basis().isEmpty() ? "" : " (" + reading(name).basis() + ")";
    if (readings.containsKey(name)) {
      return "by its reading '" + name + "'" + basis;
    }
    if (profiles.containsKey(name)) {
      return "as '" + name + "' reads it" + basis;
    }
    return unnamedWords() + ", for it names no reading '" + name + "'";
  }

  private String unnamedWords() {
    if (readings.containsKey(Contracts.LETTER)) {
      return "by its reading '" + Contracts.LETTER + "'";
    }
    return base.isPresent()
        ? "as it stands"
        : "by its first reading '" + readings.keySet().iterator().next() + "'";
  }

  /** What a reading says of a subject; of a clause that measures: nothing of any subject alone. */
  Verdict judge(Facts subject, String reading, Instant at) {
    return Deliberation.of(reading(reading), subject, at);
  }

  /** Whether a reading of the clause speaks of a subject, so that what it measures counts it. */
  Scope speaksOf(Facts subject, String reading, Instant at) {
    return Deliberation.speaksOf(reading(reading), subject, at);
  }

  /** Whether it permits a subject; a clause that is no permission permits nothing. */
  Truth permits(Facts subject, String reading, Instant at) {
    Reading construed = reading(reading);
    return construed.rule().orElse(null) instanceof Permit permit && over == subject.kind()
        ? Deliberation.speaksOf(construed, subject, at)
            .speaks()
            .and(permit.predicate().test(subject))
        : Truth.FALSE;
  }

  /** Facts without which a condition of a reading cannot be told of a subject. */
  List<String> missing(Facts subject, String reading) {
    return reading(reading)
        .predicates()
        .filter(condition -> condition.test(subject) == Truth.UNKNOWN)
        .flatMap(condition -> condition.missing(subject).stream())
        .distinct()
        .toList();
  }

  /** The rule that a reading measures by; empty where it judges one by one, or never objects. */
  public Optional<TotalRule> measure(String reading) {
    return reading(reading).rule().filter(TotalRule.class::isInstance).map(TotalRule.class::cast);
  }

  /** Every rule of every reading, those of exceptions included. */
  Stream<Rule> rules() {
    return constructions(base, readings, profiles).flatMap(Reading::rules);
  }

  private static Stream<Reading> constructions(
      Optional<Reading> base, Map<String, Reading> readings, Map<String, Reading> profiles) {
    return Stream.of(base.stream(), readings.values().stream(), profiles.values().stream())
        .flatMap(s -> s);
  }

  /** Whether it judges subjects of a kind one by one, under some reading. */
  boolean judges(SubjectKind kind) {
    return over == kind && traits.judges();
  }

  /** Whether only a run can tell, under some reading. */
  public boolean needsRun() {
    return traits.needsRun();
  }

  /** Whether it asks for terms, events or circumstances. */
  boolean asksBeside() {
    return traits.asksBeside();
  }

  /** Whether it asks for what other clauses permit, under some reading. */
  boolean asksOthers() {
    return traits.asksOthers();
  }

  /**
   * Whether it can be construed as none of its readings construes it: where it, or a clause that it
   * asks, does not name what another contract names.
   */
  boolean standsApart() {
    return traits.standsApart() || traits.asksOthers() && !readings.isEmpty();
  }

  /** Of two subjects with the same answer it says the same; empty where others have a say. */
  Optional<List<Object>> asked(Facts subject) {
    if (traits.asksOthers()) {
      return Optional.empty();
    }
    Object[] values = new Object[traits.facts().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = subject.value(traits.facts().get(i));
    }
    return Optional.of(List.of(values));
  }

  /** Whether another demands the same of the same by every reading, whenever. */
  boolean saysAs(Clause other) {
    return over == other.over
        && binds.equals(other.binds)
        && base.equals(other.base)
        && readings.equals(other.readings);
  }

  /** Whether it forbids nothing, under any reading. */
  boolean isPermission() {
    return traits.permission();
  }

  /** Whether it is in force at an instant. */
  public boolean isInForceAt(Instant instant) {
    return inForce.at(instant);
  }

  /** The same, given when what happened. */
  Clause given(Map<String, Instant> happened) {
    UnaryOperator<Map<String, Reading>> all =
        map -> {
          Map<String, Reading> given = new LinkedHashMap<>();
          map.forEach((name, reading) -> given.put(name, reading.given(happened)));
          return given;
        };
    return new Clause(
        id,
        attested,
        binds,
        dates,
        dates.given(happened),
        over,
        base.map(b -> b.given(happened)),
        all.apply(readings),
        all.apply(profiles),
        remedy,
        accepted,
        traits);
  }

  /** The same with other dates. */
  Clause dated(Dates other) {
    return new Clause(
        id, attested, binds, other, inForce, over, base, readings, profiles, remedy, accepted,
        traits);
  }

  /** Instants at which it, or an exception of it, begins or ends to be in force. */
  Stream<Instant> changes() {
    Stream<Proviso> provisos =
        Stream.concat(base.stream(), readings.values().stream())
            .flatMap(r -> r.provisos().stream())
            .flatMap(Clause::withNested);
    return Stream.concat(inForce.changes(), provisos.flatMap(p -> p.inForce().changes()));
  }

  private static Stream<Proviso> withNested(Proviso proviso) {
    return Stream.concat(Stream.of(proviso), proviso.unless().stream().flatMap(Clause::withNested));
  }
}
