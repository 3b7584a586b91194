package situs.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private record Amount(Option option, Sum sum, double most, int ceiling) {}

  /** Keeps a program from all plans that its stages are to be planned without. */
  static void add(
      LinearProgram program, Stages all, List<Rented> rented, Map<Lane, Integer> shares) {
    List<Refuted> refuted = all.caution().refuted();
    if (!refuted.isEmpty()) {
      List<Amount> amounts = rented.stream().map(r -> amount(r, shares, all.stages())).toList();
      refuted.forEach(r -> add(program, r, amounts));
    }
  }

  private static Amount amount(Rented r, Map<Lane, Integer> shares, List<Stage> stages) {
    Option option = r.option();
    if (Extent.isCounted(option)) {
      return new Amount(option, r.instances(), option.limit(), option.limit());
    }
    Sum parts = new Sum();
    r.lanes().forEach(l -> parts.plus(Extent.parts(l, stages), shares.get(l)));
    // Sessions of one origin may call from several runtimes, each of which could ask for all.
    double most = r.lanes().stream().mapToDouble(l -> Extent.parts(l, stages)).sum();
    return new Amount(option, parts, most, option instanceof RuntimeOption ? 1 : Extent.PARTS);
  }

  private static void add(LinearProgram program, Refuted refuted, List<Amount> amounts) {
    // A row needs a variable, also where nothing else can be had.
    Sum others = new Sum().plus(1, program.fixed(0));
    for (Amount amount : amounts) {
      if (refuted.components().contains(amount.option().component())) {
        int had = refuted.extent().of(amount.option());
        more(program, amount, had).ifPresent(more -> others.plus(1, more));
        if (!refuted.fewerMiss(amount.option().component())) {
          fewer(program, amount, had).ifPresent(fewer -> others.plus(1, fewer));
        }
      }
    }
    program.atLeast(1, others);
  }

  /** A yes-or-no of which yes is more than there was; none where more is no other plan. */
  private static Optional<Integer> more(LinearProgram program, Amount amount, int had) {
    if (had >= amount.ceiling()) {
      return Optional.empty();
    }
    int more = program.whole(1);
    program.atLeast(0, new Sum().plus(1, amount.sum()).plus(-(had + 1.0), more));
    return Optional.of(more);
  }

  private static Optional<Integer> fewer(LinearProgram program, Amount amount, int had) {
    if (had == 0) {
      return Optional.empty();
    }
    int fewer = program.whole(1);
    double saved = amount.most() - (had - 1);
    program.atMost(amount.most(), new Sum().plus(1, amount.sum()).plus(saved, fewer));
    return Optional.of(fewer);
  }
}
