package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import situs.audit.Standing;
import situs.contract.Contracts;
import situs.contract.Derivation;
import situs.contract.Judgement;
import situs.model.Scenario;

/**
 * Why a subject stands where it does.
 *
 * @param troubles readings that object or cannot tell
 * @param others what the rest of the clauses in force say
 * @param tried what of it was changed in search of ways out, by name
 */
public record Explanation(
    Reviewed subject,
    Instant at,
    List<Trouble> troubles,
    List<Judgement> others,
    List<String> tried) {

  /**
   * A reading that objects or cannot tell.
   *
   * @param waysOut the smallest changes after which no clause so read has anything against it
   */
  public record Trouble(Judgement judgement, Derivation derivation, List<WayOut> waysOut) {}

  public Explanation {
    troubles = List.copyOf(troubles);
    others = List.copyOf(others);
    tried = List.copyOf(tried);
  }

  /**
   * @param others the rest of its placement, which changes of it may concern
   * @param wanted which judgements to explain
   */
  public static Explanation of(
      Scenario scenario,
      Contracts contracts,
      Reviewed subject,
      List<Reviewed> others,
      Instant at,
      Predicate<Judgement> wanted) {
    List<Trouble> troubles = new ArrayList<>();
    List<Judgement> rest = new ArrayList<>();
    for (Judgement judgement : contracts.judge(subject.facts(), at)) {
      if (!wanted.test(judgement)) {
        continue;
      }
      if (Standing.of(judgement.verdict()) == Standing.COMPLIANT) {
        rest.add(judgement);
      } else {
        troubles.add(
            new Trouble(
                judgement,
                contracts.derivation(judgement, subject.facts(), at),
                WaysOut.of(scenario, contracts, subject, others, judgement, at)));
      }
    }
    List<String> tried = WaysOut.tried(scenario, contracts, subject, at);
    return new Explanation(subject, at, troubles, rest, tried);
  }
}
