package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import situs.document.Document;
import situs.document.Issues;

/** Drafts, cases and answers as the engine has them. */
final class Drafts {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private Drafts() {}

  /** One contract or two. */
  static List<Draft> any(Random random) {
    List<Draft> drafts = new ArrayList<>(List.of(RandomDrafts.any(random, "one")));
    if (random.nextInt(4) == 0) {
      drafts.add(RandomDrafts.any(random, "two"));
    }
    return drafts;
  }

  static Contract read(String text) {
    Issues issues = new Issues();
    var read = Document.parse("r.yaml", text, issues).flatMap(r -> ContractFile.of(r, issues));
    assertThat(issues.render()).as(text).isEmpty();
    return read.orElseThrow();
  }

  static Contracts read(List<Draft> drafts) {
    return new Contracts(drafts.stream().map(DraftText::of).map(Drafts::read).toList());
  }

  /** The circumstances of a case, with every reading, party and profile asked for. */
  static Contracts under(Contracts contracts, SlowEvaluator.Case subject) {
    Map<String, Instant> events = new HashMap<>();
    subject.time().happened().forEach((event, day) -> events.put(event, on(day)));
    return contracts.under(
        new Circumstances(
            RandomDrafts.ASKED,
            events,
            subject.settled(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of()));
  }

  static List<Judgement> judged(Contracts contracts, SlowEvaluator.Case subject) {
    return under(contracts, subject).judge(facts(subject), at(subject));
  }

  static Facts facts(SlowEvaluator.Case subject) {
    return new Facts(subject.kind(), subject.facts());
  }

  static Instant at(SlowEvaluator.Case subject) {
    return on(subject.time().day());
  }

  private static Instant on(int day) {
    return FIRST.plus(Duration.ofDays(day));
  }

  /** Judgements in words, without the place of their clause in a file. */
  static List<String> said(List<Judgement> judgements) {
    return judgements.stream()
        .map(j -> key(j) + ": " + j.verdict().word() + ", " + j.verdict().reason())
        .toList();
  }

  static String key(Judgement judgement) {
    return key(judgement.contract().name(), judgement.clause().id(), judgement.reading());
  }

  static String key(String contract, String clause, String reading) {
    return contract + "/" + clause + " as " + reading;
  }
}
