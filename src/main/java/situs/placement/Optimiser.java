package situs.placement;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import situs.optimise.Answer;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;
import situs.optimise.LinearProgram.Sum;
import situs.optimise.Solver;
import situs.placement.PlacementProgram.Room;
import situs.placement.Plan.Kept;

/**
 * The best plan under clauses.
 *
 * @param binding the clauses, each with its reading, that must be kept
 */
record Optimiser(Stages stages, Predicate<ClauseReading> binding, Goal goal, Effort effort) {
  /** Values this near each other are one: the solver's rows hold no better. */
  private static final double SAME = 1e-7;

  /** What comes second need not be proven as far. */
  private static final double NEARLY = 1e-3;

  /** The best plan that carries all demand within its objectives. */
  Sought<Plan> inTime() {
    return whole(lane -> lane.lawful(binding) && !lane.late(), Kept.OBJECTIVES);
  }

  /** The best plan that carries all demand, late or not. */
  Sought<Plan> whole() {
    return whole(lane -> lane.lawful(binding), Kept.DEMAND);
  }

  /** The best within the objectives, and where that cannot be, the best of all demand. */
  Sought<Plan> asFarAsCanBe() {
    return inTime().orIfImpossible(this::whole);
  }

  /**
   * The best plan of those that leave the least over: there is always one, though it may have to
   * give up the totals that clauses ask for. What a search could not decide is given up, too.
   */
  Plan best() {
    Sought<Plan> inTime = inTime();
    Kept late = inTime instanceof Sought.Undecided ? Kept.UNDECIDED : Kept.DEMAND;
    return inTime
        .found()
        .or(() -> whole(lane -> lane.lawful(binding), late).found())
        .or(() -> most(stages.requirements(binding), Kept.CLAUSES))
        .or(() -> most(List.of(), Kept.ROUTES))
        .orElseThrow();
  }

  /** Whether there is any plan that carries all demand, late or not. */
  boolean possible() {
    return possible(lane -> lane.lawful(binding));
  }

  /** Whether there is any plan that carries all demand within its objectives. */
  boolean possibleInTime() {
    return possible(lane -> lane.lawful(binding) && !lane.late());
  }

  private boolean possible(Predicate<Lane> open) {
    List<Requirement> bound = stages.requirements(binding);
    if (Apart.of(stages, open, bound).isPresent()) {
      return true;
    }
    PlacementProgram program = PlacementProgram.of(stages, open, bound, 0, Room.CARRYING);
    if (Solver.bound(program.program(), new Sum()).outcome() == Outcome.IMPOSSIBLE) {
      return false;
    }
    return sought(Solver.least(program.program(), new Sum(), effort)).decided().isPresent();
  }

  private Sought<Plan> whole(Predicate<Lane> open, Kept kept) {
    List<Requirement> bound = stages.requirements(binding);
    if (isEmptier() && Apart.isTooMuch(stages, open)) {
      // Prices know no way around what is refuted, and the program of all together ends nowhere.
      return new Sought.Undecided<>(effort);
    }
    Optional<Apart> apart =
        goal instanceof Goal.Cost && !isEmptier()
            ? Apart.of(stages, open, bound)
            : Optional.empty();
    return apart
        .filter(Apart::isEnough)
        .<Sought<Plan>>map(a -> new Sought.Found<>(a.plan(kept)))
        .orElseGet(() -> solved(PlacementProgram.of(stages, open, bound, 0, room()), kept, apart));
  }

  private Room room() {
    return goal instanceof Goal.Cost && !isEmptier() ? Room.CARRYING : Room.ALL;
  }

  private boolean isEmptier() {
    return stages.caution().pools() == Caution.Pools.EMPTIER;
  }

  private Optional<Plan> most(List<Requirement> bound, Kept kept) {
    Predicate<Lane> open = lane -> lane.lawful(binding);
    PlacementProgram program = PlacementProgram.of(stages, open, bound, 1, room());
    Answer least = Solver.least(program.program(), program.lacking(), effort);
    if (!least.found()) {
      return Optional.empty();
    }
    program.program().atMost(least.value() + SAME, program.lacking());
    return solved(program, kept, Optional.empty()).decided();
  }

  private Sought<Plan> solved(PlacementProgram program, Kept kept, Optional<Apart> apart) {
    if (goal instanceof Goal.Waiting within) {
      program.program().atMost(within.budgetUsdPerHour(), program.cost());
    }
    Answer answer =
        apart
            .map(known -> furthered(program, known))
            .orElseGet(() -> Solver.least(program.program(), target(program), effort));
    return sought(answer)
        .map(
            best -> program.plan(settled(program, best), stages.requirements(), kept, proof(best)));
  }

  private Sought<Answer> sought(Answer answer) {
    if (answer.found()) {
      return new Sought.Found<>(answer);
    }
    return answer.outcome() == Outcome.IMPOSSIBLE
        ? new Sought.Impossible<>()
        : new Sought.Undecided<>(effort);
  }

  /** Prices find good answers soon, and the program of all together proves what they cannot. */
  private Answer furthered(PlacementProgram program, Apart apart) {
    Answer known = program.answer(apart);
    return known.gap() <= effort.gap()
        ? known
        : Solver.least(program.program(), target(program), apart.effort(effort), known.values())
            .with(known, effort.gap());
  }

  private Sum target(PlacementProgram program) {
    if (goal instanceof Goal.Weighted weighted) {
      return new Sum().plus(1, program.cost()).plus(weighted.worthUsd(), program.waiting());
    }
    return goal instanceof Goal.Waiting ? program.waiting() : program.cost();
  }

  /** Of the answers that are as good, the one that waits least, or costs least. */
  private Answer settled(PlacementProgram program, Answer best) {
    if (goal instanceof Goal.Weighted) {
      return best;
    }
    Sum first = target(program);
    Sum then = goal instanceof Goal.Cost ? program.waitingInQueues() : program.cost();
    double ease = goal instanceof Goal.Cost ? stages.caution().ease() : 0;
    if (ease > 0) {
      program.keepInstances(best);
    }
    double same = Math.max(SAME * Math.max(1, best.value()), ease * best.value());
    program.program().atMost(best.value() + same, first);
    Effort some = new Effort(NEARLY, Math.max(1, effort.nodes() / 10), effort.time());
    Answer settled = Solver.better(program.program(), then, some, best.values());
    return settled.found() ? settled : best;
  }

  static Plan.Proof proof(Answer answer) {
    return new Plan.Proof(answer.outcome(), answer.bound(), answer.gap(), answer.nodes());
  }
}
