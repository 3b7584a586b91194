package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The contracts of a scenario, under its circumstances. */
public record Contracts(List<Contract> contracts, Circumstances circumstances) {
  public static final Contracts NONE = new Contracts(List.of());

  /** The reading of what names none. */
  public static final String LETTER = "letter";

  public Contracts {
    contracts = contracts.stream().map(c -> c.given(circumstances)).toList();
  }

  /** Under no circumstances that are known. */
  public Contracts(List<Contract> contracts) {
    this(contracts, Circumstances.NONE);
  }

  /** The same under other circumstances. */
  public Contracts under(Circumstances other) {
    return new Contracts(contracts, other);
  }

  /** The same, judged under some of what can be asked for by name. */
  public Contracts read(List<String> asked) {
    return under(circumstances.withReadings(asked));
  }

  /**
   * The readings to judge under: those that the circumstances ask for, else all that any clause
   * names, in order of first sight, and {@code letter} where a clause stands otherwise than it is
   * read; a clause that does not name one of them is construed by its {@code letter}, else as it
   * stands, else by its first.
   */
  public List<String> readings() {
    return circumstances.readings().isEmpty() ? named() : circumstances.readings();
  }

  /** What can be asked for by name: readings, profiles and parties. */
  public List<String> choices() {
    return Stream.concat(named().stream(), profiles().stream()).distinct().toList();
  }

  /**
   * What any clause names; and {@code letter} first where none does, but would be read as it stands
   * if another contract named it: no contract may soften what another says.
   */
  private List<String> named() {
    Set<String> names = new LinkedHashSet<>();
    clauseStream().forEach(clause -> names.addAll(clause.readings().keySet()));
    boolean apart = names.isEmpty() || clauseStream().anyMatch(Clause::standsApart);
    return names.contains(LETTER) || contracts.isEmpty() || !apart
        ? List.copyOf(names)
        : Stream.concat(Stream.of(LETTER), names.stream()).toList();
  }

  private List<String> profiles() {
    return names(c -> c.profiles().stream());
  }

  /** Events that some contract waits for. */
  List<String> events() {
    return names(c -> c.events().stream());
  }

  /** Terms that some contract settles or leaves open. */
  List<String> terms() {
    return names(c -> c.terms().keySet().stream());
  }

  /** Terms that some contract leaves open, and no circumstance settles. */
  public List<String> openTerms() {
    return names(
        c ->
            c.terms().entrySet().stream()
                .filter(term -> term.getValue().isEmpty())
                .map(Map.Entry::getKey));
  }

  /** Ids of all clauses. */
  List<String> clauses() {
    return names(c -> c.clauses().stream().map(Clause::id));
  }

  /** Changes of which some clause wants notice. */
  List<String> notices() {
    return rules(Notice.class).map(Notice::of).distinct().toList();
  }

  /** Providers with a right of first refusal. */
  List<String> holders() {
    return rules(FirstRefusal.class).flatMap(r -> r.to().stream()).distinct().toList();
  }

  /**
   * Providers with a right of first refusal over placements or routes in a stretch of time: whether
   * they had room must then be seen.
   */
  public List<String> watched(SubjectKind over, Instant from, Instant until) {
    return ofClauses(over, from, until)
        .filter(FirstRefusal.class::isInstance)
        .flatMap(rule -> ((FirstRefusal) rule).to().stream())
        .distinct()
        .toList();
  }

  /** The periods by which clauses count a kind of subject in a stretch of time. */
  public List<Cycle> cycles(SubjectKind over, Instant from, Instant until) {
    return ofClauses(over, from, until)
        .filter(TotalRule.class::isInstance)
        .flatMap(rule -> ((TotalRule) rule).per().stream())
        .distinct()
        .toList();
  }

  /**
   * Clauses in force in a stretch of time that a plan cannot be held to, for only a run can tell,
   * each as {@code contract/clause}.
   */
  public List<String> onlyToldByARun(Instant from, Instant until) {
    return contracts.stream()
        .flatMap(
            contract ->
                contract.clauses().stream()
                    .filter(c -> c.needsRun() && c.inForce().meets(from, until))
                    .map(c -> contract.name() + "/" + c.id()))
        .toList();
  }

