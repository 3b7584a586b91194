package situs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serving profiles: how long a model's iterations take on given hardware. */
@Command(
    name = "profile",
    description = "Compare serving profiles, and fit one to requests measured on a server.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs profile show --model gpt-oss-120b",
      "  situs profile fit measured.csv --model Llama-3.1-8B --accelerator RTX-4090"
    },
    subcommands = {ProfileShowCommand.class, ProfileFitCommand.class})
final class ProfileCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String commands = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "a command is missing, one of: " + commands);
  }
}
