package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import situs.optimise.Answer;
import situs.optimise.Answer.Outcome;
import situs.optimise.LinearProgram;
import situs.optimise.LinearProgram.Sum;

/**
 * The choice of a placement as a linear program: shares of flows on lanes, whole instances on
 * options.
 *
 * <pre>
 * clients' flow f:       sum of its shares + missing = 1
 * calls of a runtime:    sum of their shares + missing = the sum of the shares that feed it
 * model option o:        sum of work * share &lt;= work of one instance * instances(o)
 * runtime option o, and prefill apart from decode:
 *                        the same with one yes-or-no a number of instances, for its capacity bends
 * offer:                 the instances of all its options &lt;= what it has; and so of a type
 *                        that several ways to buy share
 * total of a clause:     what shares and instances add &gt;= what it asks for
 * what is signed for:    1
 * schedule:              level * fleet - those that stay &lt;= those by the hour that are there
 * </pre>
 */
final class PlacementProgram {
  /** Which instances may be rented. */
  enum Room {
    /** As many as all demand would take: more would cost, and carry nothing. */
    CARRYING,
    /** All that there are: emptier pools are quicker. */
    ALL
  }

  private final Sizing sizing;
  private final List<Requirement> totals;
  private final Room room;
  private final LinearProgram program = new LinearProgram();
  private final Map<Lane, Integer> shares = new LinkedHashMap<>();
  private final List<Rented> rented = new ArrayList<>();
  private final List<Lost> missing = new ArrayList<>();
  private final Sum cost = new Sum();
  private final Sum rent = new Sum();
  private final Sum onTheWay = new Sum();
  private final Sum lacking = new Sum();
  private final Waits waits;

  /** The variable of what a stage does not carry. */
  private record Lost(Stage stage, int variable) {}

  private PlacementProgram(Stages all, List<Requirement> totals, Room room) {
    this.sizing = all.sizing();
    this.totals = totals;
    this.room = room;
    this.waits = new Waits(all, program, shares, rented, onTheWay);
  }

  /**
   * @param open lanes that may be used
   * @param bound totals that must be kept
   * @param mostMissing 0 when every flow must be carried whole, 1 when parts may be left over
   */
  static PlacementProgram of(
      Stages all, Predicate<Lane> open, List<Requirement> bound, double mostMissing, Room room) {
    PlacementProgram made = new PlacementProgram(all, bound, room);
    made.build(all, open, mostMissing);
    bound.forEach(r -> made.program.atLeast(r.least(), made.total(r)));
    Exclusion.add(made.program, all, made.rented, made.shares);
    return made;
  }

  /**
   * Of all placements that carry all demand, whatever clauses say of a place or a route.
   *
   * @param bound totals that must be kept
   * @param any of each of these, where there are any, one must be kept as well
   */
  static PlacementProgram of(Stages all, List<Requirement> bound, List<List<Requirement>> any) {
    List<Requirement> totals =
        Stream.concat(bound.stream(), any.stream().flatMap(List::stream)).toList();
    PlacementProgram made = new PlacementProgram(all, totals, Room.CARRYING);
    made.build(all, lane -> true, 0);
    bound.forEach(r -> made.program.atLeast(r.least(), made.total(r)));
    any.forEach(made::one);
    return made;
  }

  private void build(Stages all, Predicate<Lane> open, double mostMissing) {
    all.stages().forEach(stage -> stage(stage, open, mostMissing));
    rents();
    pay(all.options().signedUsdPerHour());
  }

  private void one(List<Requirement> any) {
    Sum kept = new Sum();
    for (Requirement r : any) {
      int here = program.whole(1);
      kept.plus(1, here);
      // Of one that need not be kept, no more is asked than any plan adds up to.
      double free = Math.max(0, r.least() - lowest(r));
      program.atLeast(r.least() - free, total(r).plus(-free, here));
    }
    if (!any.isEmpty()) {
      program.atLeast(1, kept);
    }
  }

  /** Keeps every number of instances as an answer has it. */
  void keepInstances(Answer answer) {
    rented.forEach(
        r -> program.exactly(Math.round(r.instances().at(answer.values())), r.instances()));
  }

  LinearProgram program() {
    return program;
  }

  /** Dollars an hour. */
  Sum cost() {
    return cost;
  }

  Sum rent() {
    return rent;
  }

  /** Calls and turns under way at once, those at pools by how full they are. */
  Sum waiting() {
    return waits.underWay();
  }

  /** The same with the queues before models as they are where pools are small: longer. */
  Sum waitingInQueues() {
    return waits.inQueues(option -> !isRewarded(option));
  }

