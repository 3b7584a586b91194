package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import situs.contract.SlowEvaluator.Case;

/** What holds of any contracts and any facts. */
class RandomContractsTest {
  private static final int SOME = 100;

  @Test
  void judgedOnceOrOneByOneIsTheSame() {
    IntStream.range(0, 50)
        .parallel()
        .forEach(
            number -> {
              Random random = new Random(number);
              Contracts contracts = Drafts.read(Drafts.any(random));
              Judge judge = new Judge(contracts);
              for (int i = 0; i < 40; i++) {
                Case subject = RandomDrafts.aCase(random);
                Facts facts = Drafts.facts(subject);
                assertThat(judge.judge(facts, Drafts.at(subject)))
                    .isEqualTo(contracts.judge(facts, Drafts.at(subject)));
              }
            });
  }

  @Test
  void theOrderOfClausesChangesNoVerdict() {
    IntStream.range(0, SOME)
        .parallel()
        .forEach(
            number -> {
              Random random = new Random(number);
              Draft draft = RandomDrafts.any(random, "one");
              List<Draft.Term> shuffled = new ArrayList<>(draft.clauses());
              Collections.shuffle(shuffled, random);
              sameVerdicts(
                  random, Drafts.read(List.of(draft)), Drafts.read(List.of(draft.with(shuffled))));
            });
  }

  @Test
  void theOrderOfContractsChangesNoVerdict() {
    IntStream.range(0, SOME)
        .parallel()
        .forEach(
            number -> {
              Random random = new Random(number);
              List<Draft> drafts =
                  new ArrayList<>(
                      List.of(
                          RandomDrafts.any(random, "one"),
                          RandomDrafts.any(random, "two"),
                          RandomDrafts.any(random, "three")));
              Contracts forward = Drafts.read(drafts);
              Collections.rotate(drafts, 1 + random.nextInt(2));
              Contracts rotated = new Contracts(inOrder(forward, drafts));
              sameVerdicts(random, forward, rotated);
            });
  }

  private static List<Contract> inOrder(Contracts contracts, List<Draft> order) {
    return order.stream()
        .flatMap(draft -> contracts.contracts().stream().filter(c -> c.name().equals(draft.name())))
        .toList();
  }

  /** Under all that can be asked for, and under all readings that are judged unasked. */
  private static void sameVerdicts(Random random, Contracts one, Contracts other) {
    for (int i = 0; i < 10; i++) {
      Case subject = RandomDrafts.aCase(random);
      Facts facts = Drafts.facts(subject);
      assertThat(Drafts.said(Drafts.judged(one, subject)))
          .containsExactlyInAnyOrderElementsOf(Drafts.said(Drafts.judged(other, subject)));
      assertThat(Drafts.said(one.judge(facts, Drafts.at(subject))))
          .containsExactlyInAnyOrderElementsOf(Drafts.said(other.judge(facts, Drafts.at(subject))));
    }
  }

  @Test
  void aClauseMoreChangesNoVerdictOfOthers() {
    IntStream.range(0, SOME)
        .parallel()
        .forEach(
            number -> {
              Random random = new Random(number);
              Draft all = RandomDrafts.any(random, "one");
              Draft fewer = all.with(all.clauses().stream().filter(t -> isNeeded(all, t)).toList());
              if (!fewer.clauses().isEmpty()) {
                allVerdictsAreAmong(random, Drafts.read(List.of(fewer)), Drafts.read(List.of(all)));
              }
            });
  }

  /** Whether something else of the contract names it. */
  private static boolean isNeeded(Draft draft, Draft.Term term) {
    return term.isPermission()
        || draft.profiles().values().stream().anyMatch(p -> p.picks().containsKey(term.name()))
        || draft.amendments().stream()
            .anyMatch(
                a ->
                    a.ends().contains(term.name())
                        || a.replaces().containsKey(term.name())
                        || a.suspends().containsKey(term.name()));
  }

  private static void allVerdictsAreAmong(Random random, Contracts fewer, Contracts all) {
    for (int i = 0; i < 10; i++) {
      Case subject = RandomDrafts.aCase(random);
      assertThat(Drafts.said(Drafts.judged(all, subject)))
          .containsAll(Drafts.said(Drafts.judged(fewer, subject)));
    }
  }

