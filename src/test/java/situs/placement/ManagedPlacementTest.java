package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static situs.ScenarioFixture.HERE;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.managed;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;
import static situs.ScenarioFixture.soldBy;
import static situs.ScenarioFixture.starting;
import static situs.ScenarioFixture.with;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import situs.contract.ContractFile;
import situs.contract.Contracts;
import situs.document.Issues;
import situs.model.Datacenter;
import situs.model.ManagedOffering;
import situs.model.ManagedOffering.Limits;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Scenario;
import situs.placement.Cover.Item;

/** Calls of 1,000 prompt tokens and 100 of output, on instances or by the token. */
class ManagedPlacementTest {
  private static final Contracts NONE = new Contracts(List.of());

  private static Scenario world(double perSecond, Datacenter... datacenters) {
    return scenario(
        List.of(datacenters),
        List.of(model("api", OptionalInt.of(8), flat("Town", perSecond))),
        profile("G", 8, 1));
  }

  /** An instance for 10 USD/h that carries 1.9 calls a second, tokens for 4 USD a million. */
  private static Scenario both(double perSecond) {
    return world(
        perSecond,
        with(
            datacenter("blue/a", offer(gpus("gpu8", "G", 8), "10", 9)),
            managed("blue/a", "mill", "4")));
  }

  private static List<String> ids(Placement placement) {
    return placement.placed().stream().map(Placed::id).toList();
  }

  @Test
  void cheapestBuysTokensBelowTheBreakEvenAndRentsAboveIt() {
    // 1,100 tokens at 4 USD a million are 0.0044 USD a call; 10 USD/h / 3600 s / 0.0044 = 0.6313/s
    double breakEven = 10 / 3600.0 / 0.0044;
    assertThat(ids(new Cheapest().place(both(breakEven * 0.999), NONE)))
        .containsExactly("api.model@blue/a/mill");
    assertThat(ids(new Cheapest().place(both(breakEven * 1.001), NONE)))
        .containsExactly("api.model@blue/a/gpu8");
  }

  @Test
  void cheapestRentsWhatIsFullAndBuysTheRest() {
    // An instance plans 0.6 / 0.32 s = 1.875 calls a second. Two carry 3.75; the other 0.05 a
    // second
    // cost 0.79 USD/h by the token, and a third instance 10.
    Placement placement = new Cheapest().place(both(3.8), NONE);
    assertThat(ids(placement))
        .containsExactlyInAnyOrder("api.model@blue/a/gpu8", "api.model@blue/a/mill");
    assertThat(placement.placed())
        .filteredOn(p -> p.offer().isPresent())
        .extracting(Placed::instances)
        .containsExactly(2);
    assertThat(placement.shares())
        .filteredOn(s -> s.placement().endsWith("mill"))
        .singleElement()
        .satisfies(s -> assertThat(s.share()).isCloseTo(0.05 / 3.8, within(1e-6)));
  }

