package situs.drafting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import situs.contract.Branch;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Examination;

/** Cases that contracts are held to: facts in, verdicts out. */
public record ContractTests(String name, Contracts contracts, List<ContractCase> cases) {
  public ContractTests {
    cases = List.copyOf(cases);
  }

  /**
   * What came of them.
   *
   * @param checks verdicts held against what was expected
   */
  public record Result(
      String name, int cases, int checks, List<Failure> failures, Coverage coverage) {
    public Result {
      failures = List.copyOf(failures);
    }
  }

  public Result run() {
    List<Failure> failures = new ArrayList<>();
    Set<Branch> taken = new LinkedHashSet<>();
    int checks = 0;
    for (ContractCase one : cases) {
      Contracts judged = contracts.under(one.circumstances());
      for (Instant date : one.dates()) {
        for (Expectation expectation : one.expectations()) {
          Examination got = examine(judged, one, expectation, date);
          taken.addAll(got.branches());
          checks++;
          if (!expectation.expected().met(got)) {
            failures.add(failure(one, date, expectation, got));
          }
        }
      }
    }
    List<Branch> all =
        contracts.contracts().stream()
            .flatMap(c -> Examination.branches(c, contracts.readings()).stream())
            .toList();
    return new Result(name, cases.size(), checks, failures, new Coverage(all, taken));
  }

  private static Examination examine(
      Contracts judged, ContractCase one, Expectation expectation, Instant date) {
    Contract contract =
        judged.contracts().stream()
            .filter(c -> c.name().equals(expectation.contract()))
            .findFirst()
            .orElseThrow();
    Clause clause =
        contract.clauses().stream()
            .filter(c -> c.id().equals(expectation.clause()))
            .findFirst()
            .orElseThrow();
    return Examination.of(judged, contract, clause, expectation.reading(), one.facts(), date);
  }

  private static Failure failure(
      ContractCase one, Instant date, Expectation expectation, Examination got) {
    return new Failure(
        expectation.at(),
        one.name(),
        date,
        expectation.clause(),
        expectation.reading(),
        expectation.expected().toString(),
        Expected.shown(got.word(), got.missing()),
        got.why());
  }
}