  /**
   * Whatever readings it names: what every reading called a breach, every reading does. The
   * standing of a clause is its own.
   */
  @Test
  void aContractMoreSoftensNoBreachOfOthers() {
    AtomicInteger breaches = new AtomicInteger();
    IntStream.range(0, 4 * SOME)
        .parallel()
        .forEach(
            number -> {
              Random random = new Random(number);
              Contracts alone = Drafts.read(List.of(RandomDrafts.any(random, "one")));
              List<Contract> both = new ArrayList<>(alone.contracts());
              both.add(Drafts.read(naming(random)));
              Contracts with = new Contracts(both);
              for (int i = 0; i < 10; i++) {
                Case subject = RandomDrafts.aCase(random);
                List<String> broken = broken(alone, subject);
                assertThat(broken(with, subject)).as("contract %d", number).containsAll(broken);
                breaches.addAndGet(broken.size());
              }
            });
    assertThat(breaches.get()).isGreaterThan(SOME);
  }

  /** A contract that objects to nothing, and names one or two readings. */
  private static String naming(Random random) {
    List<String> names = new ArrayList<>(List.of("letter", "spirit", "other", "third"));
    Collections.shuffle(names, random);
    String readings =
        String.join(
            ", ",
            names.subList(0, 1 + random.nextInt(2)).stream()
                .map(name -> name + ": {require: 'true'}")
                .toList());
    return "contract: more\nclauses:\n  c: {text: t, cite: c, over: route, readings: {%s}}\n"
        .formatted(readings);
  }

  /** Clauses to which every reading objects. */
  private static List<String> broken(Contracts contracts, Case subject) {
    Map<String, Boolean> all = new LinkedHashMap<>();
    contracts
        .judge(Drafts.facts(subject), Drafts.at(subject))
        .forEach(
            j ->
                all.merge(
                    j.contract().name() + "/" + j.clause().id(),
                    j.verdict().objects(),
                    Boolean::logicalAnd));
    return all.keySet().stream().filter(all::get).toList();
  }

  @Test
  void aClauseThatSpeaksOfLessNeverObjectsToMore() {
    AtomicInteger objections = new AtomicInteger();
    IntStream.range(0, SOME)
        .parallel()
        .forEach(
            number -> {
              Random random = new Random(number);
              Draft wide = RandomDrafts.any(random, "one");
              Draft narrow =
                  wide.with(wide.clauses().stream().map(t -> narrower(t, random)).toList());
              Contracts before = Drafts.read(List.of(wide));
              Contracts after = Drafts.read(List.of(narrow));
              for (int i = 0; i < 10; i++) {
                Case subject = RandomDrafts.aCase(random);
                List<String> fewer = objecting(after, subject);
                assertThat(objecting(before, subject)).containsAll(fewer);
                objections.addAndGet(fewer.size());
              }
            });
    assertThat(objections.get()).isGreaterThan(SOME);
  }

  private static List<String> objecting(Contracts contracts, Case subject) {
    return Drafts.judged(contracts, subject).stream()
        .filter(j -> j.verdict().objects())
        .map(Drafts::key)
        .toList();
  }

  /** The same clause, of fewer subjects under every reading; a permission as it is. */
  private static Draft.Term narrower(Draft.Term term, Random random) {
    if (term.isPermission()) {
      return term;
    }
    Condition more = new RandomDemands(random, term.over(), List.of(), List.of(), List.of()).is();
    Map<String, Draft.Way> ways = new LinkedHashMap<>();
    term.ways()
        .forEach(
            (name, way) ->
                ways.put(
                    name,
                    new Draft.Way(
                        way.when().map(w -> new Condition.Both(w, more)),
                        way.demand(),
                        way.never(),
                        way.readBy())));
    Condition when = term.when().<Condition>map(w -> new Condition.Both(w, more)).orElse(more);
    return new Draft.Term(
        term.name(),
        term.over(),
        term.inForce(),
        Optional.of(when),
        term.demand(),
        ways,
        term.exempt());
  }
}
