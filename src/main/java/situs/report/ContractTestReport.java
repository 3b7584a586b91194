package situs.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import situs.contract.Branch;
import situs.contract.Derivation;
import situs.drafting.ContractTests;
import situs.drafting.Coverage;
import situs.drafting.Failure;

/** What came of the cases that contracts are held to, for a terminal. */
public final class ContractTestReport {
  private ContractTestReport() {}

  /**
   * @param threshold share that must be covered; empty: none
   */
  public static String of(
      List<ContractTests.Result> results, Coverage coverage, Optional<Double> threshold) {
    StringBuilder out = new StringBuilder();
    for (ContractTests.Result result : results) {
      result.failures().forEach(failure -> failure(out, failure));
    }
    for (ContractTests.Result result : results) {
      out.append(
          "%s: %d cases, %d verdicts, %s\n"
              .formatted(
                  result.name(),
                  result.cases(),
                  result.checks(),
                  result.failures().isEmpty()
                      ? "all as expected"
                      : result.failures().size() + " not as expected"));
    }
    missed(out, coverage.missed());
    out.append(line(coverage)).append('\n');
    threshold
        .filter(least -> coverage.share() < least)
        .ifPresent(least -> out.append("less than the " + percent(least) + " asked for\n"));
    return out.toString().replace("\r\n", "\n");
  }

  private static void failure(StringBuilder out, Failure failure) {
    out.append(
        "%s: %s, %s of %s: expected %s, got %s\n"
            .formatted(
                failure.at(),
                failure.name() + " at " + failure.date().toString().replace("T00:00:00Z", ""),
                failure.reading(),
                failure.clause(),
                failure.expected(),
                failure.got()));
    why(out, failure.why(), "  ");
    out.append('\n');
  }

  private static void why(StringBuilder out, Derivation why, String indent) {
    out.append(indent).append(why.text()).append('\n');
    why.parts().forEach(part -> why(out, part, indent + "  "));
  }

  private static void missed(StringBuilder out, List<Branch> missed) {
    if (!missed.isEmpty()) {
      Table<Branch> table =
          new Table<>(
              "missed",
              "What no expectation passes through.",
              List.of(
                  Column.text("contract", "Its name.", Branch::contract),
                  Column.text("clause", "Its id.", Branch::clause),
                  Column.text("reading", "Empty: as it stands.", Branch::reading),
                  Column.text("not covered", "What of it.", ContractTestReport::what)));
      out.append('\n').append(TableFormat.TABLE.render(table.with(missed))).append('\n');
    }
  }

  private static String what(Branch branch) {
    return switch (branch.part()) {
      case CLAUSE -> "the clause";
      case READING -> "the reading";
      case EXCEPTION -> branch.what() + " applies";
      case BRANCH -> branch.what();
    };
  }

  private static String line(Coverage coverage) {
    return Arrays.stream(Branch.Part.values())
        .map(
            part ->
                "%d of %d %s"
                    .formatted(coverage.covered(part), coverage.count(part), part.plural()))
        .collect(Collectors.joining(", ", "covered: ", "; " + percent(coverage.share())));
  }

  /** Rounded down: what is not whole is not 100 %. */
  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1000) / 10);
  }
}
