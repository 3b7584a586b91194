package situs.placement;

import java.util.List;
import situs.optimise.LinearProgram.Sum;

/**
 * The instances of an option, as a sum of variables of a program.
 *
 * @param lanes that lead to it
 * @param most that all demand would take
 * @param carrying the variable of their number, or one for each number
 */
record Rented(Option option, List<Lane> lanes, Sum instances, int most, List<Integer> carrying) {

  /** Makes values say that there are so many. */
  void set(int count, double[] values) {
    if (option.isEven()) {
      values[carrying.get(0)] = count;
    } else if (count > 0) {
      values[carrying.get(count - 1)] = 1;
    }
  }
}
