package situs.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import situs.bench.ContractCases;
import situs.bench.ContractCases.ContractCase;
import situs.bench.ContractCases.Judged;
import situs.document.Names;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;

/** Measures the judging of contracts on this machine. */
@Command(
    name = "contracts",
    description = {
      "Judge by the reported terms on one core of this machine, in the processor's time: calls and"
          + " placements that all differ, each under every reading with its reason; and audits of"
          + " shipped scenarios, as a part of the simulation that they follow."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  situs bench contracts", "  situs bench contracts --case calls --format csv"})
final class BenchContractsCommand implements Runnable {
  private static final double PERCENT = 100;

  private static final Table<Judged> TABLE =
      new Table<>(
          "bench-contracts",
          "One row a case.",
          List.of(
              Column.text("case", "Name.", Judged::name),
              Column.count(
                  "subjects", "Calls, placements, or what an audit looks at.", Judged::subjects),
              Column.known(
                  "judgements",
                  "1",
                  0,
                  "Readings of clauses, each of a subject; empty of audits, in which those alike to"
                      + " a clause are judged once.",
                  j -> j.judgements().map(Long::doubleValue)),
              Column.number("seconds", "s", 3, "Of the processor.", Judged::seconds),
              Column.known(
                  "judgements_per_s_per_core", "1/s", 0, "Rate.", Judged::judgementsPerSecond),
              Column.known(
                  "simulation_s",
                  "s",
                  3,
                  "Of the processor, for the simulation that is audited.",
                  Judged::simulatedS),
              Column.known(
                  "of_simulation_percent",
                  "%",
                  2,
                  "What the audit takes, of the simulation.",
                  j -> j.ofSimulation().map(x -> PERCENT * x))));

  @Spec private CommandSpec spec;

  @Option(
      names = "--case",
      split = ",",
      paramLabel = "NAME",
      description = "Only this case; may be repeated.")
  private List<String> names = List.of();

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of: table, csv, json, markdown (default: ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Override
  public void run() {
    List<String> known = ContractCases.all().stream().map(ContractCase::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(), "unknown case '" + name + "'" + Names.hint(name, known));
      }
    }
    List<Judged> judged =
        ContractCases.all().stream()
            .filter(c -> names.isEmpty() || names.contains(c.name()))
            .map(ContractCase::measure)
            .toList();
    spec.commandLine().getOut().print(format.render(TABLE.with(judged)));
    spec.commandLine().getOut().flush();
  }
}
