package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.optimise.Effort;
import situs.placement.Architectures;
import situs.report.ArchitectureReport;
import situs.report.Footing;
import situs.report.TableFormat;
import situs.report.Wrapped;
import situs.scenario.LoadedScenario;

/** Says what each architecture costs, and by whose reading it is lawful. */
@Command(
    name = "architectures",
    description = {
      "Give every component one provider, in every way there is; say by which readings of the"
          + " contracts that is lawful, and what it costs more than the cheapest that is.",
      "",
      "Costs are proven optima as of `situs price`; regions, instances and routes are chosen within"
          + " each architecture. A party's name stands for how it is reported to read the terms."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 done; 2 the command or an input is wrong; 3 capacity does not carry all"
            + " demand, even without clauses.%n%nExamples:%n",
    footer = {
      "  situs architectures scenarios/frontier-dispute.yaml",
      "  situs architectures scenarios/regimes/r3.yaml scenarios/regimes/r4.yaml --reading letter,spirit"
    })
final class ArchitecturesCommand implements Callable<Integer> {
  /** As of {@link PriceCommand}. */
  private static final Effort EFFORT = new Effort(1e-5, Effort.NODES, Duration.ofMinutes(10));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "The scenario files.")
  private List<Path> scenarios = List.of();

  @Option(
      names = "--reading",
      paramLabel = "NAME",
      split = ",",
      description = "A reading or a party; several with commas. All by default.")
  private List<String> asked = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of: table, csv, json, markdown (default: ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Mixin private BadRowsOption badRows;

  @Override
  public Integer call() {
    List<ArchitectureReport> reports = new ArrayList<>();
    for (Path path : scenarios) {
      ScenarioFiles.read(path, badRows.badRows()).forEach(loaded -> reports.add(report(loaded)));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == TableFormat.TABLE ? text(reports) : rows(reports));
    out.flush();
    return reports.stream().allMatch(r -> r.found().cheapest().get(Architectures.FREE).isPresent())
        ? Exit.DONE
        : Exit.NO_PLACEMENT;
  }

  private ArchitectureReport report(LoadedScenario loaded) {
    if (Architectures.count(loaded.scenario()) > Architectures.MOST) {
      throw new ParameterException(
          spec.commandLine(),
          loaded.scenario().name()
              + " has more than "
              + Architectures.MOST
              + " architectures: leave out workloads or providers");
    }
    return new ArchitectureReport(
        loaded.scenario().name(),
        Architectures.of(loaded.scenario(), loaded.contracts(), readings(loaded), EFFORT),
        Footing.of(loaded.scenario(), loaded.contracts()));
  }

  private List<String> readings(LoadedScenario loaded) {
    List<String> known = loaded.contracts().choices();
    for (String reading : asked) {
      if (!known.contains(reading)) {
        throw new ParameterException(
            spec.commandLine(),
            "--reading must be of "
                + (known.isEmpty() ? "a contract; the scenario has none" : String.join(", ", known))
                + ", is "
                + reading);
      }
    }
    return asked.isEmpty() ? known : asked;
  }

  private String rows(List<ArchitectureReport> reports) {
    return format.render(
        ArchitectureReport.TABLE.with(reports.stream().flatMap(r -> r.rows().stream()).toList()));
  }

  private static String text(List<ArchitectureReport> reports) {
    StringBuilder out = new StringBuilder();
    Set<String> notes = new LinkedHashSet<>();
    for (ArchitectureReport report : reports) {
      out.append(report.text(Terminal.style())).append('\n');
      notes.addAll(report.notes());
    }
    notes.forEach(note -> out.append(Wrapped.text(note, "")));
    return out.toString();
  }
}
