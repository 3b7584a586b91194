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

  /**
   * The command line's model.
   *
   * @param args what it is to be run with, to make no more of it than that needs; all without any
   */
  static CommandLine commandLine(String... args) {
    Main main = new Main();
    Ansi ansi = Terminal.style() == Style.ANSI ? Ansi.ON : Ansi.OFF;
    CommandLine line = new CommandLine(main);
    Commands.askedFor(args).forEach(command -> line.addSubcommand(command.model()));
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(USAGE_WIDTH)
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Faults(main));
  }

  public static void main(String[] args) {
    System.exit(commandLine(args).execute(args));
  }
}
