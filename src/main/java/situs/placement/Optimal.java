package situs.placement;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import situs.contract.Contracts;
import situs.model.Placement;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;

/** The least cost of everything together that one reading permits, proven. */
public final class Optimal implements Strategy {
  /** Proven to a hundredth of a percent. The limit of nodes ends before that of time. */
  static final Effort EFFORT = new Effort(1e-4, Effort.NODES, Duration.ofMinutes(10));

  private final Optional<String> asked;

  /**
   * @param asked reading to keep to; empty for {@code letter}
   */
  public Optimal(Optional<String> asked) {
    this.asked = asked;
  }

  @Override
  public String name() {
    return asked.map(r -> "optimal:" + r).orElse("optimal");
  }

  @Override
  public String description() {
    return "the least cost of all components together that a reading permits, proven: "
        + asked.orElse(Contracts.LETTER);
  }

  @Override
  public Placement place(Scenario scenario, Contracts contracts) {
    String reading = ContractFirst.reading(asked, contracts);
    return place(
        scenario,
        name(),
        new ContractLaw(scenario, contracts),
        of -> of.reading().equals(reading),
        "permitted by the " + reading);
  }

  /** The best placement under the clauses that bind. */
  static Placement place(
      Scenario scenario,
      String strategy,
      Law law,
      Predicate<ClauseReading> binding,
      String permitted) {
    Stages stages = Stages.of(scenario, law, Sizing.USUAL);
    Plan plan = new Optimiser(stages, binding, new Goal.Cost(), EFFORT).best();
    // Traffic must go as planned: any other rule would send it where a clause may object.
    return Planner.plan(
        scenario,
        strategy,
        new Follow(plan, binding, words(plan, permitted)),
        Sizing.USUAL,
        RoutingRule.WEIGHTED);
  }

  private static String words(Plan plan, String permitted) {
    return String.format(
        Locale.ROOT,
        "least cost %s, %.6g USD/h in all, %s, %s",
        permitted,
        plan.usdPerHour(),
        proof(plan.proof()),
        plan.kept().words());
  }

  /** {@code proven within 0.01 %}, or what is known where the search was not ended. */
  static String proof(Plan.Proof proof) {
    String gap = String.format(Locale.ROOT, "%.2g %%", 100 * proof.gap());
    if (proof.outcome() == Outcome.PROVEN) {
      return proof.gap() == 0 ? "proven" : "proven within " + gap;
    }
    return "not proven, the best possible is at most " + gap + " less";
  }
}