  @Test
  void theReasonNamesThePriceOfBoth() {
    assertThat(new Cheapest().place(both(0.5), NONE).placed().get(0).why())
        .contains("4.400 USD per 1,000 calls by the token")
        .contains("of the rate limits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "cheapest", "fastest", "split", "spread", "contract-first"})
  void everyStrategyCanBuyByTheToken(String strategy) {
    Scenario tokensOnly = world(3, with(datacenter("blue/a"), managed("blue/a", "mill", "4")));
    Placement placement =
        Strategies.named(strategy, Optional.empty()).orElseThrow().place(tokensOnly, NONE);
    assertThat(placement.unplaced()).isEmpty();
    assertThat(ids(placement)).containsExactly("api.model@blue/a/mill");
  }

  @Test
  void fastestComparesTheStatedSpeedWithThatOfTheServers() {
    // By the token 0.5 s + 99/50 s = 2.48 s. On an instance at 40 %, 4 sequences: 0.12 + 100 * 14
    // ms
    // / (1 - prefills) < 2 s. On one ten times slower it is the other way round.
    assertThat(ids(new Fastest().place(both(1), NONE))).containsExactly("api.model@blue/a/gpu8");
    Scenario slow =
        scenario(
            both(1).datacenters(),
            List.of(model("api", OptionalInt.of(8), flat("Town", 0.1))),
            profile("G", 8, 10));
    assertThat(ids(new Fastest().place(slow, NONE))).containsExactly("api.model@blue/a/mill");
  }

  @Test
  void moreThanTheLimitsGoesElsewhere() {
    ManagedOffering cheap = managed("blue/a", "mill", "1");
    // 3 calls a second take 198,000 tokens a minute; planned to 60 % of 165,000, half of them fit.
    Limits limits = new Limits(165_000, OptionalDouble.empty(), 60, 0, HERE);
    ManagedOffering limited =
        new ManagedOffering(
            cheap.region(), "mill", cheap.model(), cheap.prices(), limits, cheap.speed());
    Placement placement =
        new Cheapest()
            .place(
                world(
                    3,
                    with(datacenter("blue/a"), limited),
                    with(datacenter("blue/b"), managed("blue/b", "other", "2"))),
                NONE);
    assertThat(placement.shares())
        .filteredOn(s -> s.placement().endsWith("mill"))
        .singleElement()
        .satisfies(s -> assertThat(s.share()).isCloseTo(0.5, within(1e-9)));
    assertThat(ids(placement)).contains("api.model@blue/b/other");
  }

  @Test
  void whatNoLimitLetsInHasNoPlace() {
    ManagedOffering cheap = managed("blue/a", "mill", "1");
    Limits limits = new Limits(165_000, OptionalDouble.empty(), 60, 0, HERE);
    ManagedOffering limited =
        new ManagedOffering(
            cheap.region(), "mill", cheap.model(), cheap.prices(), limits, cheap.speed());
    Placement placement = new Cheapest().place(world(3, with(datacenter("blue/a"), limited)), NONE);
    assertThat(placement.unplaced())
        .singleElement()
        .satisfies(
            u -> {
              assertThat(u.share()).isCloseTo(0.5, within(1e-9));
              assertThat(u.reason()).contains("blue/a/mill has 1");
            });
  }

  @Test
  void aContractForbidsAManagedModelInTheWrongCloud() {
    Contracts contracts =
        new Contracts(
            Stream.of("microsoft-openai", "amazon-openai")
                .map(name -> Path.of("scenarios/contracts", name + ".yaml"))
                .map(path -> ContractFile.read(path, new Issues()).orElseThrow())
                .toList());
    Scenario disputed =
        starting(
            "2026-03-18T00:00:00Z",
            scenario(
                List.of(
                    with(datacenter("aws/us-east-1"), managed("aws/us-east-1", "bedrock", "1")),
                    with(datacenter("azure/eastus2"), managed("azure/eastus2", "foundry", "4"))),
                List.of(soldBy("azure", "api", OptionalInt.of(8), flat("Town", 3))),
                profile("G", 8, 1)));
    assertThat(ids(new Cheapest().place(disputed, contracts)))
        .containsExactly("api.model@aws/us-east-1/bedrock");
    assertThat(ids(new ContractFirst(Optional.empty()).place(disputed, contracts)))
        .containsExactly("api.model@azure/eastus2/foundry");
  }

  /** Against every combination of counts, where one item is paid by use alone. */
  @Test
  void coverFindsWhatTryingEverythingFindsWithTokensBesideInstances() {
    for (double tokens = 5; tokens < 200; tokens += 5) {
      double perUse = tokens;
      List<Item> items =
          List.of(
              new Item(1, 0, perUse, n -> 2.0 * n),
              new Item(4, 10, 3, n -> 0.3 * n),
              new Item(2, 25, 1, n -> 0.7 * n));
      double least = Double.POSITIVE_INFINITY;
      for (int m = 0; m <= 1; m++) {
        for (int a = 0; a <= 4; a++) {
          for (int b = 0; b <= 2; b++) {
            least = Math.min(least, cost(m, a, b, perUse));
          }
        }
      }
      int[] chosen = Cover.leastCost(items);
      assertThat(cost(chosen[0], chosen[1], chosen[2], perUse))
          .as("tokens for %s", tokens)
          .isCloseTo(least, within(1e-9));
    }
  }

  /** Rent and use, the cheapest use first: 1, 3, and that of the tokens. */
  private static double cost(int tokens, int a, int b, double perUse) {
    double onB = Math.min(1, 0.7 * b);
    double onA = Math.min(1 - onB, 0.3 * a);
    double rest = 1 - onB - onA;
    if (rest > 1e-9 && tokens == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return 10 * a + 25 * b + 1 * onB + 3 * onA + perUse * Math.max(0, rest);
  }
}
