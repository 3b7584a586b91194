package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan has given out so far. Lives within one call of a strategy. Offers are never rented
 * beyond what they have, whichever components share them.
 */
final class Ledger {
  /** Shares below this are rounding. */
  static final double NOTHING = 1e-9;

  /** A share (0 to 1) of a flow that goes to an option. */
  record Assignment(Flow flow, Option option, double share) {}

  /** A share of a flow that found no place. */
  record Shortfall(Flow flow, double share, String reason) {}

  private record Pool(Option option, double work, int instances, String why) {}

  private final Sizing sizing;
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final Map<String, Integer> rented = new LinkedHashMap<>();
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Shortfall> shortfalls = new ArrayList<>();

  Ledger(Sizing sizing) {
    this.sizing = sizing;
  }

  Sizing sizing() {
    return sizing;
  }

  List<Assignment> assignments() {
    return List.copyOf(assignments);
  }

  List<Shortfall> shortfalls() {
    return List.copyOf(shortfalls);
  }

  /** Options in use, in the order of first use. */
  List<Option> inUse() {
    return pools.values().stream().map(Pool::option).toList();
  }

  int instances(Option option) {
    return pools.containsKey(option.id()) ? pools.get(option.id()).instances() : 0;
  }

  double work(Option option) {
    return pools.containsKey(option.id()) ? pools.get(option.id()).work() : 0;
  }

  /** Why the option was first taken. */
  String why(Option option) {
    return pools.get(option.id()).why();
  }

  /** Instances of its offer that nobody has rented. */
  int left(Option option) {
    int own = option.limit() - rented.getOrDefault(option.stock(), 0);
    return option.shared().map(s -> Math.min(own, left(s))).orElse(own);
  }

  /** Instances that nobody has rented in any way. */
  int left(Option.Stock shared) {
    return shared.instances() - rented.getOrDefault(shared.key(), 0);
  }

  /** Share of the flow, 1 at the most, that fits when the option rents {@code more} instances. */
  double room(Flow flow, Option option, int more) {
    double free = option.capacity(instances(option) + more, sizing) - work(option);
    return Math.max(0, Math.min(1, free / option.work(flow)));
  }

  void assign(Flow flow, Option option, double share, String why) {
    double work = work(option) + share * option.work(flow);
    pool(option, work, option.instancesFor(work, sizing), why);
    assignments.add(new Assignment(flow, option, share));
  }

  /** Rents so many instances at least, whether or not they carry anything. */
  void rent(Option option, int instances, String why) {
    pool(option, work(option), instances, why);
  }

  private void pool(Option option, double work, int least, String why) {
    int before = instances(option);
    int after = Math.max(before, least);
    if (after - before > left(option)) {
      throw new IllegalStateException(
          option.id() + " would rent " + after + " instances, and has " + left(option) + " left");
    }
    rented.merge(option.stock(), after - before, Integer::sum);
    option.shared().ifPresent(s -> rented.merge(s.key(), after - before, Integer::sum));
    String first = pools.containsKey(option.id()) ? why(option) : why;
    pools.put(option.id(), new Pool(option, work, after, first));
  }

  void shortfall(Flow flow, double share, String reason) {
    shortfalls.add(new Shortfall(flow, share, reason));
  }
}
