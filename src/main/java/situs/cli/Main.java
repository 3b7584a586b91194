package situs.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import situs.report.Style;

/** The root command. */
@Command(
    name = "situs",
    description = "Where may AI workloads run, what does it cost, how fast is it, and who objects?",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeOnInvalidInput = Exit.INPUT,
    exitCodeOnExecutionException = Exit.FAULT,
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs run scenarios/frontier-dispute.yaml",
      "  situs run scenarios/frontier-dispute.yaml --strategy split --fail-on breach",
      "  situs strategies"
    },
    subcommands = {
      // One line a command, in the order of the help.
      RunCommand.class,
      CompareCommand.class,
      DiffCommand.class,
      OptimiseCommand.class,
      ParetoCommand.class,
      ConflictsCommand.class,
      PriceCommand.class,
      ArchitecturesCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      ContractCommand.class,
      ValidateCommand.class,
      NewCommand.class,
      SchemaCommand.class,
      CatalogCommand.class,
      ProfileCommand.class,
      StrategiesCommand.class,
      TraceCommand.class,
      BenchCommand.class,
    })
public final class Main implements Runnable {
  private static final int USAGE_WIDTH = 100;

  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "After a fault of the program, show where it happened.")
  private boolean stacktrace;

  Main() {}

  boolean stacktrace() {
    return stacktrace;
  }

  @Override
  public void run() {
    String commands = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "a command is missing, one of: " + commands);
  }

  static CommandLine commandLine() {
    Main main = new Main();
    Ansi ansi = Terminal.style() == Style.ANSI ? Ansi.ON : Ansi.OFF;
    return new CommandLine(main)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(USAGE_WIDTH)
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Faults(main));
  }

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}
