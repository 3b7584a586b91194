package situs.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import situs.bench.OptimiserCase;
import situs.bench.OptimiserCase.Measured;
import situs.document.Names;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;

/** Measures the optimum on this machine. */
@Command(
    name = "optimiser",
    description = {
      "Find optima of generated scenarios of known size on one core: so many model pools and offers"
          + " with accelerators, from one origin or three, some called by agents, without clauses"
          + " or under the letter of an invented contract. Prices are the catalogue's."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  situs bench optimiser", "  situs bench optimiser --case 200x60 --format csv"})
final class BenchOptimiserCommand implements Runnable {
  private static final double PERCENT = 100;

  private static final Table<Measured> TABLE =
      new Table<>(
          "bench-optimiser",
          "One row a case.",
          List.of(
              Column.text("case", "Model pools x offers.", Measured::name),
              Column.count("components", "Pools to be placed.", Measured::components),
              Column.count("options", "Offers with accelerators.", Measured::options),
              Column.number("cost_usd_per_day", "USD/day", 0, "Of the plan.", Measured::usdPerDay),
              Column.number(
                  "bound_usd_per_day",
                  "USD/day",
                  0,
                  "No placement costs less.",
                  Measured::boundUsdPerDay),
              Column.number(
                  "gap_percent",
                  "%",
                  3,
                  "What the best possible may lie below the plan.",
                  m -> PERCENT * m.gap()),
              Column.number("seconds", "s", 1, "Lanes and clauses included.", Measured::seconds),
              Column.number("peak_heap_mib", "MiB", 0, "Heap at most.", Measured::peakHeapMib)));

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
    List<String> known = OptimiserCase.all().stream().map(OptimiserCase::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(), "unknown case '" + name + "'" + Names.hint(name, known));
      }
    }
    List<Measured> measured =
        OptimiserCase.all().stream()
            .filter(c -> names.isEmpty() || names.contains(c.name()))
            .map(OptimiserCase::measure)
            .toList();
    spec.commandLine().getOut().print(format.render(TABLE.with(measured)));
    spec.commandLine().getOut().flush();
  }
}
