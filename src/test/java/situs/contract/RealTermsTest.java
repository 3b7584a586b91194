package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.document.Document;
import situs.document.Issues;
import situs.document.Node;

/** The thirty-five reported terms: all are in the files, and what each of the new ones says. */
class RealTermsTest {
  private static final Pattern ID = Pattern.compile("\\b[CDEF]\\d\\d\\b");
  private static final List<String> FILES = List.of("microsoft-openai", "amazon-openai");
  private final Contracts contracts =
      new Contracts(FILES.stream().map(RealTermsTest::read).toList());

  private static Contract read(String name) {
    Issues issues = new Issues();
    Optional<Contract> read =
        ContractFile.read(Path.of("scenarios/contracts", name + ".yaml"), issues);
    assertThat(issues.render()).isEmpty();
    return read.orElseThrow();
  }

  private static Stream<String> ids(String letter, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "%s%02d".formatted(letter, i));
  }

  /** Every text of a file, comments left out. */
  private static void texts(Node node, Set<String> found) {
    if (node instanceof Node.Scalar scalar) {
      Matcher id = ID.matcher(scalar.text());
      while (id.find()) {
        found.add(id.group());
      }
    } else if (node instanceof Node.Mapping map) {
      map.entries().values().forEach(e -> texts(e.value(), found));
    } else if (node instanceof Node.Sequence list) {
      list.items().forEach(item -> texts(item, found));
    }
  }

  @Test
  void everyReportedTermIsInAClauseAnAmendmentOrTheRecord() {
    Set<String> found = new TreeSet<>();
    for (String file : FILES) {
      Path path = Path.of("scenarios/contracts", file + ".yaml");
      texts(Document.read(path, new Issues()).orElseThrow(), found);
    }
    List<String> all =
        Stream.of(ids("C", 25), ids("D", 2), ids("E", 6), ids("F", 2)).flatMap(s -> s).toList();
    assertThat(all).hasSize(35);
    assertThat(found).containsExactlyElementsOf(all);
  }

  private static Circumstances circumstances(
      Map<String, Instant> events,
      Map<String, Boolean> terms,
      Map<String, Map<String, Optional<Instant>>> releases) {
    return new Circumstances(
        List.of(), events, terms, Map.of(), releases, Map.of(), Map.of(), Map.of(), Map.of());
  }

  private String verdict(Contracts judged, String clause, String reading, Facts facts, String at) {
    return judged.judge(facts, Instant.parse(at + "T00:00:00Z")).stream()
        .filter(j -> j.clause().id().equals(clause) && j.reading().equals(reading))
        .map(j -> j.verdict().getClass().getSimpleName())
        .findFirst()
        .orElse("not in force");
  }

  @ParameterizedTest(name = "cannot {0}, chooses not {1}: letter {2}, spirit {3}")
  @CsvSource({
    // "or" by the letter, "and" by the spirit; what is not known is open.
    "yes, yes, Satisfied, Satisfied",
    "yes, no, Satisfied, Violated",
    "no, yes, Satisfied, Violated",
    "no, no, Violated, Violated",
    "yes, '', Satisfied, Undetermined",
    "no, '', Undetermined, Violated",
    "'', '', Undetermined, Undetermined",
  })
  void shipsFirstOnAzureUnlessItCannotAndOrChoosesNot(
      String cannot, String choosesNot, String letter, String spirit) {
    Map<String, Boolean> terms = new java.util.HashMap<>();
    Map.of("azure_cannot", cannot, "azure_chooses_not", choosesNot)
        .forEach(
            (term, word) -> {
              if (!word.isEmpty()) {
                terms.put(term, word.equals("yes"));
              }
            });
    Map<String, Optional<Instant>> dates =
        Map.of(
            "aws", Optional.of(Instant.parse("2026-06-01T00:00:00Z")), "azure", Optional.empty());
    Contracts judged =
        contracts.under(circumstances(Map.of(), terms, Map.of("new-product", dates)));
    Facts onAws = product("aws");
    assertThat(verdict(judged, "first-on-azure", "letter", onAws, "2026-06-02")).isEqualTo(letter);
    assertThat(verdict(judged, "first-on-azure", "spirit", onAws, "2026-06-02")).isEqualTo(spirit);
    assertThat(verdict(judged, "first-on-azure", "spirit", product("azure"), "2026-06-02"))
        .isEqualTo("Satisfied");
  }

  private static Facts product(String provider) {
    return Texts.placement(
        "workload.name", "new-product",
        "workload.kind", "model",
        "placement.provider", provider);
  }

  @Test
  void theApiIsFreeOnceThePanelHasSpoken() {
    Facts call =
        Texts.route(
            "hop.to", "model",
            "workload.kind", "model",
            "channel.party", "third",
            "customer.segment", "commercial",
            "target.provider", "aws");
    Contracts spoken =
        contracts.under(
            circumstances(
                Map.of("agi-verified", Instant.parse("2026-01-15T00:00:00Z")), Map.of(), Map.of()));
    for (String clause : List.of("api-on-azure-until-agi", "third-party-api-on-azure")) {
      assertThat(verdict(contracts, clause, "letter", call, "2026-02-01")).isEqualTo("Violated");
      assertThat(verdict(spoken, clause, "letter", call, "2026-01-14")).isEqualTo("Violated");
      assertThat(verdict(spoken, clause, "letter", call, "2026-02-01")).isEqualTo("not in force");
    }
  }

  @ParameterizedTest(name = "{0} on {1}, azure had room: {2}; at {3}: {4}")
  @CsvSource({
    "model, aws, true, 2025-06-01, Violated",
    "model, aws, false, 2025-06-01, Satisfied",
    "model, azure, true, 2025-06-01, Satisfied",
    "training, aws, true, 2025-06-01, NotApplicable",
    "model, aws, true, 2025-10-28, not in force",
  })
  void microsoftIsAskedFirstWhileItHasTheRight(
      String kind, String provider, boolean room, String at, String expected) {
    Facts placed =
        Texts.placement("workload.kind", kind, "component", "model", "placement.provider", provider)
            .withRoom(room ? List.of("azure") : List.of());
    assertThat(verdict(contracts, "first-refusal-on-capacity", "letter", placed, at))
        .isEqualTo(expected);
  }

  @Test
  void nobodyIsWatchedOnceTheRightOfFirstRefusalIsGone() {
    Instant day = Instant.parse("2025-10-27T00:00:00Z");
    Instant next = Instant.parse("2025-10-28T00:00:00Z");
    Instant later = Instant.parse("2025-10-29T00:00:00Z");
    assertThat(contracts.watched(SubjectKind.PLACEMENT, day, next)).containsExactly("azure");
    assertThat(contracts.watched(SubjectKind.PLACEMENT, next, later)).isEmpty();
    assertThat(contracts.watched(SubjectKind.ROUTE, day, next)).isEmpty();
  }

  @Test
  void whoReadsWhatIsReported() {
    assertThat(contracts.choices())
        .containsExactly("letter", "spirit", "Microsoft", "OpenAI", "Amazon");
    Facts stateful =
        Texts.route(
            "hop.to", "model",
            "call.state", "stateful",
            "workload.kind", "frontier",
            "channel.party", "third",
            "customer.segment", "commercial",
            "chain", List.of("client", "aws", "aws"),
            "target.provider", "aws");
    Instant disputed = Instant.parse("2026-03-18T00:00:00Z");
    assertThat(contracts.permits(stateful, disputed, "OpenAI")).isTrue();
    assertThat(contracts.permits(stateful, disputed, "Amazon")).isTrue();
    assertThat(contracts.permits(stateful, disputed, "Microsoft")).isFalse();
  }
}
