package situs.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.document.InputException;
import situs.optimise.Effort;
import situs.placement.ClausePrices;
import situs.placement.Concession;
import situs.placement.Concessions;
import situs.placement.Kept;
import situs.placement.Optima;
import situs.placement.Waiver;
import situs.report.Footing;
import situs.report.PriceReport;
import situs.report.PriceTables;
import situs.report.PriceTables.Subject;
import situs.report.ResultFolder;
import situs.report.Sheet;
import situs.report.TableFormat;
import situs.scenario.LoadedScenario;

/** Says what each clause costs. */
@Command(
    name = "price",
    description = {
      "Say what the contracts of a scenario cost, reading by reading and clause by clause: the"
          + " difference of proven optima.",
      "",
      "The premium of all clauses; what each costs alone, saves if it is waived, and contributes"
          + " (Shapley values, which sum to the premium); where not all can be kept, every minimal set"
          + " to waive and its price; and what concessions save: how far"
          + " one must go before it is worth anything, where it pays best, and when nothing is left."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 done; 2 the command or an input is wrong; 3 capacity does not carry all"
            + " demand, even without clauses, or a search ended before it could tell.%n%nExamples:%n",
    footer = {
      "  situs price scenarios/frontier-dispute.yaml",
      "  situs price scenarios/frontier-dispute.yaml --simulate --replications 5",
      "  situs price scenarios/frontier-dispute.yaml --out results/prices"
    })
final class PriceCommand implements Callable<Integer> {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario;

  @Option(
      names = "--simulate",
      description =
          "Simulate the optima, too: every price as a difference of bills, and of the times of calls,"
              + " with 95 %% intervals.")
  private boolean simulate;

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Of each simulation; those of the scenario by default.")
  private Optional<Integer> replications = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replications at once; all cores by default. Results do not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--gap",
      paramLabel = "PERCENT",
      defaultValue = "0.001",
      description =
          "Stop each search when proven this near the best possible: a difference of two optima is"
              + " known to that (default: ${DEFAULT-VALUE}).")
  private double gapPercent;

  @Mixin private TimeLimitOption limit;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description =
          "Also write premiums.csv, prices.csv, waivers.csv and negotiation.csv there, whole.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "One of: table (everything), or prices.csv as csv, json, markdown (default:"
              + " ${DEFAULT-VALUE}).")
  private TableFormat format;

  @Mixin private BadRowsOption badRows;

  private final List<PriceTables.Premium> premiums = new ArrayList<>();
  private final List<PriceTables.OfClause> clauses = new ArrayList<>();
  private final List<PriceTables.OfWaiver> waivers = new ArrayList<>();
  private final List<PriceTables.OfConcession> concessions = new ArrayList<>();

  @Override
  public Integer call() {
    replications.ifPresent(n -> positive("--replications", n));
    positive("--threads", threads);
    effort();
    out.ifPresent(this::checkFolder);
    List<LoadedScenario> all = ScenarioFiles.read(scenario, badRows.badRows());
    all.forEach(loaded -> price(replications.map(loaded::withReplications).orElse(loaded)));
    PriceReport report = new PriceReport(premiums, clauses, waivers, concessions);
    out.ifPresent(folder -> write(folder, report, all));
    spec.commandLine()
        .getOut()
        .print(
            format == TableFormat.TABLE
                ? report.text(Terminal.style())
                : format.render(PriceTables.CLAUSES.with(clauses)));
    spec.commandLine().getOut().flush();
    return premiums.stream().allMatch(p -> p.prices().without().isPresent())
        ? Exit.DONE
        : Exit.NO_PLACEMENT;
  }

  private Effort effort() {
    return new Effort(
        WrongUsage.requirePositive(spec, "--gap", gapPercent) / 100, Effort.NODES, limit.time());
  }

  private void positive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(spec.commandLine(), option + " must be 1 or more, is " + value);
    }
  }

  private void price(LoadedScenario loaded) {
    Effort effort = effort();
    Optima optima = Optima.of(loaded.scenario(), loaded.contracts()).within(limit.time());
    List<Priced> done = new ArrayList<>();
    for (Regime regime : Regime.of(loaded.contracts())) {
      Optional<Priced> same =
          done.stream()
              .filter(p -> optima.isSame(p.regime().readings(), regime.readings()))
              .findFirst();
      Priced priced = same.orElseGet(() -> price(loaded, optima, regime, effort));
      done.add(priced);
      add(loaded, regime.name(), priced);
    }
  }

  /** What was found under a choice of readings; another that asks the same costs the same. */
  private record Priced(
      Regime regime,
      ClausePrices prices,
      Optional<SimulatedPremiums> simulated,
      List<Concession> concessions) {}

  private Priced price(LoadedScenario loaded, Optima optima, Regime regime, Effort effort) {
    ClausePrices prices = ClausePrices.of(optima, regime.readings(), effort);
    return new Priced(
        regime,
        prices,
        simulate
            ? Optional.of(new SimulatedPremiums(loaded, regime.readings(), prices, effort, threads))
            : Optional.empty(),
        Concessions.of(loaded.scenario(), loaded.contracts(), regime.readings(), prices, effort));
  }

  private void add(LoadedScenario loaded, String reading, Priced priced) {
    Subject subject =
        new Subject(
            loaded.scenario().name(), reading, Footing.of(loaded.scenario(), loaded.contracts()));
    ClausePrices prices = priced.prices();
    Optional<SimulatedPremiums> simulated = priced.simulated();
    premiums.add(
        new PriceTables.Premium(
            subject,
            prices,
            simulated.flatMap(s -> s.difference(prices.with(), prices.without()))));
    for (ClausePrices.Price price : prices.clauses()) {
      clauses.add(
          new PriceTables.OfClause(
              subject,
              price,
              simulated.flatMap(s -> s.difference(price.only(), prices.without())),
              simulated.flatMap(s -> s.waived(prices.with(), price.rest()))));
    }
    for (Waiver waiver : prices.waivers().cheapestFirst()) {
      waivers.add(
          new PriceTables.OfWaiver(
              subject,
              waiver,
              simulated.flatMap(s -> s.difference(waiver.rest(), prices.without()))));
    }
    for (Concession concession : priced.concessions()) {
      concessions.add(
          new PriceTables.OfConcession(subject, concession, prices.with().map(Kept::optimum)));
    }
  }

  private void checkFolder(Path folder) {
    try {
      ResultFolder.objection(folder)
          .ifPresent(
              objection -> {
                throw new InputException(objection);
              });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into '" + folder + "'", e);
    }
  }

  private static void write(Path folder, PriceReport report, List<LoadedScenario> all) {
    try {
      ResultFolder.replace(
          folder,
          work -> {
            for (Sheet<?> sheet : report.sheets()) {
              Files.writeString(
                  work.resolve(sheet.table().name() + ".csv"), TableFormat.CSV.render(sheet));
            }
            Files.writeString(work.resolve(ResultFolder.MANIFEST), manifest(all));
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write '" + folder + "'", e);
    }
  }

  private static String manifest(List<LoadedScenario> all) {
    Map<String, String> inputs = new LinkedHashMap<>();
    all.forEach(
        loaded ->
            loaded
                .inputs()
                .forEach(
                    file ->
                        inputs.put(file.toString().replace('\\', '/'), ResultFolder.hash(file))));
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("situs", Version.text());
    manifest.put("scenarios", all.stream().map(loaded -> loaded.scenario().name()).toList());
    manifest.put(
        "inputs",
        inputs.entrySet().stream()
            .map(input -> Map.of("file", input.getKey(), "sha256", input.getValue()))
            .toList());
    return GSON.toJson(manifest) + "\n";
  }
}
