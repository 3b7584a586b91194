package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import situs.contract.SlowEvaluator.Answer;
import situs.contract.SlowEvaluator.Case;
import situs.contract.SlowEvaluator.Finding;

/**
 * The engine and an independent, slow evaluator agree on random contracts and facts, under every
 * reading, party and profile. Each contract is made from its number, which a failure shows.
 */
class AgreementTest {
  @Test
  void theEngineAgreesWithAnIndependentEvaluatorOnTenThousandCases() {
    compare(1_000, 10);
  }

  @Test
  @Tag("fuzz")
  void theEngineAgreesWithAnIndependentEvaluatorOnTenThousandContracts() {
    compare(10_000, 1);
  }

  /**
   * @param numbers of which each makes a contract, and every fourth two
   * @param cases judged by each
   */
  private static void compare(int numbers, int cases) {
    Map<Answer, Integer> seen = new ConcurrentHashMap<>();
    IntStream.range(0, numbers).parallel().forEach(number -> compare(number, cases, seen));
    System.out.println("agreed on " + numbers * cases + " cases: " + new TreeMap<>(seen));
    // A comparison in which one answer never came up would show little.
    assertThat(seen.keySet()).containsExactlyInAnyOrder(Answer.values());
    assertThat(seen)
        .allSatisfy((answer, times) -> assertThat(times).isGreaterThan(numbers * cases / 40));
  }

  private static void compare(int number, int cases, Map<Answer, Integer> seen) {
    Random random = new Random(number);
    List<Draft> drafts = Drafts.any(random);
    Contracts contracts = Drafts.read(drafts);
    for (int i = 0; i < cases; i++) {
      Case subject = RandomDrafts.aCase(random);
      Map<String, Verdict> verdicts = new HashMap<>();
      Drafts.judged(contracts, subject).forEach(j -> verdicts.put(Drafts.key(j), j.verdict()));
      for (Draft draft : drafts) {
        compare(number, draft, subject, verdicts, seen);
      }
      assertThat(verdicts).as("judged, and in none of the contracts over such a subject").isEmpty();
    }
  }

  /** Takes what it has compared. */
  private static void compare(
      int number,
      Draft draft,
      Case subject,
      Map<String, Verdict> verdicts,
      Map<Answer, Integer> seen) {
    List<Draft.Term> terms =
        draft.all().stream().filter(term -> term.over() == subject.kind()).toList();
    for (Draft.Term term : terms) {
      for (String asked : RandomDrafts.ASKED) {
        String key = Drafts.key(draft.name(), term.name(), asked);
        Optional<Verdict> verdict = Optional.ofNullable(verdicts.remove(key));
        Answer answer = verdict.map(AgreementTest::answer).orElse(Answer.NOT_IN_FORCE);
        Finding finding = new SlowEvaluator(draft, subject, asked).finding(term);
        assertThat(agree(finding, answer) && isNamed(finding, verdict))
            .as(
                "%d: %s of %s: %s, but %s%n%s",
                number, key, subject, verdict, finding, DraftText.of(draft))
            .isTrue();
        seen.merge(answer, 1, Integer::sum);
      }
    }
  }

  private static Answer answer(Verdict verdict) {
    return Arrays.stream(Answer.values())
        .filter(answer -> answer.name().replace('_', ' ').equalsIgnoreCase(verdict.word()))
        .findFirst()
        .orElse(verdict instanceof Verdict.Conflicting ? Answer.DISAGREE : Answer.UNDETERMINED);
  }

  /**
   * Where all is told there is one answer. Where something is unknown it is open when tries differ,
   * but for those that allow, or object, in one way or another. That exceptions disagree may then
   * be certain or only possible: one looks at what applies for certain, the other at every case,
   * and both leave it open.
   */
  private static boolean agree(Finding finding, Answer answer) {
    Set<Answer> answers = finding.answers();
    if (finding.isTold()) {
      return answers.equals(Set.of(answer));
    }
    if (Set.of(Answer.KEPT, Answer.NOT_APPLICABLE).containsAll(answers)) {
      return answers.contains(answer);
    }
    return answers.stream().allMatch(SlowEvaluator::objects)
        ? answers.contains(answer)
        : answer == Answer.UNDETERMINED || answer == Answer.DISAGREE;
  }

  /**
   * What is named as missing is missing and asked for; something is, unless all has been stated.
   */
  private static boolean isNamed(Finding finding, Optional<Verdict> verdict) {
    if (!(verdict.orElse(null) instanceof Verdict.Undetermined undetermined)) {
      return true;
    }
    return undetermined.fact().isEmpty()
        ? !finding.hasValue()
        : finding.unstated().containsAll(List.of(undetermined.fact().split(", ")));
  }
}
