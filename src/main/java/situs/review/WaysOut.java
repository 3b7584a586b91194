package situs.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import situs.audit.Standing;
import situs.contract.Contracts;
import situs.contract.Judge;
import situs.contract.Judgement;
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

  /** Clauses that wait for a run as it is, but for the one to which a way out is sought. */
  private final Set<String> untold;

  /** After a change, what stands against it and what else there is to say. */
  private record Aftermath(List<String> but, List<String> untold) {}

  private WaysOut(
      Scenario scenario,
      Contracts contracts,
      Reviewed subject,
      List<Reviewed> others,
      Judgement trouble,
      Instant at) {
    this.scenario = scenario;
    this.judge = new Judge(contracts);
    this.subject = subject;
    this.reading = trouble.reading();
    this.aspects = new Aspects(scenario, contracts).of(subject, at);
    this.beside = new Beside(scenario, contracts, others, reading, at);
    this.untold = new TreeSet<>(untold(opinions(Situation.of(subject, at))));
    this.untold.remove(trouble.contract().name() + "/" + trouble.clause().id());
  }

  /** What of a subject is changed in the search, by name. */
  public static List<String> tried(
      Scenario scenario, Contracts contracts, Reviewed subject, Instant at) {
    return new Aspects(scenario, contracts)
        .of(subject, at).stream().map(Aspect::name).distinct().toList();
  }

  /**
   * The changes of the least number of aspects, first those that suit the whole placement; empty
   * where none of up to three helps.
   *
   * @param others the rest of the placement
   * @param trouble what a reading has against the subject, or cannot tell
   */
  public static List<WayOut> of(
      Scenario scenario,
      Contracts contracts,
      Reviewed subject,
      List<Reviewed> others,
      Judgement trouble,
      Instant at) {
    WaysOut search = new WaysOut(scenario, contracts, subject, others, trouble, at);
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
      Map<Aftermath, List<String>> enough = new LinkedHashMap<>();
      for (String value : aspect.values()) {
        Situation changed = aspect.change().apply(situation, value);
        if (changes > 1) {
          search(changed, changes - 1, i + 1, all, and(to, value), found);
        } else {
          lawful(changed, all, and(to, value))
              .ifPresent(after -> enough.computeIfAbsent(after, a -> new ArrayList<>()).add(value));
        }
      }
      enough.forEach(
          (after, values) ->
              found.add(
                  new WayOut(
                      all.stream().map(Aspect::name).toList(),
                      and(to.stream().map(List::of).toList(), values),
                      after.but(),
                      after.untold())));
    }
  }

  private static <T> List<T> and(List<T> some, T one) {
    List<T> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }

  /**
   * Empty where a clause has something against it. What only a run can tell is no yes: it is left
   * open where the change leaves it as it was, and else stands against the change.
   */
  private Optional<Aftermath> lawful(Situation situation, List<Aspect> what, List<String> to) {
    List<Opinion> opinions = opinions(situation);
    List<String> open = untold(opinions);
    return opinions.stream().allMatch(o -> o.standing() == Standing.COMPLIANT)
            && untold.containsAll(open)
        ? Optional.of(new Aftermath(beside.objections(what, to), open))
        : Optional.empty();
  }

  private List<Opinion> opinions(Situation situation) {
    return judge.judge(situation.facts(scenario, subject), situation.at()).stream()
        .filter(judgement -> judgement.reading().equals(reading))
        .map(judgement -> Opinion.of(situation.at(), subject, judgement))
        .toList();
  }

  private static List<String> untold(List<Opinion> opinions) {
    return opinions.stream().filter(Opinion::needsRun).map(Opinion::clause).sorted().toList();
  }
}
