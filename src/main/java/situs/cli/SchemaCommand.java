package situs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code situs schema}: prints the JSON Schema that editors can use. */
@Command(
    name = "schema",
    description =
        "Print the JSON Schema of scenarios, contracts or tests of contracts, for editors.",
    footer = {
      "",
      "Example, with the line that binds it at the head of a scenario:",
      "  situs schema scenario > situs-scenario.schema.json",
      "  # yaml-language-server: $schema=situs-scenario.schema.json"
    })
final class SchemaCommand implements Callable<Integer> {

  /** What there is a schema of; named as on the command line. */
  enum Kind {
    scenario,
    contract,
    tests
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      defaultValue = "scenario",
      paramLabel = "KIND",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Kind kind = Kind.scenario;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(Resources.text("/schema/situs-" + kind + ".schema.json"));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