  /** Flows that find no place; a session counts twice, for its calls are not made either. */
  Sum lacking() {
    return lacking;
  }

  private void stage(Stage stage, Predicate<Lane> open, double mostMissing) {
    Sum carried = new Sum();
    for (Lane lane : stage.lanes()) {
      if (open.test(lane)) {
        int share = program.real(1);
        shares.put(lane, share);
        carried.plus(1, share);
        cost.plus(lane.transferUsdPerHour() + lane.usageUsdPerHour(), share);
        onTheWay.plus(lane.waiting(), share);
      }
    }
    int lost = program.real(mostMissing);
    missing.add(new Lost(stage, lost));
    lacking.plus(stage.flow().unit() instanceof Flow.Session ? 2 : 1, lost);
    carried.plus(1, lost);
    stage.feeders().stream()
        .filter(shares::containsKey)
        .forEach(f -> carried.plus(-1, shares.get(f)));
    program.exactly(stage.feeders().isEmpty() ? 1 : 0, carried);
  }

  private void rents() {
    Map<String, Sum> offers = new LinkedHashMap<>();
    Map<String, Integer> limits = new LinkedHashMap<>();
    byOption()
        .forEach(
            (id, lanes) -> {
              Option option = lanes.get(0).option();
              int most = mostToRent(option, lanes);
              List<Integer> carrying = carrying(option, lanes, most);
              Sum instances = instances(option, carrying);
              rented.add(new Rented(option, lanes, instances, most, carrying));
              take(new Option.Stock(option.stock(), option.limit()), instances, offers, limits);
              option.shared().ifPresent(stock -> take(stock, instances, offers, limits));
            });
    offers.forEach((offer, instances) -> program.atMost(limits.get(offer), instances));
  }

  private static void take(
      Option.Stock stock, Sum instances, Map<String, Sum> offers, Map<String, Integer> limits) {
    offers.computeIfAbsent(stock.key(), k -> new Sum()).plus(1, instances);
    limits.put(stock.key(), stock.instances());
  }

  private void pay(double signedUsdPerHour) {
    Rent all = new Rent(program);
    all.signed(signedUsdPerHour);
    all.rented(rented.stream().map(r -> new Rent.Count(r.option(), r.instances())).toList());
    cost.plus(1, all.usdPerHour());
    rent.plus(1, all.usdPerHour());
  }

  /** What a plan adds up to of what a clause measures. */
  private Sum total(Requirement requirement) {
    Sum total = new Sum();
    shares.forEach((lane, share) -> add(total, requirement.of(lane), new Sum().plus(1, share)));
    rented.forEach(r -> add(total, requirement.of(r.option()), r.instances()));
    return total;
  }

  private static void add(Sum total, double factor, Sum sum) {
    if (factor != 0) {
      total.plus(factor, sum);
    }
  }

  private Map<String, List<Lane>> byOption() {
    Map<String, List<Lane>> byOption = new LinkedHashMap<>();
    for (Lane lane : shares.keySet()) {
      byOption.computeIfAbsent(lane.option().id(), id -> new ArrayList<>()).add(lane);
    }
    return byOption;
  }

  private int mostToRent(Option option, List<Lane> lanes) {
    return room == Room.ALL && Extent.isCounted(option)
        ? option.limit()
        : mostToCarry(option, lanes);
  }

  private int mostToCarry(Option option, List<Lane> lanes) {
    double total = lanes.stream().mapToDouble(l -> option.work(l.flow())).sum();
    return Math.min(option.limit(), option.instancesFor(total, sizing));
  }

  /** The variables of an option's instances, and the rows that keep its load to them. */
  private List<Integer> carrying(Option option, List<Lane> lanes, int most) {
    Sum load = new Sum();
    lanes.forEach(lane -> load.plus(option.work(lane.flow()), shares.get(lane)));
    return option.isEven() ? even(option, lanes, load, most) : bending(option, load, most);
  }

  private Sum instances(Option option, List<Integer> carrying) {
    Sum instances = new Sum();
    for (int i = 0; i < carrying.size(); i++) {
      instances.plus(i + 1, carrying.get(i));
    }
    return isRewarded(option) ? instances.plus(1, program.whole(option.limit())) : instances;
  }

  /** Whether some total is served by instances that carry nothing. */
  private boolean isRewarded(Option option) {
    return option.capacity(1, sizing) > 0 && totals.stream().anyMatch(r -> r.rewards(option));
  }

