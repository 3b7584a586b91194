package situs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Contracts: what they say through time, and what a new version changes. */
@Command(
    name = "contract",
    description = "Follow contracts through time, and compare their versions.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs contract timeline scenarios/frontier-dispute.yaml --strategy split",
      "  situs contract diff before.yaml after.yaml --scenario scenarios/frontier-dispute.yaml"
    },
    subcommands = {ContractTimelineCommand.class, ContractDiffCommand.class})
final class ContractCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String commands = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "a command is missing, one of: " + commands);
  }
}
