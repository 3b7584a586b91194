package situs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Judgement;
import situs.contract.Verdict;
import situs.document.InputException;
import situs.document.Names;

/**
 * The clause and the reading that a command line asks for.
 *
 * @param clause its id, or {@code contract/clause}; empty: all
 * @param reading or a profile or party; empty: all readings
 */
record AskedFor(Optional<String> clause, Optional<String> reading) {

  /**
   * The contracts, judged under the reading that is asked for.
   *
   * @throws InputException naming what they have not, and what they have
   */
  Contracts of(Contracts contracts) {
    List<String> problems = new ArrayList<>();
    clause.flatMap(name -> clauseProblem(name, contracts)).ifPresent(problems::add);
    reading.flatMap(name -> readingProblem(name, contracts.choices())).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw new InputException(String.join("\n", problems));
    }
    return reading.map(name -> contracts.read(List.of(name))).orElse(contracts);
  }

  /** Whether a judgement is of the clause. */
  Predicate<Judgement> wanted() {
    return judgement ->
        clause
            .map(name -> names(judgement.contract(), judgement.clause()).anyMatch(name::equals))
            .orElse(true);
  }

  /** A verdict as one of the clause; empty where the contracts have no such clause. */
  Optional<Judgement> judgement(Contracts contracts, String reading, Verdict verdict) {
    return contracts.contracts().stream()
        .flatMap(
            contract ->
                contract.clauses().stream()
                    .map(clause -> new Judgement(contract, clause, reading, verdict)))
        .filter(wanted())
        .findFirst();
  }

  private static Stream<String> names(Contract contract, Clause clause) {
    return Stream.of(clause.id(), contract.name() + "/" + clause.id());
  }

  private static Optional<String> clauseProblem(String wanted, Contracts contracts) {
    List<String> whole = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (Contract contract : contracts.contracts()) {
      for (Clause clause : contract.clauses()) {
        List<String> names = names(contract, clause).toList();
        all.addAll(names);
        if (names.contains(wanted)) {
          whole.add(names.get(1));
        }
      }
    }
    if (whole.size() > 1) {
      return Optional.of(
          "clause '%s' stands in several contracts; write '%s'"
              .formatted(wanted, String.join("' or '", whole)));
    }
    return whole.isEmpty()
        ? Optional.of("unknown clause '" + wanted + "'" + Names.hint(wanted, all))
        : Optional.empty();
  }

  private static Optional<String> readingProblem(String wanted, List<String> choices) {
    return choices.contains(wanted)
        ? Optional.empty()
        : Optional.of("no clause has a reading '" + wanted + "'" + Names.hint(wanted, choices));
  }
}
