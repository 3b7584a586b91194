package situs.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import situs.optimise.Answer;
import situs.optimise.LinearProgram;
import situs.optimise.LinearProgram.Sum;

/**
 * Calls and turns under way at once in a placement program: on the way, at pools, before models.
 */
final class Waits {
  /** So many numbers of instances have a line each; above, each is so part longer than the last. */
  private static final int LINES = 32;

  /**
   * From some hundred lanes on the second search takes half a minute where the first takes one
   * second.
   */
  private static final int MANY_LANES = 100;

  private final LinearProgram program;
  private final Sizing sizing;
  private final Occupancies occupancies;
  private final Map<Lane, Integer> shares;
  private final List<Rented> rented;
  private final Sum onTheWay;

  /** Of calls at pools, each a variable; made when something is to be said of waiting. */
  private Optional<Sum> underWay = Optional.empty();

  /**
   * @param shares variables by lane; like the rest they may be added to until something is asked
   * @param onTheWay what lanes add
   */
  Waits(
      Stages all,
      LinearProgram program,
      Map<Lane, Integer> shares,
      List<Rented> rented,
      Sum onTheWay) {
    this.program = program;
    this.sizing = all.sizing();
    this.occupancies = all.occupancies();
    this.shares = shares;
    this.rented = rented;
    this.onTheWay = onTheWay;
  }

  /** Those at pools by how full they are. Adds variables and rows when it is first asked for. */
  Sum underWay() {
    Sum known = underWay.orElseGet(this::byLoad);
    underWay = Optional.of(known);
    return known;
  }

  private Sum byLoad() {
    Sum all = new Sum().plus(1, onTheWay);
    for (Rented r : rented) {
      if (Occupancy.tells(r.option())) {
        all.plus(1, calls(r, occupancies.of((ModelOption) r.option())));
      }
    }
    return all;
  }

  /** The same as if every pool were as full as it may be: a time for each lane, and no row. */
  private Sum whenFull() {
    Sum all = new Sum().plus(1, onTheWay);
    for (Rented r : rented) {
      if (Occupancy.tells(r.option())) {
        ModelOption model = (ModelOption) r.option();
        double full = model.capacity(1, sizing);
        double perWork = model.underWay(full, 1) / full;
        r.lanes().forEach(l -> all.plus(perWork * l.meanWork(), shares.get(l)));
      }
    }
    return all;
  }

  /** A variable for the calls at a pool. */
  private int calls(Rented r, Occupancy occupancy) {
    int calls = program.real(Double.POSITIVE_INFINITY);
    for (Occupancy.Line line : occupancy.lines()) {
      Sum row = new Sum().plus(1, calls).plus(-line.perInstance(), r.carrying().get(0));
      r.lanes().forEach(l -> row.plus(-line.perWork() * l.meanWork(), shares.get(l)));
      program.atLeast(0, row);
    }
    return calls;
  }

  /** What {@link #underWay} is of an answer that was found without it. */
  double of(Answer answer) {
    double all = onTheWay.at(answer.values());
    for (Rented r : rented) {
      if (Occupancy.tells(r.option())) {
        double work =
            r.lanes().stream()
                .mapToDouble(l -> l.meanWork() * answer.values()[shares.get(l)])
                .sum();
        double instances = answer.values()[r.carrying().get(0)];
        all += ((ModelOption) r.option()).underWay(work, instances);
      }
    }
    return all;
  }

  /**
   * The same with the queues before models as they are where pools are small: longer. Adds
   * variables and rows.
   *
   * <p>The more replicas there are, the fewer calls wait before them, and ever more slowly so: the
   * number is convex from the first instance on, and the most of the straight lines through its
   * neighbouring points is that number.
   *
   * @param queueing the options before which queues are counted
   */
  Sum inQueues(Predicate<Option> queueing) {
    Sum all = new Sum().plus(1, shares.size() < MANY_LANES ? underWay() : whenFull());
    for (Rented r : rented) {
      if (r.option() instanceof ModelOption model && model.isEven() && queueing.test(model)) {
        all.plus(1, queue(r, model));
      }
    }
    return all;
  }

  /** A variable for the calls that wait at once before a pool. */
  private int queue(Rented r, ModelOption model) {
    double overPeak =
        r.lanes().stream().mapToDouble(l -> l.flow().meanPerSecond()).sum()
            / r.lanes().stream().mapToDouble(l -> l.flow().peakPerSecond()).sum();
    double utilisation = sizing.utilisation(model.component()) * overPeak;
    int queue = program.real(Double.POSITIVE_INFINITY);
    int any = program.whole(1);
    program.atMost(0, new Sum().plus(1, r.instances()).plus(-r.most(), any));
    double few = model.waiting(utilisation, 1);
    if (r.most() == 1) {
      program.atLeast(0, new Sum().plus(1, queue).plus(-few, any));
    }
    for (int n = 1; n < r.most(); ) {
      int next = Math.min(r.most(), n + 1 + n / LINES);
      double many = model.waiting(utilisation, next);
      double slope = (many - few) / (next - n);
      // Through (n, few) and (next, many) where any is rented, and through nothing where none is.
      program.atLeast(
          0, new Sum().plus(1, queue).plus(slope * n - few, any).plus(-slope, r.instances()));
      few = many;
      n = next;
    }
    return queue;
  }
}
