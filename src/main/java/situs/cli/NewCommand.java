package situs.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.document.InputException;

/** {@code situs new}: writes a commented scenario that runs as it stands. */
@Command(
    name = "new",
    description = "Write NAME.yaml: a commented scenario that runs as it stands.",
    footerHeading = "%nExamples:%n",
    footer = {"  situs new my-scenario && situs run my-scenario.yaml"})
final class NewCommand implements Callable<Integer> {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
  private static final String SUFFIX = ".yaml";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Name of the scenario; may lead with a folder.")
  private Path target = Path.of("scenario");

  @Override
  public Integer call() {
    String last = String.valueOf(target.getFileName());
    String name = last.endsWith(SUFFIX) ? last.substring(0, last.length() - SUFFIX.length()) : last;
    if (!name.matches(NAME)) {
      throw new InputException(
          "'" + name + "' is not a name: letters, digits, '.', '-' and '_' only\n");
    }
    Path file = target.resolveSibling(name + SUFFIX);
    write(file, Resources.text("/template/scenario.yaml").replace("{name}", name));
    spec.commandLine().getOut().println("wrote " + file + "; next: situs run " + file);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new InputException(file + " exists already; choose another name\n");
    } catch (IOException e) {
      throw new InputException("cannot write " + file + ": " + e.getMessage() + "\n");
    }
  }
}
