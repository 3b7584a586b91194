package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.document.Document;
import situs.document.Issues;

/** Two laws and two dates, of one model in the EU and one outside. */
class LawChangeTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final List<Candidate> SPACE =
      List.of(placed("inside", "DE"), placed("outside", "US"), placed("too", "US"));

  private static Candidate placed(String name, String country) {
    Map<String, Object> facts = Map.of("component", "model", "placement.country", country);
    return new Candidate(name, List.of(new Facts(SubjectKind.PLACEMENT, facts)));
  }

  private static Contracts law(String... clauses) {
    Issues issues = new Issues();
    String text = "contract: c\nclauses:\n  " + String.join("\n  ", clauses) + "\n";
    var read = Document.parse("c.yaml", text, issues).flatMap(r -> ContractFile.of(r, issues));
    assertThat(issues.render()).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
  }

  private static String clause(String id, String rest) {
    return id + ": {text: t, cite: c, over: placement, " + rest + "}";
  }

  private static final Contracts FREE = law(clause("any", "require: 'true'"));
  private static final Contracts BOUND =
      law(
          clause(
              "home",
              "in-force: {from: 2026-03-01, until: 2026-05-01},"
                  + " require: placement.country == \"DE\""));

  @Test
  void aNewClauseMakesUnlawfulWhatItForbidsWhileItIsInForce() {
    assertThat(LawChange.between(FREE, BOUND, SPACE))
        .containsExactly(
            new LawChange(
                "letter",
                Optional.of(MARCH),
                Optional.of(MAY),
                new Answer(Answer.Kind.LAWFUL, List.of()),
                new Answer(Answer.Kind.UNLAWFUL, List.of("c/home")),
                List.of("outside", "too")));
  }

  @Test
  void theOtherWayRoundItBecomesLawful() {
    LawChange change = LawChange.between(BOUND, FREE, SPACE).get(0);
    assertThat(change.before().clauses()).containsExactly("c/home");
    assertThat(change.after().kind()).isEqualTo(Answer.Kind.LAWFUL);
  }

  @Test
  void aLawDoesNotDifferFromItself() {
    assertThat(LawChange.between(BOUND, BOUND, SPACE)).isEmpty();
    assertThat(LawChange.between(BOUND, MARCH, MARCH.plusSeconds(1), SPACE)).isEmpty();
  }

  @Test
  void oneLawAtTwoDatesDiffersByWhatEndedBetween() {
    assertThat(LawChange.between(BOUND, MARCH, MAY, SPACE))
        .singleElement()
        .satisfies(c -> assertThat(c.subjects()).containsExactly("outside", "too"));
  }

  @Test
  void whatCannotBeToldIsAThirdAnswer() {
    Contracts asks = law(clause("asks", "require: owner == \"us\""));
    assertThat(LawChange.between(FREE, asks, SPACE))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.after()).isEqualTo(new Answer(Answer.Kind.OPEN, List.of("c/asks")));
              assertThat(c.subjects()).hasSize(3);
            });
  }

  @Test
  void aReadingThatOnlyOneVersionNamesIsAskedOfBoth() {
    Contracts rival =
        law(
            clause(
                "rival",
                "readings: {mild: {objects: never}, strict: {forbid: placement.country =="
                    + " \"US\"}}"));
    assertThat(LawChange.between(BOUND, rival, SPACE))
        .extracting(LawChange::reading, c -> c.from().orElse(Instant.MIN), c -> c.after().kind())
        // Nothing changes under `strict` from March to May.
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("letter", MARCH, Answer.Kind.LAWFUL),
            org.assertj.core.groups.Tuple.tuple("mild", MARCH, Answer.Kind.LAWFUL),
            org.assertj.core.groups.Tuple.tuple("strict", Instant.MIN, Answer.Kind.UNLAWFUL),
            org.assertj.core.groups.Tuple.tuple("strict", MAY, Answer.Kind.UNLAWFUL));
  }

  @Test
  void erasAreCutWhereAnyLawChanges() {
    assertThat(Era.of(java.util.stream.Stream.of(FREE, BOUND)))
        .extracting(Era::name)
        .containsExactly("before 2026-03-01", "2026-03-01", "2026-05-01");
    assertThat(Era.of(java.util.stream.Stream.of(FREE)))
        .extracting(Era::name)
        .containsExactly("always");
  }
}
