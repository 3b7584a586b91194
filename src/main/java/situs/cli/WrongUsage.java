package situs.cli;

import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import situs.document.Names;

/** Says what is wrong with a command line in a few lines, and where its help is. */
final class WrongUsage implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    if (exception instanceof UnmatchedArgumentException unmatched && isCommand(unmatched)) {
      String word = unmatched.getUnmatched().get(0);
      Set<String> known = command.getSubcommands().keySet();
      err.println("situs: there is no command '" + word + "'" + Names.hint(word, known));
    } else {
      err.println("situs: " + exception.getMessage());
      UnmatchedArgumentException.printSuggestions(exception, err);
    }
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return Exit.INPUT;
  }

  /** Refuses the value of an option that is too small. */
  static void requireAtLeast(CommandSpec spec, int least, String option, int value) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), option + " must be at least " + least + ", is " + value);
    }
  }

  /** Refuses the value of an option that is not above 0, or has no end. */
  static double requirePositive(CommandSpec spec, String option, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new ParameterException(
          spec.commandLine(), option + " must be more than 0, is " + value);
    }
    return value;
  }

  /** Whether a word stands where a command was expected. */
  private static boolean isCommand(UnmatchedArgumentException unmatched) {
    boolean hasCommands = !unmatched.getCommandLine().getSubcommands().isEmpty();
    return hasCommands && !unmatched.isUnknownOption() && !unmatched.getUnmatched().isEmpty();
  }
}
