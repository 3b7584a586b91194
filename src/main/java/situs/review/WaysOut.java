package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import situs.audit.Standing;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judge;
import situs.model.Scenario;

/**
 * Searches for the nearest change that makes a subject lawful under a reading: every change of one
 * aspect, and only where none will do every change of two, and of three. Each is judged.
 */
public final class WaysOut {
  private static final int MOST_CHANGES = 3;

  private final Scenario scenario;
  private final Judge judge;
  private final Reviewed subject;
  private final String reading;
  private final List<Aspect> aspects;

  private WaysOut(
      Scenario scenario, Contracts contracts, Reviewed subject, String reading, Instant at) {
    this.scenario = scenario;
    this.judge = new Judge(contracts);
    this.subject = subject;
    this.reading = reading;
    this.aspects = new Aspects(scenario, contracts).of(subject, at);
  }

  /** The changes of the least number of aspects; empty where none of up to three helps. */
  public static List<WayOut> of(
      Scenario scenario, Contracts contracts, Reviewed subject, String reading, Instant at) {
    WaysOut search = new WaysOut(scenario, contracts, subject, reading, at);
    for (int changes = 1; changes <= MOST_CHANGES; changes++) {
      List<WayOut> found = new ArrayList<>();
      search.search(Situation.of(subject, at), changes, 0, List.of(), List.of(), found);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private void search(
      Situation situation,
      int changes,
      int from,
      List<String> what,
      List<List<String>> to,
      List<WayOut> found) {
    for (int i = from; i < aspects.size(); i++) {
      Aspect aspect = aspects.get(i);
      List<String> enough = new ArrayList<>();
      for (String value : aspect.values()) {
        Situation changed = aspect.change().apply(situation, value);
        if (changes > 1) {
          search(
              changed,
              changes - 1,
              i + 1,
              and(what, aspect.name()),
              and(to, List.of(value)),
              found);
        } else if (isLawful(changed)) {
          enough.add(value);
        }
      }
      if (!enough.isEmpty()) {
        found.add(new WayOut(and(what, aspect.name()), and(to, enough)));
      }
    }
  }

  private static <T> List<T> and(List<T> some, T one) {
    List<T> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }

  private boolean isLawful(Situation situation) {
    Facts facts = situation.facts(scenario, subject);
    return judge.judge(facts, situation.at()).stream()
        .filter(judgement -> judgement.reading().equals(reading))
        .map(judgement -> Opinion.of(situation.at(), subject, judgement))
        .allMatch(opinion -> opinion.standing() == Standing.COMPLIANT);
  }
}
