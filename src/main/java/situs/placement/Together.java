package situs.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import situs.optimise.Effort;
import situs.placement.Plan.Proof;
import situs.placement.Sought.Found;

/**
 * Optima under several choices of clauses. A plan that keeps more clauses keeps fewer too, and what
 * no plan under fewer clauses stays below, none under more does. So whatever the searches left
 * unproven, a clause more never makes an optimum better, nor its bound lower.
 *
 * @param found of each choice by itself
 */
record Together(Goal goal, List<Predicate<ClauseReading>> bindings, List<Sought<Plan>> found) {

  /** In the order of the choices. */
  static List<Sought<Plan>> of(
      Stages stages, List<Predicate<ClauseReading>> bindings, Goal goal, Effort effort) {
    List<Sought<Plan>> found =
        bindings.stream()
            .map(binding -> new Optimiser(stages, binding, goal, effort).asFarAsCanBe())
            .toList();
    Together together = new Together(goal, bindings, found);
    Set<ClauseReading> clauses = clauses(stages);
    List<Sought<Plan>> settled = new ArrayList<>();
    for (int i = 0; i < bindings.size(); i++) {
      int choice = i;
      settled.add(found.get(i).map(plan -> together.settled(plan, choice, clauses)));
    }
    return settled;
  }

  private static Set<ClauseReading> clauses(Stages stages) {
    Set<ClauseReading> clauses = new TreeSet<>();
    stages.stages().forEach(s -> s.lanes().forEach(lane -> clauses.addAll(lane.against())));
    stages.requirements().forEach(r -> clauses.add(r.clause()));
    return clauses;
  }

  private Plan settled(Plan own, int choice, Set<ClauseReading> clauses) {
    Predicate<ClauseReading> binding = bindings.get(choice);
    double bound = own.proof().bound();
    List<Plan> plans = new ArrayList<>(List.of(own));
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) instanceof Found<Plan> other && other.best().kept() == own.kept()) {
        Predicate<ClauseReading> theirs = bindings.get(i);
        if (clauses.stream().filter(theirs).allMatch(binding)) {
          bound = Math.max(bound, other.best().proof().bound());
        }
        if (other.best().objections().stream().noneMatch(binding)) {
          plans.add(other.best());
        }
      }
    }
    Plan best = plans.stream().min(Comparator.comparingDouble(this::value)).orElse(own);
    return best.proven(proof(best, bound));
  }

  private double value(Plan plan) {
    return goal.of(plan.usdPerHour(), plan.waiting());
  }

  private Proof proof(Plan plan, double bound) {
    double value = value(plan);
    // A bound above the plan is the solver's rounding.
    double least = Math.min(bound, value);
    double gap = value == 0 ? 0 : (value - least) / value;
    return new Proof(plan.proof().outcome(), least, gap, plan.proof().nodes());
  }
}
