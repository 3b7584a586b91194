package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.frontier;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;
import static situs.ScenarioFixture.starting;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.document.Issues;
import situs.model.Channel;
import situs.model.ModelWorkload;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;
import situs.model.Unplaced;

/** {@code contract-first} under the reported terms; everything is cheaper on AWS. */
class RealContractsTest {
  private static final Contracts CONTRACTS =
      new Contracts(
          Stream.of("microsoft-openai", "amazon-openai")
              .map(name -> Path.of("scenarios/contracts", name + ".yaml"))
              .map(path -> ContractFile.read(path, new Issues()).orElseThrow())
              .toList());

  private static final Scenario DISPUTED =
      scenario(
          List.of(
              datacenter(
                  "azure/eastus2",
                  offer(gpus("nd", "G", 8), "98.32", 9),
                  offer(machine("d16", 16), "0.8", 9)),
              datacenter(
                  "aws/us-east-1",
                  offer(gpus("p5", "G", 8), "55.04", 9),
                  offer(machine("m7i", 16), "0.7", 9))),
          List.of(
              soldByOpenAi(model("api", OptionalInt.of(8), flat("Town", 3))),
              frontier("direct", "api", "owner", flat("Town", 0.01)),
              frontier("resold", "api", "aws", flat("Town", 0.01))),
          profile("G", 8, 1));

  /** Who may sell the API is named in the contracts. */
  private static ModelWorkload soldByOpenAi(ModelWorkload api) {
    return new ModelWorkload(
        api.name(),
        api.model(),
        api.weights(),
        api.parallel(),
        new Channel("openai", Optional.of(Channel.Party.FIRST), "commercial"),
        api.demand(),
        api.promptTokens(),
        api.outputTokens(),
        api.batching(),
        api.callState(),
        api.objectives());
  }

  private static Placement place(String starts, Optional<String> reading) {
    return new ContractFirst(reading).place(starting(starts, DISPUTED), CONTRACTS);
  }

  private static List<String> ids(Placement placement) {
    return placement.placed().stream().map(Placed::id).toList();
  }

  @Test
  void byTheLetterOnlyTheResoldRuntimeLeavesAzure() {
    Placement p = place("2026-03-18T00:00:00Z", Optional.empty());
    assertThat(p.unplaced()).isEmpty();
    assertThat(ids(p))
        .containsExactly(
            "api.model@azure/eastus2/nd",
            "direct.runtime@azure/eastus2/d16",
            "direct.state@azure/eastus2",
            "resold.runtime@aws/us-east-1/m7i",
            "resold.state@aws/us-east-1");
  }

  @Test
  void byTheSpiritTheResoldRuntimeHasNoPlaceAndBothContractsSayWhy() {
    Placement p = place("2026-03-18T00:00:00Z", Optional.of("spirit"));
    assertThat(ids(p))
        .containsExactly(
            "api.model@azure/eastus2/nd",
            "direct.runtime@azure/eastus2/d16",
            "direct.state@azure/eastus2");
    assertThat(p.unplaced())
        .extracting(u -> u.component().toString())
        .containsExactly("resold.runtime", "resold.state");
    assertThat(p.unplaced())
        .extracting(Unplaced::reason)
        .first()
        .asString()
        .contains("azure/eastus2/d16: amazon-openai/stateful-runtime-on-bedrock")
        .contains("aws/us-east-1/m7i: microsoft-openai/first-party-on-azure");
  }

  @Test
  void afterTheAmendmentEverythingGoesWhereItIsCheapest() {
    Placement p = place("2026-06-01T00:00:00Z", Optional.empty());
    assertThat(ids(p)).hasSize(5).allMatch(id -> id.contains("@aws/"));
  }

  @Test
  void aRunThatCrossesTheAmendmentKeepsToBothSides() {
    // The clauses of the disputed period end within the day.
    Placement p = place("2026-04-26T12:00:00Z", Optional.empty());
    assertThat(ids(p)).contains("api.model@azure/eastus2/nd");
  }

  @Test
  void aReadingThatNoClauseNamesIsRefused() {
    assertThatThrownBy(() -> place("2026-03-18T00:00:00Z", Optional.of("spitir")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no clause has a reading 'spitir'; there are [letter, spirit, Microsoft,"
                + " OpenAI, Amazon]");
  }
}
