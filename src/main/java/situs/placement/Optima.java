package situs.placement;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.model.FrontierWorkload;
import situs.model.Scenario;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;
import situs.serving.CallMix;

/**
 * The optima of one scenario under any choice of its clauses. What can be chosen, and which clause
 * objects to it, is worked out once.
 */
public final class Optima {
  private static final double HOURS_PER_DAY = 24;

  private final Stages stages;
  private final Map<ClauseReading, Set<String>> untold;
  private final double callsPerSecond;

  /** Of a search for any placement at all. */
  private final Effort any;

  Optima(Stages stages) {
    this(stages, Map.of(), Optimal.EFFORT);
  }

  private Optima(Stages stages, Map<ClauseReading, Set<String>> untold, Effort any) {
    this.stages = stages;
    this.untold = Map.copyOf(untold);
    this.any = any;
    this.callsPerSecond = callsPerSecond(stages);
  }

  /** What cannot be told of a clause counts as not kept. */
  public static Optima of(Scenario scenario, Contracts contracts) {
    return of(scenario, new ContractLaw(scenario, contracts));
  }

  /** What cannot be told of a clause counts as kept. */
  public static Optima ofWhatIsTold(Scenario scenario, Contracts contracts) {
    return of(scenario, ContractLaw.certain(scenario, contracts));
  }

  private static Optima of(Scenario scenario, Law law) {
    Stages stages = Stages.of(scenario, law, Sizing.USUAL);
    return new Optima(stages, law.untold(), Optimal.EFFORT);
  }

  /**
   * What would have to be known to tell what a clause says of all that could be chosen, in words;
   * empty where it can be told.
   */
  public Set<String> untold(String clause, Predicate<String> readings) {
    Set<String> words = new TreeSet<>();
    untold.forEach(
        (c, wanting) -> {
          if (c.clause().equals(clause) && readings.test(c.reading())) {
            words.addAll(wanting);
          }
        });
    return words;
  }

  /** The same, with so much time for each search for any placement at all. */
  public Optima within(Duration time) {
    return new Optima(stages, untold, new Effort(any.gap(), any.nodes(), time));
  }

  /**
   * A best placement, told by its figures.
   *
   * @param usdPerDay rent and transfer
   * @param boundUsdPerDay no placement that keeps to as much costs less; empty when something else
   *     than cost was the goal
   * @param reached of the goal
   * @param gap what the best possible may lie below it, as a part of the goal's value
   * @param meanCallS mean seconds of a model call, the trips of sessions to their runtimes divided
   *     among their calls; queues are not in it
   * @param objections clauses that object to any part of it, binding or not
   */
  public record Optimum(
      double usdPerDay,
      Optional<Double> boundUsdPerDay,
      Reached reached,
      double gap,
      double meanCallS,
      boolean inTime,
      Outcome outcome,
      Set<ClauseReading> objections) {

    public Optimum {
      objections = Collections.unmodifiableSortedSet(new TreeSet<>(objections));
    }

    /** What the best possible may lie below it, dollars a day; of an optimum of cost. */
    double slackUsdPerDay() {
      return usdPerDay - boundUsdPerDay.orElse(0.0);
    }
  }

  /**
   * The best placement of all demand under the clauses that bind: within the objectives, and where
   * that cannot be, without them.
   */
  public Sought<Optimum> sought(Predicate<ClauseReading> binding, Goal goal, Effort effort) {
    return new Optimiser(stages, binding, goal, effort)
        .asFarAsCanBe()
        .map(plan -> told(plan, goal));
  }

  /** The same under several choices of clauses, in their order, as {@link Together} says. */
  public List<Sought<Optimum>> sought(
      List<Predicate<ClauseReading>> bindings, Goal goal, Effort effort) {
    return Together.of(stages, bindings, goal, effort).stream()
        .map(sought -> sought.map(plan -> told(plan, goal)))
        .toList();
  }

