package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import situs.ContractFixture;
import situs.contract.Contracts;
import situs.model.Placed;
import situs.model.Scenario;

/** The optimum and the greedy search keep to the same law. */
class ContractLawTest {
  private static final Scenario SCENARIO =
      scenario(
          List.of(
              datacenter("red/a", offer(gpus("gpu8", "G", 8), "1", 9)),
              datacenter("blue/b", offer(gpus("gpu8", "G", 8), "5", 9))),
          List.of(model("api", OptionalInt.of(8), flat("Town", 3))),
          profile("G", 8, 1));

  /** Each sends the model from red, which is cheap, to blue. */
  private static final String FORBIDDEN = "\n    forbid: placement.provider == 'red'";

  private static final String NOT_PERMITTED =
      "\n    permitted-by: [licence]"
          + "\n  licence:"
          + "\n    text: t"
          + "\n    cite: t"
          + "\n    over: placement"
          + "\n    permit: placement.provider == 'blue'";

  private static final String DISAGREED =
      "\n    forbid: placement.provider == 'red'"
          + "\n    except:"
          + "\n      one: {when: \"placement.provider == 'red'\"}"
          + "\n      other: {when: \"placement.provider == 'red'\", require: 'false'}";

  private static final String UNKNOWN = "\n    forbid: term.open && placement.provider == 'red'";

  private static Contracts contracts(String rule) {
    return ContractFixture.read(
        "contract: t\nterms: {open: open}\nclauses:\n"
            + "  c:\n    text: t\n    cite: t\n    over: placement"
            + rule
            + "\n");
  }

  private static List<String> ids(Strategy strategy, String rule) {
    return strategy.place(SCENARIO, contracts(rule)).placed().stream().map(Placed::id).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {FORBIDDEN, NOT_PERMITTED, DISAGREED, UNKNOWN})
  void whateverObjectsOrCannotBeToldTakesAnOptionAway(String rule) {
    assertThat(ids(new Optimal(Optional.empty()), rule)).containsExactly("api.model@blue/b/gpu8");
    assertThat(ids(new ContractFirst(Optional.empty()), rule))
        .containsExactly("api.model@blue/b/gpu8");
  }

  /** Whether the holder had room only a run can tell. */
  @ParameterizedTest
  @ValueSource(
      strings = {"\n    first-refusal: {to: blue}", "\n    permit: placement.provider == 'blue'"})
  void whatOnlyARunCanTellAndWhatOnlyPermitsTakesNone(String rule) {
    assertThat(ids(new Optimal(Optional.empty()), rule)).containsExactly("api.model@red/a/gpu8");
    assertThat(ids(new ContractFirst(Optional.empty()), rule))
        .containsExactly("api.model@red/a/gpu8");
  }
}
