package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import situs.audit.Standing;
import situs.contract.Contracts;
import situs.contract.Judge;
import situs.model.Scenario;

/** The other parts of a placement, some of which change where one does. */
final class Beside {
  private final Scenario scenario;
  private final Judge judge;
  private final String reading;
  private final Instant at;
  private final Map<Reviewed, List<Aspect>> others = new LinkedHashMap<>();

  Beside(
      Scenario scenario, Contracts contracts, List<Reviewed> others, String reading, Instant at) {
    this.scenario = scenario;
    this.judge = new Judge(contracts);
    this.reading = reading;
    this.at = at;
    Aspects aspects = new Aspects(scenario, contracts);
    others.forEach(part -> this.others.put(part, aspects.of(part, at)));
  }

  /**
   * What is new against them: {@code api-on-azure: gpt.model@aws/us-east-1/p5.48xlarge}.
   *
   * @param changed aspects of the part that changes
   * @param to what each becomes
   */
  List<String> objections(List<Aspect> changed, List<String> to) {
    List<String> all = new ArrayList<>();
    others.forEach(
        (part, aspects) -> {
          Situation before = Situation.of(part, at);
          Situation after = before;
          for (int i = 0; i < changed.size(); i++) {
            Optional<Aspect> same = same(aspects, changed.get(i));
            String value = to.get(i);
            Situation now = after;
            after = same.map(aspect -> aspect.change().apply(now, value)).orElse(now);
          }
          if (!after.equals(before)) {
            Set<String> added = objecting(part, after);
            added.removeAll(objecting(part, before));
            added.forEach(clause -> all.add(clause + ": " + part.name()));
          }
        });
    return all;
  }

  private static Optional<Aspect> same(List<Aspect> aspects, Aspect wanted) {
    return aspects.stream().filter(aspect -> aspect.of().equals(wanted.of())).findFirst();
  }

  private Set<String> objecting(Reviewed part, Situation situation) {
    Set<String> clauses = new TreeSet<>();
    judge.judge(situation.facts(scenario, part), situation.at()).stream()
        .filter(judgement -> judgement.reading().equals(reading))
        .map(judgement -> Opinion.of(situation.at(), part, judgement))
        .filter(opinion -> opinion.standing() != Standing.COMPLIANT)
        .forEach(opinion -> clauses.add(opinion.judgement().clause().id()));
    return clauses;
  }
}
