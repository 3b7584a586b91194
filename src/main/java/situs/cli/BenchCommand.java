package situs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import situs.bench.BenchCase;
import situs.bench.BenchCases;
import situs.bench.Measurement;
import situs.document.Names;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;

/** Measures the engine on this machine. */
@Command(
    name = "bench",
    description = {
      "Measure the engine on one core of this machine: about a million requests a case, and ten"
          + " times as many (x10).",
      "",
      "mm1-x1000 and mm10-x100 are queues of known theory, batching is a model API on two clouds,"
          + " sessions are agents on one cloud with their models on another, frontier-dispute is the"
          + " shipped case: six strategies, a replication each. Bill, audit and quantiles are"
          + " included. The -cloudlets cases are the same queues with one CloudSim Plus cloudlet a"
          + " request, for comparison."
    },
    footer = {"  situs bench", "  situs bench --case batching --format csv"},
    subcommands = {BenchOptimiserCommand.class, BenchContractsCommand.class})
final class BenchCommand implements Runnable {
  private static final int LARGER = 10;

  private static final Table<Measurement> TABLE =
      new Table<>(
          "bench",
          "One row a case.",
          List.of(
              Column.text("case", "Name; x10 has ten times the requests.", Measurement::name),
              Column.count("requests", "Simulated.", Measurement::requests),
              Column.number(
                  "requests_per_s_per_core", "1/s", 0, "Rate.", Measurement::requestsPerSecond),
              Column.number(
                  "ns_per_request", "ns", 0, "Its inverse.", Measurement::nanosecondsPerRequest),
              Column.number("peak_heap_mib", "MiB", 0, "Heap at most.", Measurement::peakHeapMib)));

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

  @Option(
      names = "--millions",
      defaultValue = "1",
      paramLabel = "N",
      description = "Requests of a case, in millions (default: ${DEFAULT-VALUE}).")
  private double millions;

  @Override
  public void run() {
    if (!(millions > 0 && millions <= 1000)) {
      throw new ParameterException(
          spec.commandLine(), "--millions must lie between 0 and 1000, is " + millions);
    }
    BenchCases cases = new BenchCases();
    List<BenchCase> small = cases.all(millions);
    List<BenchCase> large = cases.all(LARGER * millions);
    List<BenchCase> cloudlets = cases.cloudlets();
    requireKnown(Stream.concat(small.stream(), cloudlets.stream()).map(BenchCase::name).toList());
    List<Measurement> measured = new ArrayList<>();
    for (int i = 0; i < small.size(); i++) {
      if (wanted(small.get(i))) {
        // The first run is the compiler's.
        small.get(i).measure();
        measured.add(small.get(i).measure());
        measured.add(large.get(i).measure().named(large.get(i).name() + "-x" + LARGER));
      }
    }
    cloudlets.stream().filter(this::wanted).map(BenchCase::measure).forEach(measured::add);
    spec.commandLine().getOut().print(format.render(TABLE.with(measured)));
    spec.commandLine().getOut().flush();
  }

  private boolean wanted(BenchCase candidate) {
    return names.isEmpty() || names.contains(candidate.name());
  }

  private void requireKnown(List<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(), "unknown case '" + name + "'" + Names.hint(name, known));
      }
    }
  }
}
