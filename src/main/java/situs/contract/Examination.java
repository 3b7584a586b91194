package situs.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a reading of one clause says of one subject, and which of its branches the judgement takes.
 * Unlike a run, it also says that a clause is not in force, and of a clause that measures whether
 * it counts the subject.
 *
 * @param word of the verdict; {@code counted}, {@code not counted} and {@code not in force} beside
 *     those of {@link Verdict}
 * @param missing the facts without which nothing can be told
 * @param exceptions labels of those that apply together and take the clause's place
 * @param why the judgement down to the facts
 */
public record Examination(
    String word,
    List<String> missing,
    List<String> exceptions,
    Derivation why,
    Set<Branch> branches) {

  /** Kept, or not applicable: what a test may expect, and no verdict says. */
  public static final String ALLOWED = "allowed";

  public static final String NOT_IN_FORCE = "not in force";
  public static final String CONFLICTING = Verdict.Conflicting.WORD;
  public static final String COUNTED = "counted";
  public static final String NOT_COUNTED = "not counted";

  public Examination {
    missing = List.copyOf(missing);
    exceptions = List.copyOf(exceptions);
    branches = Set.copyOf(branches);
  }

  /** What can be said of a clause: of one that measures, only whether it counts a subject. */
  public static List<String> words(Clause clause, String reading) {
    String open = new Verdict.Undetermined("", "").word();
    return clause.measure(reading).isPresent()
        ? List.of(COUNTED, NOT_COUNTED, open, CONFLICTING, NOT_IN_FORCE)
        : List.of(
            ALLOWED,
            new Verdict.Satisfied("").word(),
            new Verdict.Violated("").word(),
            new Verdict.NotPermitted("").word(),
            new Verdict.NotApplicable("").word(),
            open,
            CONFLICTING,
            NOT_IN_FORCE);
  }

  /** Examines a clause of one of the contracts. */
  public static Examination of(
      Contracts contracts,
      Contract contract,
      Clause clause,
      String reading,
      Facts facts,
      Instant at) {
    if (!clause.isInForceAt(at)) {
      String when = clause.id() + " is not in force at " + at;
      return new Examination(NOT_IN_FORCE, List.of(), List.of(), Derivation.leaf(when), Set.of());
    }
    Facts told = contracts.told(contract, clause, reading, facts, at);
    Optional<Scope> scope =
        clause
            .measure(reading)
            .map(rule -> contracts.speaksOf(contract, clause, reading, facts, at));
    Verdict verdict =
        scope
            .flatMap(Scope::conflict)
            .<Verdict>map(conflict -> conflict)
            .orElseGet(() -> clause.judge(told, reading, at));
    Derivation why = Deriver.of(new Judgement(contract, clause, reading, verdict), told, at);
    Set<Branch> branches = Branches.taken(contract, clause, reading, told, at);
    List<String> exceptions = Deliberation.exceptions(clause.reading(reading), told, at);
    if (scope.isPresent()) {
      return new Examination(counted(scope.get()), List.of(), exceptions, why, branches);
    }
    List<String> missing =
        verdict instanceof Verdict.Undetermined open && !open.fact().isEmpty()
            ? List.of(open.fact().split(", "))
            : List.of();
    return new Examination(verdict.word(), missing, exceptions, why, branches);
  }

  private static String counted(Scope scope) {
    if (scope.conflict().isPresent()) {
      return CONFLICTING;
    }
    return switch (scope.speaks()) {
      case TRUE -> COUNTED;
      case FALSE -> NOT_COUNTED;
      case UNKNOWN -> new Verdict.Undetermined("", "").word();
    };
  }

  /** Every branch that judgements of a contract can take. */
  public static List<Branch> branches(Contract contract, List<String> readings) {
    return Branches.of(contract, readings);
  }
}
