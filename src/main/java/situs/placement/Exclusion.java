package situs.placement;

import java.util.List;
import situs.optimise.LinearProgram;
import situs.optimise.LinearProgram.Sum;

/**
 * Rows that keep a program from plans that are refuted.
 *
 * <pre>
 * for each amount that may be more: had + 1 &lt;= amount where the yes-or-no is 1
 * for each that may be fewer:       amount &lt;= had - 1 where the yes-or-no is 1
 * one of these at least is 1
 * </pre>
 *
 * <p>(No-good cuts; those in which only more counts are the covers of Balas and Jeroslow, SIAM J.
 * Appl. Math. 23, 1972, for whole numbers.)
 */
final class Exclusion {
  private Exclusion() {}

  /**
   * How much a plan has of an option.
   *
   * @param sum of the program's variables
   * @param most that the sum may come to
   * @param ceiling from which on more is no other plan
   */
  record Amount(Option option, Sum sum, double most, int ceiling) {}

  /**
   * @param amounts of every option that the program may use
   */
  static void add(LinearProgram program, Refuted refuted, List<Amount> amounts) {
    // A row needs a variable, also where nothing else can be had.
    Sum others = new Sum().plus(1, program.fixed(0));
    for (Amount amount : amounts) {
      if (refuted.components().contains(amount.option().component())) {
        int had = refuted.extent().of(amount.option());
        if (had < amount.ceiling()) {
          int more = program.whole(1);
          program.atLeast(0, new Sum().plus(1, amount.sum()).plus(-(had + 1.0), more));
          others.plus(1, more);
        }
        if (had > 0 && !refuted.fewerMiss(amount.option().component())) {
          int fewer = program.whole(1);
          double saved = amount.most() - (had - 1);
          program.atMost(amount.most(), new Sum().plus(1, amount.sum()).plus(saved, fewer));
          others.plus(1, fewer);
        }
      }
    }
    program.atLeast(1, others);
  }
}
