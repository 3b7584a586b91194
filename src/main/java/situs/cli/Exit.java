package situs.cli;

import java.util.Arrays;
import picocli.CommandLine;

/** What the program tells its caller when it ends. */
final class Exit {
  static final int DONE = 0;

  /** A threshold of {@code --fail-on} was crossed. */
  static final int THRESHOLD = 1;

  /** Of {@code situs diff}: the results are not the same. */
  static final int DIFFERENT = 1;

  /** The command or an input is wrong. */
  static final int INPUT = 2;

  /** No placement satisfies what is asked, or none was found before a search ended. */
  static final int NO_PLACEMENT = 3;

  /** A fault of the program: EX_SOFTWARE of sysexits.h. */
  static final int FAULT = 70;

  private Exit() {}

  /** Of several, the one that weighs most: no placement, then an input, then a threshold. */
  static int worst(int... codes) {
    return Arrays.stream(codes).max().orElse(DONE);
  }

  /** Says why the program ends so. */
  static int noPlacement(CommandLine command) {
    command.getErr().println("situs: no strategy found a place for everything");
    return NO_PLACEMENT;
  }
}
