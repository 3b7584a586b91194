package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.review.PlannedTotalsTest.PLANNED;
import static situs.review.PlannedTotalsTest.SCENARIO;
import static situs.review.PlannedTotalsTest.contracts;
import static situs.review.PlannedTotalsTest.onRed;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import situs.contract.Answer.Kind;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.contract.TotalChange;
import situs.document.Document;
import situs.document.Issues;
import situs.model.Placement;
import situs.optimise.Effort;
import situs.placement.Witnesses;
import situs.review.Witnessed.Among;

/**
 * Four requests a second, for which it takes three instances at 1 USD an hour, on red, on blue or
 * on both; nine are to be had of each. What is sent costs a cent a day.
 */
class TotalTurnsTest {
  private static final Effort EFFORT = new Effort(1e-4, Effort.NODES, Duration.ofMinutes(1));

  private static final Supplier<List<Placement>> NOBODY_ASKED =
      () -> {
        throw new AssertionError("what strategies place says nothing here");
      };

  private static Witnessed only(
      Contracts before, Contracts after, Supplier<List<Placement>> strategies) {
    List<TotalChange> changes = TotalChange.between(before, after);
    Witnesses witnesses = new Witnesses(SCENARIO, EFFORT);
    List<Witnessed> all =
        new TotalTurns(SCENARIO, before, after, witnesses).of(changes, strategies);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static Contracts share(String least) {
    return contracts("route", onRed("at-least: " + least));
  }

  /** Of 70 to 80 % two instances carry on red what they must, and one the rest. */
  @Test
  void aBoundThatIsRaisedTurnsWhatLiesBetween() {
    assertThat(only(share("70 %"), share("80 %"), NOBODY_ASKED).turns())
        .singleElement()
        .satisfies(
            turn -> {
              assertThat(turn.before().kind()).isEqualTo(Kind.LAWFUL);
              assertThat(turn.after().kind()).isEqualTo(Kind.UNLAWFUL);
              assertThat(turn.after().clauses()).containsExactly("t/c");
              assertThat(turn.placements())
                  .singleElement()
                  .asString()
                  .matches(
                      "api\\.model: (7|8)\\d\\.\\d\\d % at red/a/gpu8 \\(2\\),"
                          + " (2|3)\\d\\.\\d\\d % at blue/b/gpu8 \\(1\\); 72\\.01 USD a day");
            });
  }

  @Test
  void oneThatIsLoweredTurnsItBack() {
    assertThat(only(share("80 %"), share("70 %"), NOBODY_ASKED).turns())
        .extracting(turn -> turn.before().kind(), turn -> turn.after().kind())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.UNLAWFUL, Kind.LAWFUL));
  }

  /** Any three instances are the cheapest. */
  @Test
  void aClauseThatIsNewTurnsTheCheapestThatBreaksIt() {
    Witnessed witnessed = only(Contracts.NONE, share("70 %"), NOBODY_ASKED);
    assertThat(witnessed.turns())
        .flatExtracting(Witnessed.Turn::placements)
        .allMatch(words -> words.endsWith("; 72.01 USD a day"));
  }

  /** Nine instances are all that blue has; ten were never to be had. */
  @Test
  void whatNobodyCanPlaceTurnsNothing() {
    String capacity = "minimum-capacity: {of: instances, with: blue, amount: %s}";
    Contracts known = beside(contracts("placement", capacity.formatted("10")));
    Contracts more = beside(contracts("placement", capacity.formatted("11")));
    Witnessed witnessed = only(known, more, NOBODY_ASKED);
    assertThat(witnessed.turns()).isEmpty();
    assertThat(witnessed.untold()).isEmpty();
    assertThat(witnessed.among()).isEqualTo(Among.ALL);
    Contracts all = beside(contracts("placement", capacity.formatted("9")));
    assertThat(only(all, known, NOBODY_ASKED).turns())
        .flatExtracting(Witnessed.Turn::placements)
        // All nine, of which three would carry everything: 9 times 24 USD.
        .containsExactly("api.model: 100.0 % at blue/b/gpu8 (9); 216.01 USD a day");
  }

  private static Contracts beside(Contracts contracts) {
    return contracts.under(PlannedTotalsTest.NOTHING_BESIDE);
  }

  /** One instance on red is 24 USD a day, and two are more; what is bought beside is nothing. */
  @Test
  void moneyIsSearchedThoughNoPlanIsJudgedByIt() {
    String spend = "minimum-spend: {amount: %s USD, with: red, per: day}";
    Contracts one = beside(contracts("charge", spend.formatted("24")));
    Contracts two = beside(contracts("charge", spend.formatted("25")));
    assertThat(only(one, two, NOBODY_ASKED).turns())
        .flatExtracting(Witnessed.Turn::placements)
        .singleElement()
        .asString()
        .contains("at red/a/gpu8 (1)", "at blue/b/gpu8 (2)")
        .endsWith("; 72.01 USD a day");
  }

  /** With a term left open, what was lawful cannot be told any more. */
  @Test
  void whatCannotBeToldAnyMoreIsATurnToo() {
    Contracts open = withTerm(onRed("at-least: 70 %").replace("'red'", "'red' && term.counts"));
    assertThat(only(share("70 %"), open, NOBODY_ASKED).turns())
        .extracting(turn -> turn.before().kind(), turn -> turn.after().kind())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.LAWFUL, Kind.OPEN));
  }

  private static Contracts withTerm(String rule) {
    Issues issues = new Issues();
    String text =
        "contract: t\nterms: {counts: open}\nclauses:\n  c: {text: t, cite: t, over: route, %s}\n"
            .formatted(rule.replace("\"", "'"));
    var read =
        Document.parse("t.yaml", text, issues).flatMap(root -> ContractFile.of(root, issues));
    assertThat(issues.render()).isEmpty();
    return new Contracts(List.of(read.orElseThrow()));
  }

  @Test
  void whatIsNoSumIsAskedOfWhatStrategiesPlace() {
    String apart = "%s: {in: provider, with: placement.provider == 'blue'}";
    Witnessed witnessed =
        only(
            contracts("placement", apart.formatted("separation")),
            contracts("placement", apart.formatted("colocation")),
            () -> List.of(PLANNED));
    assertThat(witnessed.among()).isEqualTo(Among.STRATEGIES);
    assertThat(witnessed.turns()).flatExtracting(Witnessed.Turn::placements).contains("test");
  }

  /** The scenario runs in March 2026; its plans are held to the law of other days as well. */
  @Test
  void aPlanIsHeldToTheLawOfAnyTime() {
    Contracts later =
        contracts(
            "route", "in-force: {from: 2030-01-01}\n    " + onRed("at-least: 80 %, per: hour"));
    Witnessed witnessed = only(Contracts.NONE, later, NOBODY_ASKED);
    assertThat(witnessed.change().before()).isEmpty();
    assertThat(witnessed.turns()).extracting(t -> t.after().kind()).containsExactly(Kind.UNLAWFUL);
  }
}