  /** Each instance carries the same. */
  private List<Integer> even(Option option, List<Lane> lanes, Sum load, int most) {
    double each = option.capacity(1, sizing);
    int count = program.whole(most);
    program.atMost(0, load.plus(-each, count));
    for (Lane lane : lanes) {
      if (option.work(lane.flow()) < each) {
        // Says nothing new of whole numbers, and much of fractions: without it a flow that needs a
        // tenth of an instance would rent a tenth.
        program.atMost(0, new Sum().plus(1, shares.get(lane)).plus(-1, count));
      }
    }
    return List.of(count);
  }

  /** Another instance carries more or less than the first; so each number has a variable. */
  private List<Integer> bending(Option option, Sum load, int most) {
    List<Integer> numbers = new ArrayList<>();
    Sum one = new Sum();
    for (int n = 1; n <= most; n++) {
      int exactly = program.whole(1);
      numbers.add(exactly);
      one.plus(1, exactly);
      load.plus(-option.capacity(n, sizing), exactly);
    }
    program.atMost(1, one);
    program.atMost(0, load);
    return numbers;
  }

  /** What lanes add, each times the share that takes it. */
  Sum sum(Map<Lane, Double> byShare) {
    Sum sum = new Sum();
    shares.forEach(
        (lane, share) -> add(sum, byShare.getOrDefault(lane, 0.0), new Sum().plus(1, share)));
    return sum;
  }

  /** A variable that is 1 where any of the lanes is used or any of the totals is missed. */
  int breached(Set<Lane> lanes, List<Requirement> totals) {
    int breached = program.whole(1);
    shares.forEach(
        (lane, share) -> {
          if (lanes.contains(lane)) {
            program.atMost(0, new Sum().plus(1, share).plus(-1, breached));
          }
        });
    for (Requirement r : totals) {
      program.atLeast(r.least(), total(r).plus(Math.max(0, r.least() - lowest(r)), breached));
    }
    return breached;
  }

  /** No plan adds up to less. */
  private double lowest(Requirement requirement) {
    double lowest = 0;
    for (Lane lane : shares.keySet()) {
      lowest += Math.min(0, requirement.of(lane));
    }
    for (Rented r : rented) {
      lowest += Math.min(0, requirement.of(r.option())) * r.option().limit();
    }
    return lowest;
  }

  /** A plan that carries all, as an answer to this program. */
  Answer answer(Apart plan) {
    double[] values = program.lowest();
    plan.uses().forEach(use -> values[shares.get(use.lane())] += use.share());
    rented.forEach(r -> r.set(plan.instances().getOrDefault(r.option(), 0), values));
    return new Answer(Outcome.PROVEN, values, cost.at(values), plan.bound(), 0);
  }

  /**
   * What an answer says, in the words of a plan.
   *
   * @param requirements totals that it may miss
   */
  Plan plan(Answer answer, List<Requirement> requirements, Plan.Kept kept, Plan.Proof proof) {
    return new Plan(
        uses(answer),
        rentals(answer),
        gaps(answer),
        cost.at(answer.values()),
        rent.at(answer.values()),
        missed(answer, requirements),
        waits.of(answer),
        kept,
        proof);
  }

  private List<Plan.Use> uses(Answer answer) {
    List<Plan.Use> uses = new ArrayList<>();
    shares.forEach(
        (lane, variable) -> {
          if (answer.values()[variable] > Plan.NOTHING) {
            uses.add(new Plan.Use(lane, Math.min(1, answer.values()[variable])));
          }
        });
    return uses;
  }

  /** Instances that are rented for more than to carry: for a total, or to be emptier. */
  private List<Plan.Rental> rentals(Answer answer) {
    List<Plan.Rental> rentals = new ArrayList<>();
    for (Rented r : rented) {
      int count = (int) Math.round(r.instances().at(answer.values()));
      boolean beyond = room == Room.ALL && Extent.isCounted(r.option());
      if (count > 0 && (beyond || isRewarded(r.option()))) {
        rentals.add(new Plan.Rental(r.option(), count));
      }
    }
    return rentals;
  }

  /** Which of these totals an answer misses. */
  private Set<ClauseReading> missed(Answer answer, List<Requirement> requirements) {
    Set<ClauseReading> missed = new TreeSet<>();
    for (Requirement r : requirements) {
      if (total(r).at(answer.values()) < r.least() - Plan.NO_GAP) {
        missed.add(r.clause());
      }
    }
    return missed;
  }

  private List<Plan.Gap> gaps(Answer answer) {
    return missing.stream()
        .map(lost -> new Plan.Gap(lost.stage(), answer.values()[lost.variable()]))
        .filter(gap -> gap.share() > Plan.NO_GAP)
        .toList();
  }
}