  /**
   * Commitments in force in a stretch of time that ask nothing of a plan, for what is bought beside
   * the scenario is not stated, or the end of their term is not known; as {@code contract/clause}.
   */
  public List<String> commitmentsNotTold(Instant from, Instant until) {
    return Quotas.leftOut(this, from, until, Commitment.class::isInstance);
  }

  /** Clauses on what stands beside what, likewise: no optimum weighs them. */
  public List<String> apart(Instant from, Instant until) {
    return Quotas.leftOut(this, from, until, Apart.class::isInstance);
  }

  private Stream<Rule> ofClauses(SubjectKind over, Instant from, Instant until) {
    return clauseStream()
        .filter(clause -> clause.over() == over && clause.inForce().meets(from, until))
        .flatMap(Clause::rules);
  }

  private <R extends Rule> Stream<R> rules(Class<R> kind) {
    return clauseStream().flatMap(Clause::rules).filter(kind::isInstance).map(kind::cast);
  }

  private Stream<Clause> clauseStream() {
    return contracts.stream().flatMap(contract -> contract.clauses().stream());
  }

  private List<String> names(Function<Contract, Stream<String>> of) {
    return contracts.stream().flatMap(of).distinct().toList();
  }

  /** What every clause in force says of a subject, under every reading. */
  public List<Judgement> judge(Facts facts, Instant at) {
    return judge(facts, at, readings(), clause -> true);
  }

  private List<Judgement> judge(
      Facts facts, Instant at, List<String> readings, java.util.function.Predicate<Clause> wanted) {
    List<Judgement> judgements = new ArrayList<>();
    for (Contract contract : contracts) {
      for (Clause clause : contract.clauses()) {
        if (clause.judges(facts.kind()) && clause.inForce().at(at) && wanted.test(clause)) {
          List<Verdict> verdicts = verdicts(contract, clause, facts, at, readings);
          for (int i = 0; i < verdicts.size(); i++) {
            judgements.add(new Judgement(contract, clause, readings.get(i), verdicts.get(i)));
          }
        }
      }
    }
    return judgements;
  }

  /** What a clause says of a subject, reading by reading. */
  List<Verdict> verdicts(
      Contract contract, Clause clause, Facts facts, Instant at, List<String> readings) {
    List<Verdict> verdicts = new ArrayList<>();
    for (String reading : readings) {
      verdicts.add(clause.judge(told(contract, clause, reading, facts, at), reading, at));
    }
    return verdicts;
  }

  /** With what is known beside the subject, for a clause that asks for it. */
  private Facts known(Contract contract, Clause clause, Facts facts, Instant at) {
    if (!clause.asksBeside()) {
      return facts;
    }
    Map<String, Object> more = contract.facts(circumstances.events(), at);
    more.putAll(circumstances.facts(facts, at));
    return facts.with(more);
  }

  /**
   * Whether the clauses permit a subject to which another leaves it; where that cannot be told, the
   * facts that would tell.
   */
  private Map<String, Object> permissions(
      Contract contract, Clause clause, Facts facts, String reading, Instant at) {
    if (!clause.asksOthers()) {
      return Map.of();
    }
    List<String> by = clause.reading(reading).permissions().toList();
    Map<String, Object> permissions = new LinkedHashMap<>();
    for (Clause other : contract.clauses()) {
      if (by.contains(other.id())) {
        Facts told = known(contract, other, facts, at);
        Truth permits = other.inForce().at(at) ? other.permits(told, reading, at) : Truth.FALSE;
        if (permits == Truth.UNKNOWN) {
          permissions.put(PermittedBy.wanting(other.id()), other.missing(told, reading));
        } else {
          permissions.put(PermittedBy.fact(other.id()), permits == Truth.TRUE);
        }
      }
    }
    return permissions;
  }

