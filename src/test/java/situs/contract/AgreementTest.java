package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import situs.contract.SlowEvaluator.Answer;
import situs.contract.SlowEvaluator.Term;
import situs.document.Document;
import situs.document.Issues;

/** The engine and the slow evaluator agree on random contracts and facts, under every reading. */
class AgreementTest {
  private static final int CONTRACTS = 1000;
  private static final int FACT_SETS = 10;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> READINGS = List.of("r1", "r2", "another");

  private static Contracts read(String text) {
    Issues issues = new Issues();
    var read = Document.parse("r.yaml", text, issues).flatMap(r -> ContractFile.of(r, issues));
    assertThat(issues.render()).as(text).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
  }

  private static Answer answer(Verdict verdict) {
    if (verdict instanceof Verdict.Conflicting) {
      return Answer.DISAGREE;
    }
    return verdict.objects() ? Answer.OBJECTS : verdict.isOpen() ? Answer.OPEN : Answer.KEPT;
  }

  @Test
  void theEngineAgreesWithAnIndependentEvaluatorOnTenThousandCases() {
    RandomTerms made = new RandomTerms(new Random(2026));
    Map<Answer, Integer> seen = new EnumMap<>(Answer.class);
    for (int i = 0; i < CONTRACTS; i++) {
      List<Term> terms = made.terms();
      String text = made.text(terms);
      Contracts contracts = read(text);
      for (int k = 0; k < FACT_SETS; k++) {
        Facts facts = new Facts(SubjectKind.ROUTE, made.facts());
        int day = made.day();
        for (int c = 0; c < terms.size(); c++) {
          compare(text, contracts, terms.get(c), c, facts, day, seen);
        }
      }
    }
    // A comparison in which one answer never came up would show little.
    assertThat(seen).hasSize(4).allSatisfy((a, n) -> assertThat(n).isGreaterThan(200));
    System.out.println("agreed: " + seen);
  }

  private static void compare(
      String text,
      Contracts contracts,
      Term term,
      int index,
      Facts facts,
      int day,
      Map<Answer, Integer> seen) {
    Instant at = FIRST.plus(Duration.ofDays(day));
    Clause clause = contracts.contracts().get(0).clauses().get(index);
    for (String reading : READINGS) {
      Optional<Answer> slow = new SlowEvaluator(facts.values(), day, reading).answer(term);
      Optional<Answer> fast =
          clause.isInForceAt(at)
              ? Optional.of(answer(clause.judge(facts, reading, at)))
              : Optional.empty();
      boolean allKnown = facts.values().size() == RandomTerms.FACTS.size();
      assertThat(fast.map(a -> told(a, allKnown)))
          .as("%s of %s under %s on day %s%n%s", term.id(), facts.values(), reading, day, text)
          .isEqualTo(slow.map(a -> told(a, allKnown)));
      slow.ifPresent(a -> seen.merge(a, 1, Integer::sum));
    }
  }

  /**
   * With something unknown, that exceptions disagree may be certain or only possible: one looks at
   * what applies for certain, the other at every case, and both leave it open.
   */
  private static Answer told(Answer answer, boolean allKnown) {
    return answer == Answer.DISAGREE && !allKnown ? Answer.OPEN : answer;
  }

  @Test
  void judgedOnceOrOneByOneIsTheSame() {
    RandomTerms made = new RandomTerms(new Random(7));
    for (int i = 0; i < 50; i++) {
      Contracts contracts = read(made.text(made.terms()));
      Judge judge = new Judge(contracts);
      for (int k = 0; k < 40; k++) {
        Facts facts = new Facts(SubjectKind.ROUTE, made.facts());
        Instant at = FIRST.plus(Duration.ofDays(made.day()));
        assertThat(judge.judge(facts, at)).isEqualTo(contracts.judge(facts, at));
      }
    }
  }

  @Test
  void neitherTheOrderOfClausesNorAClauseMoreChangesAVerdict() {
    RandomTerms made = new RandomTerms(new Random(11));
    for (int i = 0; i < 100; i++) {
      List<Term> terms = new ArrayList<>(made.terms());
      Contracts forward = read(made.text(terms));
      Collections.reverse(terms);
      Contracts backward = read(made.text(terms));
      Contracts fewer = read(made.text(terms.subList(0, 2)));
      for (int k = 0; k < 5; k++) {
        Facts facts = new Facts(SubjectKind.ROUTE, made.facts());
        Instant at = FIRST.plus(Duration.ofDays(made.day()));
        List<String> said = said(forward, facts, at);
        assertThat(said).containsExactlyInAnyOrderElementsOf(said(backward, facts, at));
        assertThat(said).containsAll(said(fewer, facts, at));
      }
    }
  }

  @Test
  void aClauseThatSpeaksOfLessNeverObjectsToMore() {
    RandomTerms made = new RandomTerms(new Random(13));
    int objections = 0;
    for (int i = 0; i < 100; i++) {
      List<Term> terms = made.terms();
      Contracts wide = read(made.text(terms));
      Contracts narrow = read(made.text(terms.stream().map(made::narrower).toList()));
      for (int k = 0; k < 10; k++) {
        Facts facts = new Facts(SubjectKind.ROUTE, made.facts());
        Instant at = FIRST.plus(Duration.ofDays(made.day()));
        for (String reading : READINGS) {
          List<String> fewer = objecting(narrow, facts, at, reading);
          assertThat(objecting(wide, facts, at, reading)).containsAll(fewer);
          objections += fewer.size();
        }
      }
    }
    assertThat(objections).isGreaterThan(100);
  }

  private static List<String> objecting(
      Contracts contracts, Facts facts, Instant at, String reading) {
    return contracts.contracts().get(0).clauses().stream()
        .filter(c -> c.isInForceAt(at) && c.judge(facts, reading, at).objects())
        .map(Clause::id)
        .toList();
  }

  private static List<String> said(Contracts contracts, Facts facts, Instant at) {
    List<String> said = new ArrayList<>();
    for (Clause clause : contracts.contracts().get(0).clauses()) {
      for (String reading : READINGS) {
        if (clause.isInForceAt(at)) {
          said.add(clause.id() + reading + clause.judge(facts, reading, at));
        }
      }
    }
    return said;
  }
}
