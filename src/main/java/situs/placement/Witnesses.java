package situs.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.contract.Answer.Kind;
import situs.contract.Quota;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.optimise.Answer;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;
import situs.optimise.Solver;

/**
 * Placements of which two laws say different things, by what a clause of theirs measures: of all
 * that carry all demand, late or not, the cheapest.
 */
public final class Witnesses {
  /**
   * By which a total is broken at the least: of a share a millionth of the whole, of money and
   * capacity a millionth of the most that one flow or one instance adds. A solver's rows hold to
   * less.
   */
  static final double MARGIN = 1e-6;

  private final Scenario scenario;
  private final Stages stages;
  private final Effort effort;

  /**
   * @param effort of one search
   */
  public Witnesses(Scenario scenario, Effort effort) {
    this.scenario = scenario;
    this.stages = Stages.of(scenario, Law.NONE, Sizing.USUAL);
    this.effort = effort;
  }

  /**
   * What a clause asks of a plan by one law; nothing, where it is not the law.
   *
   * @param kept kept by a plan where the clause is
   * @param broken of which one is kept, by any margin, where the clause is broken
   */
  public record Asks(List<Quota> kept, List<Quota> broken) {
    public static final Asks NOTHING = new Asks(List.of(), List.of());

    public Asks {
      kept = List.copyOf(kept);
      broken = List.copyOf(broken);
    }
  }

  /**
   * A turn that there could be.
   *
   * @param before what the first law says
   * @param after what the second says
   * @param sought the cheapest placement that it turns so
   */
  public record Turn(Kind before, Kind after, Sought<Witness> sought) {}

  /**
   * What is wanted of a placement.
   *
   * @param all totals that it keeps
   * @param any of which it keeps one; where there is none, nothing
   */
  private record Wanted(List<Requirement> all, List<Requirement> any) {}

  /** Every turn of which it is not proven that there is none. */
  public List<Turn> turns(Asks before, Asks after) {
    List<Turn> turns = new ArrayList<>();
    for (Kind first : Kind.values()) {
      for (Kind second : Kind.values()) {
        if (first != second) {
          wanted(before, first)
              .flatMap(w -> wanted(after, second).map(also -> cheapest(w, also)))
              .filter(sought -> !(sought instanceof Sought.Impossible))
              .ifPresent(sought -> turns.add(new Turn(first, second, sought)));
        }
      }
    }
    return turns;
  }

  /** That a clause says so of it; empty where it never does. */
  private Optional<Wanted> wanted(Asks asks, Kind says) {
    List<Requirement> kept = planned(asks.kept());
    List<Requirement> broken = planned(asks.broken());
    List<Requirement> notKept = kept.stream().map(Requirement::opposite).toList();
    return switch (says) {
      case LAWFUL -> Optional.of(new Wanted(kept, List.of()));
      case UNLAWFUL -> oneOf(List.of(), broken);
      // What is broken where it is not kept can always be told.
      case OPEN ->
          notKept.equals(broken)
              ? Optional.empty()
              : oneOf(broken.stream().map(Requirement::opposite).toList(), notKept);
    };
  }

  private static Optional<Wanted> oneOf(List<Requirement> all, List<Requirement> any) {
    return any.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wanted(all, any.stream().map(r -> r.by(MARGIN)).toList()));
  }

  private List<Requirement> planned(List<Quota> quotas) {
    return Requirements.asPlanned(scenario, stages.stages(), quotas);
  }

  private Sought<Witness> cheapest(Wanted first, Wanted second) {
    List<Requirement> all = new ArrayList<>(first.all());
    all.addAll(second.all());
    PlacementProgram program = PlacementProgram.of(stages, all, List.of(first.any(), second.any()));
    Answer answer = Solver.least(program.program(), program.cost(), effort);
    if (answer.found()) {
      return new Sought.Found<>(witness(program, answer));
    }
    return answer.outcome() == Outcome.IMPOSSIBLE
        ? new Sought.Impossible<>()
        : new Sought.Undecided<>(effort);
  }

  private Witness witness(PlacementProgram program, Answer answer) {
    Plan plan = program.plan(answer, List.of(), Plan.Kept.DEMAND, Optimiser.proof(answer));
    Follow follow = new Follow(plan, clause -> false, "witness");
    return Witness.of(
        plan, Planner.plan(scenario, "witness", follow, Sizing.USUAL, RoutingRule.WEIGHTED));
  }
}