  /** All that a reading of a clause is told of a subject. */
  Facts told(Contract contract, Clause clause, String reading, Facts facts, Instant at) {
    Facts known = known(contract, clause, facts, at);
    return known.with(permissions(contract, clause, known, reading, at));
  }

  /** How a judgement on a subject came about. */
  public Derivation derivation(Judgement judgement, Facts facts, Instant at) {
    Facts told = told(judgement.contract(), judgement.clause(), judgement.reading(), facts, at);
    return Deriver.of(judgement, told, at);
  }

  /**
   * How a judgement on what a clause measures came about.
   *
   * @param found what was measured, and of what it is made up
   */
  public Derivation derivationOfTotal(Judgement judgement, Instant at, List<Derivation> found) {
    return Deriver.ofTotal(judgement, at, found);
  }

  /** Whether a reading of a clause that measures speaks of a subject. */
  Scope speaksOf(Contract contract, Clause clause, String reading, Facts facts, Instant at) {
    return clause.speaksOf(known(contract, clause, facts, at), reading, at);
  }

  /**
   * What the clauses that measure ask at an instant under a reading, by {@code contract/clause}.
   */
  Map<String, String> measured(String reading, Instant at) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (Contract contract : contracts) {
      for (Clause clause : contract.clauses()) {
        if (clause.isInForceAt(at)) {
          clause
              .measure(reading)
              .map(measure -> clause.reading(reading).words(measure, at))
              .ifPresent(words -> asked.put(contract.name() + "/" + clause.id(), words));
        }
      }
    }
    return asked;
  }

  /** What clauses that measure ask of a plan for a stretch of time, period by period. */
  public List<Quota> quotas(Instant from, Instant until) {
    return Quotas.of(this, from, until);
  }

  /** The same, as if what is the law at an instant were it all the time. */
  public List<Quota> quotasBy(Instant law, Instant from, Instant until) {
    return Quotas.by(law, this, from, until);
  }

  /**
   * Likewise: each, kept by any margin, says that its clause is broken for certain. Of a clause of
   * which a plan cannot tell that, none.
   */
  public List<Quota> breachesBy(Instant law, Instant from, Instant until) {
    return Quotas.breaches(law, this, from, until);
  }

  /**
   * Judgements under one reading that object or cannot be told, of clauses that a plan can be held
   * to: what only a run can tell is left to the audit.
   */
  public List<Judgement> objections(Facts facts, Instant at, String reading) {
    return objections(facts, at, List.of(reading));
  }

  /** The same under every reading. */
  public List<Judgement> objections(Facts facts, Instant at) {
    return objections(facts, at, readings());
  }

  private List<Judgement> objections(Facts facts, Instant at, List<String> under) {
    return judge(facts, at, under, clause -> !clause.needsRun() && !clause.isPermission()).stream()
        .filter(j -> j.verdict().objects() || j.verdict().isOpen())
        .toList();
  }

  /** Whether no clause in force objects under that reading, or cannot tell. */
  public boolean permits(Facts facts, Instant at, String reading) {
    return objections(facts, at, reading).isEmpty();
  }

  /**
   * Instants from {@code from} (included) to {@code until} at which other clauses come into force,
   * or what they ask for changes.
   */
  public List<Instant> changesBetween(Instant from, Instant until) {
    Set<Instant> changes = new TreeSet<>();
    clauseStream().flatMap(Clause::changes).forEach(changes::add);
    changes.addAll(circumstances.events().values());
    rules(Notice.class)
        .forEach(
            notice ->
                circumstances
                    .notices()
                    .getOrDefault(notice.of(), Optional.empty())
                    .ifPresent(given -> changes.add(given.plus(notice.time()))));
    return changes.stream().filter(c -> !c.isBefore(from) && c.isBefore(until)).toList();
  }

  /** The contractual home provider: that of the first contract that names one. */
  public Optional<String> home() {
    return contracts.stream().flatMap(c -> c.home().stream()).findFirst();
  }
}