  /**
   * The same; empty when no placement carries all demand.
   *
   * @throws UndecidedException when the effort is not enough to tell
   */
  public Optional<Optimum> best(Predicate<ClauseReading> binding, Goal goal, Effort effort) {
    return sought(binding, goal, effort).decided();
  }

  /** The same with the effort of the strategies. */
  public Optional<Optimum> best(Predicate<ClauseReading> binding, Goal goal) {
    return best(binding, goal, Optimal.EFFORT);
  }

  /** The best within the objectives alone. */
  Sought<Optimum> soughtInTime(Predicate<ClauseReading> binding, Goal goal, Effort effort) {
    return new Optimiser(stages, binding, goal, effort).inTime().map(plan -> told(plan, goal));
  }

  /** Whether the same clauses object to the same lanes, and ask the same of all, under both. */
  public boolean isSame(Predicate<String> readings, Predicate<String> others) {
    return stages.stages().stream()
            .flatMap(stage -> stage.lanes().stream())
            .allMatch(lane -> clauses(lane, readings).equals(clauses(lane, others)))
        && stages.requirements(c -> readings.test(c.reading())).stream()
            .map(Optima::withoutReading)
            .toList()
            .equals(
                stages.requirements(c -> others.test(c.reading())).stream()
                    .map(Optima::withoutReading)
                    .toList());
  }

  private static Set<String> clauses(Lane lane, Predicate<String> readings) {
    Set<String> clauses = new TreeSet<>();
    lane.against().stream()
        .filter(c -> readings.test(c.reading()))
        .forEach(c -> clauses.add(c.clause()));
    return clauses;
  }

  private static Requirement withoutReading(Requirement r) {
    return new Requirement(
        new ClauseReading(r.clause().clause(), ""), r.least(), r.byShare(), r.byInstance());
  }

  /**
   * Whether any placement carries all demand under the clauses that bind, late or not.
   *
   * @throws UndecidedException when the effort is not enough to tell
   */
  public boolean possible(Predicate<ClauseReading> binding) {
    return new Optimiser(stages, binding, new Goal.Cost(), any).possible();
  }

  /** The same within the objectives. */
  boolean possibleInTime(Predicate<ClauseReading> binding) {
    return new Optimiser(stages, binding, new Goal.Cost(), any).possibleInTime();
  }

  /**
   * Every clause that objects to anything that could be chosen, or asks something of all of it,
   * under the readings asked for.
   */
  public Set<String> objecting(Predicate<String> readings) {
    Set<String> clauses = new TreeSet<>();
    for (Stage stage : stages.stages()) {
      stage.lanes().forEach(lane -> clauses.addAll(clauses(lane, readings)));
    }
    stages
        .requirements(c -> readings.test(c.reading()))
        .forEach(r -> clauses.add(r.clause().clause()));
    return clauses;
  }

  private Optimum told(Plan plan, Goal goal) {
    return new Optimum(
        plan.usdPerHour() * HOURS_PER_DAY,
        goal instanceof Goal.Cost
            ? Optional.of(plan.proof().bound() * HOURS_PER_DAY)
            : Optional.empty(),
        Reached.of(goal, plan, callsPerSecond),
        plan.proof().gap(),
        plan.waiting() / callsPerSecond,
        plan.kept() == Plan.Kept.OBJECTIVES,
        plan.proof().outcome(),
        plan.objections());
  }

  /** Calls and turns of all clients, at the mean rate. */
  static double callsPerSecond(Stages stages) {
    return stages.stages().stream().mapToDouble(Optima::callsPerSecond).sum();
  }

  /** Of the clients' demand that a stage starts; 0 for what follows from another stage. */
  static double callsPerSecond(Stage stage) {
    if (stage.flow().unit() instanceof Flow.Session) {
      return stage.flow().meanPerSecond()
          * CallMix.callsPerSession(((FrontierWorkload) stage.flow().caller()).session());
    }
    return stage.feeders().isEmpty() ? stage.flow().meanPerSecond() : 0;
  }
}
