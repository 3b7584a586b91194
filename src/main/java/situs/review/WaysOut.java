package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Beside beside;

  private WaysOut(
      Scenario scenario,
      Contracts contracts,
      Reviewed subject,
      List<Reviewed> others,
      String reading,
      Instant at) {
    this.scenario = scenario;
    this.judge = new Judge(contracts);
    this.subject = subject;
    this.reading = reading;
    this.aspects = new Aspects(scenario, contracts).of(subject, at);
    this.beside = new Beside(scenario, contracts, others, reading, at);
  }

  /**
   * The changes of the least number of aspects, first those that suit the whole placement; empty
   * where none of up to three helps.
   *
   * @param others the rest of the placement
   */
  public static List<WayOut> of(
      Scenario scenario,
      Contracts contracts,
      Reviewed subject,
      List<Reviewed> others,
      String reading,
      Instant at) {
    WaysOut search = new WaysOut(scenario, contracts, subject, others, reading, at);
    for (int changes = 1; changes <= MOST_CHANGES; changes++) {
      List<WayOut> found = new ArrayList<>();
      search.search(Situation.of(subject, at), changes, 0, List.of(), List.of(), found);
      if (!found.isEmpty()) {
        return found.stream().sorted(Comparator.comparing(way -> !way.but().isEmpty())).toList();
      }
    }
    return List.of();
  }

  private void search(
      Situation situation,
      int changes,
      int from,
      List<Aspect> what,
      List<String> to,
      List<WayOut> found) {
    for (int i = from; i < aspects.size(); i++) {
      Aspect aspect = aspects.get(i);
      List<Aspect> all = and(what, aspect);
      Map<List<String>, List<String>> enough = new LinkedHashMap<>();
      for (String value : aspect.values()) {
        Situation changed = aspect.change().apply(situation, value);
        if (changes > 1) {
          search(changed, changes - 1, i + 1, all, and(to, value), found);
        } else if (isLawful(changed)) {
          enough
              .computeIfAbsent(beside.objections(all, and(to, value)), but -> new ArrayList<>())
              .add(value);
        }
      }
      enough.forEach(
          (but, values) ->
              found.add(
                  new WayOut(
                      all.stream().map(Aspect::name).toList(),
                      and(to.stream().map(List::of).toList(), values),
                      but)));
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
