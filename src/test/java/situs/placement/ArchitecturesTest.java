package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.frontier;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.contract.Contracts;
import situs.model.Scenario;
import situs.optimise.Effort;
import situs.placement.Architectures.Costed;

/**
 * One instance carries each component. A model's is 1 USD an hour at red and 3 at blue, a runtime's
 * 2 and 1; data is cents.
 */
class ArchitecturesTest {
  private static final Scenario SCENARIO =
      scenario(
          List.of(
              datacenter(
                  "red/a", offer(gpus("gpu8", "G", 8), "1", 9), offer(machine("box", 16), "2", 9)),
              datacenter(
                  "blue/b",
                  offer(gpus("gpu8", "G", 8), "3", 9),
                  offer(machine("box", 16), "1", 9))),
          List.of(
              model("api", OptionalInt.of(8), flat("Town", 0.5)),
              frontier("agents", "api", "red", flat("Town", 0.01))),
          profile("G", 8, 1));

  /** By the letter models are at blue; by the spirit the agents that call them, too. */
  private static Contracts contracts() {
    return ContractFixture.read(
        """
                contract: t
                clauses:
                  at-blue:
                    text: t
                    cite: t
                    over: placement
                    readings:
                      letter: {when: component == 'model', require: placement.provider == 'blue'}
                      spirit: {require: placement.provider == 'blue'}
                """);
  }

  private static final Architectures FOUND =
      Architectures.of(SCENARIO, contracts(), List.of("letter", "spirit"), Effort.EXACT);

  private static Costed costed(String words) {
    return FOUND.all().stream()
        .filter(c -> c.architecture().words().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private static double premium(String words, String reading) {
    return costed(words).premiums().get(reading).usdPerDay();
  }

  @Test
  void everyWayToGiveEachComponentAProviderIsOne() {
    assertThat(FOUND.all())
        .extracting(c -> c.architecture().words())
        .containsExactly(
            "all on blue",
            "blue: agents.runtime; red: api.model",
            "blue: api.model; red: agents.runtime",
            "all on red");
    assertThat(Architectures.count(SCENARIO)).isEqualTo(4);
  }

  @Test
  void aPremiumIsOverTheCheapestThatTheReadingPermits() {
    // Without clauses 1 + 1 USD an hour is the least; all on blue is 3 + 1, all on red 1 + 2.
    assertThat(premium("blue: agents.runtime; red: api.model", "no clauses")).isZero();
    assertThat(premium("all on blue", "no clauses")).isCloseTo(48, within(0.5));
    assertThat(premium("all on red", "no clauses")).isCloseTo(24, within(0.5));
    // By the letter all on blue is the cheapest, and agents at red are 1 USD an hour more.
    assertThat(premium("all on blue", "letter")).isZero();
    assertThat(premium("blue: api.model; red: agents.runtime", "letter"))
        .isCloseTo(24, within(0.5));
    assertThat(premium("all on blue", "spirit")).isZero();
  }

  @Test
  void anUnlawfulOneHasNoPremiumAndSaysWhichClausesObject() {
    Costed red = costed("all on red");
    assertThat(red.optima().get("letter")).isEmpty();
    assertThat(red.premiums()).doesNotContainKey("letter");
    assertThat(red.objecting().get("letter")).isEqualTo(Set.of("t/at-blue"));
    Costed split = costed("blue: api.model; red: agents.runtime");
    assertThat(split.objecting()).containsOnlyKeys("spirit");
  }
}
