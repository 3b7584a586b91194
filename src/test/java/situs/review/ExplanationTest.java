package situs.review;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.contract.Contracts;
import situs.contract.Derivation;
import situs.model.Scenario;
import situs.placement.Cheapest;

/** A model on red/a, the cheapest of three regions. */
class ExplanationTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final Scenario SCENARIO =
      scenario(
          List.of(
              datacenter("red/a", offer(gpus("gpu8", "G", 8), "1", 9)),
              datacenter("blue/b", offer(gpus("gpu8", "G", 8), "5", 9)),
              datacenter("green/c", offer(gpus("gpu8", "G", 8), "6", 9))),
          List.of(model("api", OptionalInt.of(8), flat("Town", 3))),
          profile("G", 8, 1));

  private static Contracts contracts(String clauses) {
    return ContractFixture.read("contract: t\nterms: {open: open}\nclauses:\n" + clauses);
  }

  private static String clause(String id, String over, String more) {
    return "  %s:\n    text: it matters\n    cite: page 7\n    over: %s\n    %s\n"
        .formatted(id, over, more);
  }

  /** Of the placement, or of the hop that leads to it. */
  private static Explanation explain(int part, String clauses) {
    List<Reviewed> parts = Reviewed.of(SCENARIO, new Cheapest().place(SCENARIO, Contracts.NONE));
    List<Reviewed> others = new ArrayList<>(parts);
    Reviewed subject = others.remove(part);
    return Explanation.of(SCENARIO, contracts(clauses), subject, others, NOW, judgement -> true);
  }

  private static Explanation.Trouble trouble(int part, String clauses) {
    Explanation explanation = explain(part, clauses);
    assertThat(explanation.troubles()).hasSize(1);
    return explanation.troubles().get(0);
  }

  private static List<String> lines(Derivation derivation) {
    return derivation.all().map(d -> (d.decides() ? "> " : "") + d.text()).toList();
  }

  @Test
  void aDerivationGoesFromTheVerdictToTheFacts() {
    assertThat(
            lines(
                trouble(
                        0,
                        clause(
                            "at-home",
                            "placement",
                            "when: component == 'model'\n    require: \"placement.provider !="
                                + " 'red' && component == 'model'\""))
                    .derivation()))
        .containsExactly(
            "t, at-home, letter: forbidden (requires placement.provider != \"red\";"
                + " placement.provider is \"red\")",
            "it says: it matters",
            "source: page 7 (reported)",
            "in force at all times",
            "read as it stands, for it names no reading 'letter'",
            "speaks of: component == 'model' is true",
            "component is \"model\"",
            "> its demand is not kept: requires placement.provider != \"red\";"
                + " placement.provider is \"red\"",
            "placement.provider != 'red' && component == 'model' is false",
            "> placement.provider != \"red\" is false",
            "placement.provider is \"red\"",
            "component == \"model\" is true",
            "component is \"model\"",
            "remedy: none is stated");
  }

  @Test
  void exceptionsSayWhetherTheyApply() {
    assertThat(
            lines(
                trouble(
                        0,
                        clause(
                            "c",
                            "placement",
                            "forbid: placement.provider == 'red'\n    except:\n"
                                + "      old: {in-force: {until: 2025-01-01}, when: 'true'}\n"
                                + "      abroad: {when: placement.provider == 'blue'}"))
                    .derivation()))
        .contains(
            "exception 'old': in force until 2025-01-01",
            "exception 'abroad': does not apply",
            "applies where: placement.provider == 'blue' is false");
  }

  @Test
  void anExceptionThatAppliesOrCannotBeToldDecides() {
    assertThat(
            lines(
                trouble(
                        0,
                        clause(
                            "c",
                            "placement",
                            "forbid: placement.provider == 'blue'\n    except:\n"
                                + "      here: {when: placement.provider == 'red', forbid: 'true'}\n"
                                + "      abroad: {when: placement.provider == 'blue'}"))
                    .derivation()))
        .contains("> exception 'here': applies, and demands", "exception 'abroad': does not apply");
    assertThat(
            lines(
                trouble(
                        0,
                        clause(
                            "c",
                            "placement",
                            "forbid: 'true'\n    except:\n      spared: {when: term.open}"))
                    .derivation()))
        .contains("> exception 'spared': cannot be told");
  }

  /** From {@code part} on, what a condition over routes rests on; the hop is client > red/a. */
  private static List<String> rests(String rule) {
    List<String> lines = lines(trouble(1, clause("c", "route", rule)).derivation());
    return lines.subList(6, lines.size() - 1);
  }

  @Test
  void ofADisjunctionTheOperandThatHoldsDecides() {
    assertThat(rests("forbid: \"target.provider == 'red' || hop.to == 'runtime'\""))
        .containsExactly(
            "target.provider == 'red' || hop.to == 'runtime' is true",
            "> target.provider == \"red\" is true",
            "target.provider is \"red\"",
            "hop.to == \"runtime\" is false",
            "hop.to is \"model\"");
  }

  /** None of them alone: all would have to be otherwise. */
  @Test
  void whereNoOperandHoldsNoneDecidesAlone() {
    assertThat(rests("require: \"target.provider == 'blue' || hop.to == 'runtime'\""))
        .containsExactly(
            "target.provider == 'blue' || hop.to == 'runtime' is false",
            "target.provider == \"blue\" is false",
            "target.provider is \"red\"",
            "hop.to == \"runtime\" is false",
            "hop.to is \"model\"");
  }

  @Test
  void aNegationIsDecidedBelow() {
    assertThat(rests("require: \"!(target.provider == 'red' && hop.to == 'model')\""))
        .containsExactly(
            "!(target.provider == 'red' && hop.to == 'model') is false",
            "> target.provider == \"red\" && hop.to == \"model\" is true",
            "target.provider == \"red\" is true",
            "target.provider is \"red\"",
            "hop.to == \"model\" is true",
            "hop.to is \"model\"");
  }

  @Test
  void ofAChoiceTheBranchTakenDecidesAndTheOtherHasNoSay() {
    assertThat(rests("forbid: \"hop.to == 'model' ? target.provider == 'red' : cause == 'x'\""))
        .containsExactly(
            "hop.to == 'model' ? target.provider == 'red' : cause == 'x' is true",
            "hop.to == \"model\" is true",
            "hop.to is \"model\"",
            "> target.provider == \"red\" is true",
            "target.provider is \"red\"");
  }

  @Test
  void ofAllStationsTheOneThatFailsIsNamed() {
    assertThat(rests("require: \"chain.all(p, p == 'client' || p == 'blue')\""))
        .containsExactly(
            "chain.all(p, p == 'client' || p == 'blue') is false",
            "> for p = \"red\": p == \"client\" || p == \"blue\" is false",
            "p == \"client\" is false",
            "p == \"blue\" is false",
            "chain is [client, red]");
  }

  @Test
  void ofSomeStationTheOneThatIsSoIsNamed() {
    assertThat(rests("forbid: \"chain.exists(p, p != 'client' && p != cause)\""))
        .containsExactly(
            "chain.exists(p, p != 'client' && p != cause) is true",
            "> for p = \"red\": p != \"client\" && p != cause is true",
            "p != \"client\" is true",
            "p != cause is true",
            "cause is \"primary\"",
            "chain is [client, red]");
  }

  @Test
  void whereNoStationIsSoOnlyTheListIsTold() {
    assertThat(rests("require: \"chain.exists(p, p == 'blue')\""))
        .containsExactly("chain.exists(p, p == 'blue') is false", "chain is [client, red]");
  }

  /** Two are, so that it is not one. */
  @Test
  void ofJustOneStationAllThatAreSoAreNamed() {
    assertThat(rests("require: \"chain.exists_one(p, p != 'blue')\""))
        .containsExactly(
            "chain.exists_one(p, p != 'blue') is false",
            "> for p = \"client\": p != \"blue\" is true",
            "> for p = \"red\": p != \"blue\" is true",
            "chain is [client, red]");
  }

  @Test
  void whatCannotBeToldIsMarkedDownToTheFact() {
    assertThat(rests("require: \"chain.all(p, p != 'red' || term.open)\""))
        .containsExactly(
            "chain.all(p, p != 'red' || term.open) is unknown",
            "> for p = \"red\": p != \"red\" || term.open is unknown",
            "p != \"red\" is false",
            "> term.open is unknown",
            "term.open is not known",
            "chain is [client, red]");
  }

  @Test
  void aMissingFactIsNamed() {
    Explanation.Trouble trouble =
        trouble(0, clause("c", "placement", "forbid: term.open && placement.provider == 'red'"));
    assertThat(lines(trouble.derivation()))
        .contains(
            "> whether its demand is kept cannot be told without term.open",
            "term.open is not known");
  }

  @Test
  void theNearestChangeOfAPlacementIsEveryRegionThatWillDo() {
    assertThat(
            trouble(0, clause("c", "placement", "forbid: placement.provider == 'red'")).waysOut())
        .containsExactly(
            new WayOut(List.of("region"), List.of(List.of("blue/b", "green/c")), List.of()));
  }

  @Test
  void aChangeMustSuitEveryClauseSoRead() {
    List<Explanation.Trouble> troubles =
        explain(
                0,
                clause("c", "placement", "forbid: placement.provider == 'red'")
                    + clause("d", "placement", "forbid: placement.provider == 'blue'"))
            .troubles();
    assertThat(troubles.get(0).waysOut())
        .containsExactly(new WayOut(List.of("region"), List.of(List.of("green/c")), List.of()));
  }

  /** The spirit objects to every region; the letter, by which a way is sought, to red alone. */
  @Test
  void onlyTheReadingThatObjectsMustBeSuited() {
    Explanation.Trouble letter =
        explain(
                0,
                clause(
                    "c",
                    "placement",
                    "readings:\n      letter: {forbid: placement.provider == 'red'}\n"
                        + "      spirit: {forbid: 'true'}"))
            .troubles()
            .get(0);
    assertThat(letter.judgement().reading()).isEqualTo("letter");
    assertThat(letter.waysOut())
        .containsExactly(
            new WayOut(List.of("region"), List.of(List.of("blue/b", "green/c")), List.of()));
  }

  @Test
  void twoChangesAreTriedOnlyWhereOneWillNotDo() {
    assertThat(
            trouble(
                    1,
                    clause(
                        "c",
                        "route",
                        "require: target.provider == 'blue' && call.state == 'stateful'"))
                .waysOut())
        .containsExactly(
            new WayOut(
                List.of("region of the model", "state of the call"),
                List.of(List.of("blue/b"), List.of("stateful")),
                List.of()));
  }

  @Test
  void aLaterDateIsAWayOutAndAnEarlierIsNot() {
    assertThat(
            trouble(1, clause("c", "route", "in-force: {until: 2027-05-01}\n    forbid: 'true'"))
                .waysOut())
        .containsExactly(
            new WayOut(List.of("law of a later date"), List.of(List.of("2027-05-01")), List.of()));
  }

  /** Where the pool goes its calls go too. */
  @Test
  void aChangeThatBreaksAnotherPartOfThePlacementSaysSoAndComesLast() {
    String law =
        clause("c", "placement", "forbid: placement.provider == 'red'")
            + clause("d", "route", "forbid: target.provider == 'blue'");
    assertThat(trouble(0, law).waysOut())
        .containsExactly(
            new WayOut(List.of("region"), List.of(List.of("green/c")), List.of()),
            new WayOut(
                List.of("region"),
                List.of(List.of("blue/b")),
                List.of("d: api: client > red/a, hop 0")));
  }

  /** And where calls must go elsewhere the pool must stand there. */
  @Test
  void aHopTakesThePoolThatItEndsAtAlong() {
    String law =
        clause("c", "route", "forbid: target.provider == 'red'")
            + clause("d", "placement", "forbid: placement.provider != 'red'");
    assertThat(trouble(1, law).waysOut())
        .singleElement()
        .satisfies(
            way -> {
              assertThat(way.to()).containsExactly(List.of("blue/b", "green/c"));
              assertThat(way.but()).containsExactly("d: api.model@red/a/gpu8");
            });
  }

  @Test
  void whereNothingHelpsThereIsNoWayOut() {
    assertThat(trouble(0, clause("c", "placement", "forbid: 'true'")).waysOut()).isEmpty();
  }

  @Test
  void aHopThatARunHasSeenIsFoundByItsName() {
    Reviewed seen =
        Reviewed.seen(SCENARIO, "api from Town: client > blue/b, hop 0, spillover").orElseThrow();
    assertThat(seen.facts().values())
        .containsEntry("target.provider", "blue")
        .containsEntry("cause", "spillover")
        .containsEntry("hop.to", "model");
    assertThat(Reviewed.seen(SCENARIO, "api from Town: client > pink/x, hop 0, primary")).isEmpty();
    assertThat(Reviewed.seen(SCENARIO, "api.model@red/a/gpu8")).isEmpty();
  }
}
