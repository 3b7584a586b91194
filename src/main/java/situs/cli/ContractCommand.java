package situs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What concerns contract files. */
@Command(
    name = "contract",
    description = "Follow contracts through time, hold them against each other, and test them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ContractTimelineCommand.class,
      ContractTestCommand.class,
      ContractLintCommand.class
    })
final class ContractCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String commands = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "a command is missing, one of: " + commands);
  }
}
