package situs.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root command. */
@Command(
    name = "situs",
    description = "Where may AI workloads run, what does it cost, how fast is it, and who objects?",
    mixinStandardHelpOptions = true,
    subcommands = {
      // One line a command, in the order of the help.
      ValidateCommand.class,
      NewCommand.class,
      SchemaCommand.class,
    })
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
