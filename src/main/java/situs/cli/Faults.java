package situs.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import situs.document.InputException;
import situs.placement.StrategyException;
import situs.placement.UndecidedException;

/** Turns what went wrong into a message and an exit code. */
final class Faults implements IExecutionExceptionHandler {
  private final Main main;

  Faults(Main main) {
    this.main = main;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult result) {
    return report(exception, commandLine.getErr());
  }

  /**
   * Inputs and strategies from outside explain themselves; for anything else the program is to
   * blame.
   */
  int report(Throwable fault, PrintWriter err) {
    if (fault instanceof InputException) {
      err.println(fault.getMessage().stripTrailing());
      return Exit.INPUT;
    }
    if (fault instanceof StrategyException) {
      err.println("situs: " + fault.getMessage());
      showPlace(fault, err);
      return Exit.INPUT;
    }
    if (fault instanceof UndecidedException) {
      err.println("situs: " + fault.getMessage() + "; a longer --time-limit may tell");
      showPlace(fault, err);
      return Exit.NO_PLACEMENT;
    }
    err.println("situs: a fault of the program, not of your files");
    err.println("  " + fault);
    showPlace(fault, err);
    if (!main.stacktrace()) {
      err.println("  run again with --stacktrace to see where, and report it");
    }
    err.flush();
    return Exit.FAULT;
  }

  private void showPlace(Throwable fault, PrintWriter err) {
    if (main.stacktrace()) {
      fault.printStackTrace(err);
    }
    err.flush();
  }
}
