package situs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.document.Document;
import situs.document.InputException;
import situs.document.Issues;
import situs.drafting.Format;

/** Writes contracts in the one layout. */
@Command(
    name = "fmt",
    description = {
      "Write contracts and their tests in the one layout: keys in the order of `situs schema"
          + " contract`, an empty line between clauses, texts folded at 100 columns, quotes where"
          + " they must be. Comments and meaning stay.",
      "",
      "Files are changed in place, all of them or, where one cannot be read, none."
    },
    sortOptions = false,
    footerHeading =
        "%nExit codes: 0 done; 1 some file would change, with --check; 2 the command or a file is"
            + " wrong; 70 a fault of the program.%n%nExamples:%n",
    footer = {
      "  situs contract fmt scenarios/contracts/*.yaml",
      "  situs contract fmt --check scenarios/contracts/*.yaml",
      "  situs contract fmt - < contract.yaml"
    })
final class ContractFmtCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("-");

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Contract files and files of tests; - reads from standard input and prints.")
  private List<Path> files = List.of();

  @Option(names = "--check", description = "Change nothing; name the files that would change.")
  private boolean check;

  @Override
  public Integer call() {
    Issues issues = new Issues();
    Map<Path, String> changed = new LinkedHashMap<>();
    for (Path file : files) {
      Optional<String> text = text(file, issues);
      text.flatMap(t -> Format.of(Document.name(file), t, issues))
          .filter(t -> isPrinted(file) || !t.equals(text.get()))
          .ifPresent(t -> changed.put(file, t));
    }
    issues.throwIfAny();
    changed.forEach(this::done);
    spec.commandLine().getOut().flush();
    return check && !changed.isEmpty() ? Exit.THRESHOLD : Exit.DONE;
  }

  private boolean isPrinted(Path file) {
    return file.equals(STANDARD_INPUT) && !check;
  }

  private static Optional<String> text(Path file, Issues issues) {
    if (!file.equals(STANDARD_INPUT)) {
      return Document.text(file, issues);
    }
    try {
      return Optional.of(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input", e);
    }
  }

  private void done(Path file, String text) {
    PrintWriter out = spec.commandLine().getOut();
    if (isPrinted(file)) {
      out.print(text);
    } else if (check) {
      out.print(file + ": not in the one layout\n");
    } else {
      replace(file, text);
      out.print(file + ": laid out anew\n");
    }
  }

  /** Whole or not at all. */
  private static void replace(Path file, String text) {
    try {
      Path target = file.toRealPath();
      Path fresh = Files.createTempFile(target.getParent(), ".situs", ".yaml");
      try {
        Files.writeString(fresh, text);
        Files.move(
            fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new InputException("cannot write " + file + ": " + e.getMessage() + "\n");
    }
  }
}
