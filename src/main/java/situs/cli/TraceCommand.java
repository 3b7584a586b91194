package situs.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import situs.catalog.Catalog;
import situs.document.Names;
import situs.model.Metro;
import situs.report.Cell;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;
import situs.trace.Fit;
import situs.trace.FittedBlock;
import situs.trace.TraceFact;
import situs.trace.TraceSurvey;
import situs.trace.Yaml;

/** Says what is in a trace, and fits demand to it. */
@Command(
    name = "trace",
    description = "Say what is in a trace of requests, and fit demand to it.",
    synopsisSubcommandLabel = "WHAT",
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs trace describe scenarios/traces/conversation-synthetic.csv",
      "  situs trace fit scenarios/traces/conversation-synthetic.csv --column output",
      "  situs trace describe mine.csv.gz --columns time=at,prompt=in,output=out,unit=ms"
    })
final class TraceCommand implements Runnable {
  private static final List<String> FITTED = List.of("prompt", "output", "gap");

  private static final Table<TraceFact> FACTS =
      new Table<>(
          "trace",
          "One row a measure.",
          List.of(
              Column.text("measure", "What was found out.", TraceFact::measure),
              new Column<>("value", "", "Empty: the trace does not say.", f -> cell(f.value())),
              Column.text("unit", "Of the value.", TraceFact::unit),
              Column.text("meaning", "In words.", TraceFact::meaning)));

  private static final List<Column<Fit>> GOODNESS =
      List.of(
          Column.text("column", "prompt, output or gap.", Fit::column),
          Column.text("distribution", "Fitted by maximum likelihood; or a table.", Fit::kind),
          Column.number("ks", "", 4, "Kolmogorov-Smirnov distance.", Fit::ksStatistic),
          Column.number("p_value", "", 4, "Of that distance, at most.", Fit::ksPValue),
          new Column<>("aic", "", "Akaike's criterion.", f -> cell(f.aic())),
          Column.text("chosen", "yes: the one to use.", f -> f.chosen() ? "yes" : ""));

  /** For readers of the terminal: what is long stands below. */
  private static final Table<Fit> NARROW = fits(GOODNESS);

  private static final Table<Fit> FITS =
      fits(
          Stream.concat(
                  GOODNESS.stream(),
                  Stream.of(
                      Column.text(
                          "scenario", "As a scenario file says it.", TraceCommand::scenario)))
              .toList());

  private static Table<Fit> fits(List<Column<Fit>> columns) {
    return new Table<>("fits", "One row a column and distribution.", columns);
  }

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "one is missing of: " + String.join(", ", spec.subcommands().keySet()));
  }

  @Command(
      description = {
        "Rates, percentiles, burstiness, correlations, hours of the day, prefix reuse; then demand"
            + " and lengths fitted to them, ready to paste into a workload.",
        "",
        "Percentiles of lengths are exact; those of gaps rest on 100,000 of them at most."
      },
      footer = {
        "  situs trace describe scenarios/traces/conversation-synthetic.csv",
        "  situs trace describe trace.jsonl.gz --format csv"
      })
  void describe(
      @Mixin TraceOptions trace,
      @Mixin FormatOption format,
      @Option(
              names = "--metro",
              paramLabel = "NAME",
              defaultValue = "New York",
              description = "Whose demand it is taken for (default: ${DEFAULT-VALUE}).")
          String metro) {
    List<String> metros = Catalog.standard().metros().stream().map(Metro::name).toList();
    if (!metros.contains(metro)) {
      throw new ParameterException(
          spec.commandLine(), "unknown metro '" + metro + "'" + Names.hint(metro, metros));
    }
    TraceSurvey survey = trace.survey();
    List<TraceFact> facts = TraceFact.of(survey);
    if (format.format() == TableFormat.TABLE) {
      List<TraceFact> known = facts.stream().filter(f -> f.value().isPresent()).toList();
      out().print(format.format().render(FACTS.with(known)));
      out().print("\n" + FittedBlock.of(survey, metro));
    } else {
      out().print(format.format().render(FACTS.with(facts)));
    }
    out().flush();
  }

  @Command(
      description = {
        "Fit a log-normal, a Gamma and an exponential distribution and a table of quantiles.",
        "",
        "Chosen is the least AIC, or the table where that is off by more than 5 %% anywhere. A"
            + " p-value is that of a distribution given beforehand; fitted to the same values, it is"
            + " an upper bound. Of many requests no simple distribution passes: look at ks."
      },
      footer = {"  situs trace fit scenarios/traces/conversation-synthetic.csv --column output"})
  void fit(
      @Mixin TraceOptions trace,
      @Mixin FormatOption format,
      @Option(
              names = "--column",
              split = ",",
              paramLabel = "NAME",
              description = "Only this one of: prompt, output, gap; may be repeated.")
          List<String> columns) {
    List<String> wanted = Optional.ofNullable(columns).orElse(FITTED);
    for (String column : wanted) {
      if (!FITTED.contains(column)) {
        throw new ParameterException(
            spec.commandLine(), "unknown column '" + column + "'" + Names.hint(column, FITTED));
      }
    }
    List<Fit> fits =
        trace.survey().fits().stream().filter(f -> wanted.contains(f.column())).toList();
    if (format.format() == TableFormat.TABLE) {
      out().println(format.format().render(NARROW.with(fits)));
      fits.stream()
          .filter(Fit::chosen)
          .forEach(f -> out().println(f.column() + ": " + scenario(f)));
    } else {
      out().print(format.format().render(FITS.with(fits)));
    }
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String scenario(Fit fit) {
    return Yaml.distribution(fit.distribution(), fit.column().equals("gap") ? " s" : "");
  }

  private static Cell cell(Optional<Double> value) {
    return value.map(v -> Cell.exact(new BigDecimal(Yaml.number(v)))).orElse(Cell.UNKNOWN);
  }
}
