package situs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Contracts: what they say through time, what a new version changes, and whether it is meant. */
@Command(
    name = "contract",
    description =
        "List what contracts hold, follow them through time, compare their versions, test, lint and"
            + " format them.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs contract timeline scenarios/frontier-dispute.yaml --strategy split",
      "  situs contract diff before.yaml after.yaml --scenario scenarios/frontier-dispute.yaml",
      "  situs contract test scenarios/contracts/tests/*.yaml --coverage 100%%"
    },
    subcommands = {
      ContractTermsCommand.class,
      ContractTimelineCommand.class,
      ContractDiffCommand.class,
      ContractTestCommand.class,
      ContractLintCommand.class,
      ContractFmtCommand.class
    })
final class ContractCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String commands = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "a command is missing, one of: " + commands);
  }
}
