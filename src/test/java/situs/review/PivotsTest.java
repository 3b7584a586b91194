package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.audit.Standing;
import situs.contract.Circumstances;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.contract.RivalReadings;
import situs.contract.RivalReadings.Item;
import situs.document.Issues;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Cheapest;

/** A model on red/a: by the spirit of each clause it must not be there, by the letter it may. */
class PivotsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final int CONTRACTS = 40;
  private static final int MOST_CHOICES = 40;

  private static final Circumstances STRICT =
      new Circumstances(
          List.of("Strict"),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of());

  private static final Scenario SCENARIO =
      scenario(
          List.of(datacenter("red/a", offer(gpus("gpu8", "G", 8), "1", 9))),
          List.of(model("api", OptionalInt.of(8), flat("Town", 1))),
          profile("G", 8, 1));

  private static final String WORD =
      "define:\n  colour:\n    over: placement\n    readings:\n"
          + "      letter: {means: placement.provider == 'blue'}\n"
          + "      spirit: {means: placement.provider == 'red'}\n";

  @TempDir private Path folder;

  private static String clause(String id, String more) {
    return "  %s:\n    text: t\n    cite: t\n    over: placement\n    %s\n".formatted(id, more);
  }

  private static String turning(String id) {
    return clause(
        id,
        "readings:\n      letter: {objects: never}\n"
            + "      spirit: {forbid: placement.provider == 'red'}");
  }

  private List<Pivot> pivots(String head, String... clauses) throws IOException {
    return pivots(head, Circumstances.NONE, clauses);
  }

  private List<Pivot> pivots(String head, Circumstances circumstances, String... clauses)
      throws IOException {
    return search("contract: t\n" + head + "clauses:\n" + String.join("", clauses), circumstances);
  }

  private List<Pivot> search(String text, Circumstances circumstances) throws IOException {
    return Pivots.of(
        SCENARIO,
        contracts(text).under(circumstances),
        rivals(),
        List.of(new Cheapest().place(SCENARIO, Contracts.NONE)),
        NOW);
  }

  private Contracts contracts(String text) throws IOException {
    Path file = folder.resolve("t.yaml");
    Files.writeString(file, text);
    Issues issues = new Issues();
    var read = ContractFile.read(file, issues);
    assertThat(issues.render()).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
  }

  private RivalReadings rivals() {
    return RivalReadings.of(List.of(folder.resolve("t.yaml"), folder.resolve("none.yaml")));
  }

  private static List<String> words(List<Pivot> pivots, String reading) {
    return pivots.stream().filter(p -> p.reading().equals(reading)).map(Pivot::words).toList();
  }

  @Test
  void oneClauseReadOtherwiseMakesItUnlawfulAndBothMustBeToMakeItLawful() throws IOException {
    List<Pivot> pivots = pivots("", turning("first"), turning("second"));
    assertThat(words(pivots, "letter")).containsExactly("t/first as spirit", "t/second as spirit");
    assertThat(words(pivots, "spirit")).containsExactly("t/first as letter; t/second as letter");
    Pivot pivot = pivots.get(0);
    assertThat(pivot.before()).isEqualTo(Standing.COMPLIANT);
    assertThat(pivot.after()).isEqualTo(Standing.BREACH);
    assertThat(pivot.witness().orElseThrow().clause()).isEqualTo("t/first");
    assertThat(pivot.witness().orElseThrow().subject().name()).isEqualTo("api.model@red/a/gpu8");
  }

  @Test
  void aWordTurnsEveryClauseThatUsesIt() throws IOException {
    List<Pivot> pivots =
        pivots(WORD, clause("a", "forbid: word.colour"), clause("b", "forbid: word.colour"));
    assertThat(words(pivots, "letter")).containsExactly("t/word.colour as spirit");
    assertThat(words(pivots, "spirit")).containsExactly("t/word.colour as letter");
  }

  @Test
  void whatEveryReadingForbidsTurnsOnNothing() throws IOException {
    List<Pivot> pivots =
        pivots("", clause("never", "forbid: placement.provider == 'red'"), turning("other"));
    assertThat(words(pivots, "letter")).containsExactly("no choice of readings changes it");
    assertThat(pivots.get(0).after()).isEqualTo(Standing.BREACH);
    assertThat(pivots.get(0).witness().orElseThrow().clause()).isEqualTo("t/never");
  }

  /** Whichever of the two words comes first, it is the same change. */
  @Test
  void twoWordsOfOneClauseAreOneChangeInWhateverOrder() throws IOException {
    String second = WORD.substring(WORD.indexOf("  colour")).replace("colour", "shade");
    assertThat(
            words(
                pivots(WORD + second, clause("c", "forbid: word.colour || word.shade")), "spirit"))
        .containsExactly("t/word.colour as letter; t/word.shade as letter");
  }

  @Test
  void aClauseThatIsNotInForceIsNotTried() throws IOException {
    List<Pivot> pivots =
        pivots(
            "",
            turning("old").replace("over:", "in-force: {until: 2025-01-01}\n    over:"),
            clause("kept", "forbid: placement.provider == 'blue'"));
    assertThat(words(pivots, "letter")).containsExactly("no choice of readings changes it");
    assertThat(pivots.get(0).after()).isEqualTo(Standing.COMPLIANT);
    assertThat(pivots.get(0).witness()).isEmpty();
  }

  @Test
  void fiveClausesThatAllObjectTakeFiveChanges() throws IOException {
    String[] five = IntStream.range(0, 5).mapToObj(i -> turning("c" + i)).toArray(String[]::new);
    assertThat(words(pivots("", five), "spirit"))
        .containsExactly(
            "t/c0 as letter; t/c1 as letter; t/c2 as letter; t/c3 as letter; t/c4 as letter");
  }

  @Test
  void aClauseMayAlsoBeReadAsItStands() throws IOException {
    List<Pivot> pivots =
        pivots(
            "",
            turning("other").replace("spirit", "plain"),
            clause(
                "stands",
                "forbid: placement.provider == 'blue'\n    readings:\n"
                    + "      letter: {forbid: placement.provider == 'red'}"));
    assertThat(words(pivots, "letter")).containsExactly("t/stands as it stands");
  }

  @Test
  void whatAPartyReadsOtherwiseIsReadSoBeforeTheChange() throws IOException {
    String clause =
        clause(
            "c",
            "readings:\n      letter: {objects: never}\n"
                + "      spirit: {forbid: placement.provider == 'red', as-read-by: Strict}");
    String head = "parties: [Strict]\n";
    assertThat(words(pivots(head, Circumstances.NONE, clause), "letter"))
        .containsExactly("t/c as spirit");
    assertThat(words(pivots(head, STRICT, clause), "Strict")).containsExactly("t/c as letter");
  }

  /** Every choice of readings is tried, each on the whole contract. */
  @Test
  void theLeastChangesAreThoseOfASearchThroughAllChoices() throws IOException {
    int tried = 0;
    int turned = 0;
    int several = 0;
    for (int seed = 0; seed < CONTRACTS; seed++) {
      String text = new RandomRivals(new Random(seed)).text();
      List<Pivot> pivots = search(text, Circumstances.NONE);
      if (choices("", rivals()).size() <= MOST_CHOICES) {
        tried++;
        turned += pivots.stream().anyMatch(p -> !p.changes().isEmpty()) ? 1 : 0;
        several += pivots.stream().anyMatch(p -> p.changes().size() > 1) ? 1 : 0;
        assertThat(least(pivots)).as("seed %d%n%s", seed, text).isEqualTo(throughAll(text));
      }
    }
    assertThat(tried).isGreaterThan(CONTRACTS / 4);
    assertThat(turned).isBetween(tried / 4, tried - 1);
    assertThat(several).isPositive();
  }

  private static Map<String, Set<String>> least(List<Pivot> pivots) {
    Map<String, Set<String>> least = new TreeMap<>();
    for (Pivot pivot : pivots) {
      Set<String> of = least.computeIfAbsent(pivot.reading(), r -> new TreeSet<>());
      if (!pivot.changes().isEmpty()) {
        of.add(pivot.words());
      }
    }
    return least;
  }

  /** Every choice of readings other than this one. */
  private static Map<String, Map<Item, String>> choices(String reading, RivalReadings rivals) {
    Map<String, Map<Item, String>> choices = new LinkedHashMap<>(Map.of("0", Map.of()));
    for (Item item : rivals.items()) {
      for (Map<Item, String> choice : List.copyOf(choices.values())) {
        for (String other : item.readings()) {
          if (!other.equals(reading)) {
            Map<Item, String> more = new LinkedHashMap<>(choice);
            more.put(item, other);
            choices.put(choices.size() + "", more);
          }
        }
      }
    }
    return choices;
  }

  private Map<String, Set<String>> throughAll(String text) throws IOException {
    Contracts contracts = contracts(text);
    RivalReadings rivals = rivals();
    Placement placement = new Cheapest().place(SCENARIO, Contracts.NONE);
    Map<String, Set<String>> least = new TreeMap<>();
    for (String reading : contracts.readings()) {
      Map<String, Map<Item, String>> choices = choices(reading, rivals);
      Contracts all = rivals.chosen(choices, reading, contracts.circumstances());
      Review review = Review.of(SCENARIO, all, List.of(placement), List.of(NOW)).get(0);
      boolean lawful = review.standing(NOW, "0") == Standing.COMPLIANT;
      List<Map<Item, String>> turning =
          choices.keySet().stream()
              .filter(c -> (review.standing(NOW, c) == Standing.COMPLIANT) != lawful)
              .map(choices::get)
              .toList();
      int fewest = turning.stream().mapToInt(Map::size).min().orElse(0);
      least.put(
          reading,
          turning.stream()
              .filter(c -> c.size() == fewest)
              .map(
                  c ->
                      new Pivot("", "", Standing.BREACH, c, Standing.BREACH, Optional.empty(), NOW))
              .map(Pivot::words)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return least;
  }
}
