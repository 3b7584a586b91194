package situs.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.Traces;
import situs.document.InputException;
import situs.model.Arrivals;
import situs.model.Boot;
import situs.model.Capacity;
import situs.model.Channel;
import situs.model.Datacenter;
import situs.model.Disaggregation;
import situs.model.Distribution;
import situs.model.FrontierWorkload;
import situs.model.Incident;
import situs.model.Level;
import situs.model.Metric;
import situs.model.ModelWorkload;
import situs.model.Money;
import situs.model.Objective;
import situs.model.Offer;
import situs.model.Purchase;
import situs.model.RegionId;
import situs.model.RequestTrace;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.Status;

class ScenarioFileTest {
  private static final Path FILES = Path.of("src/test/resources/scenario");

  @TempDir Path folder;

  private Scenario read(String overlay) throws IOException {
    return load(overlay).scenario();
  }

  /** A scenario that lays {@code overlay} over the minimal one. */
  private LoadedScenario load(String overlay) throws IOException {
    Path file = folder.resolve("overlay.yaml");
    String base = FILES.resolve("minimal.yaml").toAbsolutePath().toString();
    Files.writeString(file, "situs: 1\nextends: " + base + "\n" + overlay);
    return ScenarioFile.read(file).get(0);
  }

  private static Scenario everything() {
    return ScenarioFile.read(FILES.resolve("everything.yaml")).get(0).scenario();
  }

  /**
   * The example names contracts that do not lie beside it, and rents p5.48xlarge in eu-west-1,
   * where the catalogue has no price for it. All else is as it stands.
   */
  @Test
  void readsTheExampleOfTheDesign() throws IOException {
    String example = Files.readString(FILES.resolve("design.yaml"));
    Files.writeString(
        folder.resolve("design.yaml"),
        example
            .replaceAll("(?m)^contracts: .*$", "")
            .replace("{p5.48xlarge: 4,", "{p5.48xlarge: {count: 4, price: 60 USD/h},"));
    LoadedScenario loaded = ScenarioFile.read(folder.resolve("design.yaml")).get(0);
    Scenario scenario = loaded.scenario();
    assertThat(scenario.starts()).isEqualTo(Instant.parse("2026-03-18T00:00:00Z"));
    assertThat(scenario.durationS()).isEqualTo(86_400);
    assertThat(scenario.warmUp()).isEqualTo(Duration.ofHours(1));
    assertThat(loaded.strategies()).extracting(StrategySpec::name).contains("optimal").hasSize(6);
    ModelWorkload api = (ModelWorkload) scenario.workload("gpt-api");
    assertThat(api.promptTokens())
        .isEqualTo(new Distribution.LogNormal(1020, 2734, Double.POSITIVE_INFINITY));
    assertThat(api.demand().get(1).arrivals())
        .isEqualTo(Arrivals.Curve.daily(1.3, LocalTime.of(14, 0), 0.6));
    assertThat(api.batching()).isEqualTo(new ModelWorkload.Batching(256, 2048, 100));
    FrontierWorkload frontier = (FrontierWorkload) scenario.workload("frontier-aws");
    assertThat(frontier.demand().get(0).arrivals().meanPerSecond(0))
        .isCloseTo(40 / 3600.0, within(1e-12));
    assertThat(frontier.callState()).contains("stateful");
    assertThat(scenario.incidents())
        .containsExactly(new Incident.Outage(32_400, 2_700, RegionId.parse("azure/eastus2")));
  }

  @Test
  void saysOnlyOfTheDesignsExampleWhatIsNotThereYet() {
    assertThatThrownBy(() -> ScenarioFile.read(FILES.resolve("design.yaml")))
        .isInstanceOf(InputException.class)
        .message()
        .satisfies(
            text ->
                assertThat(text.lines().filter(l -> l.contains("design.yaml:")))
                    .hasSize(3)
                    .anyMatch(l -> l.contains("no such file 'contracts/microsoft-openai.yaml'"))
                    .anyMatch(l -> l.contains("no such file 'contracts/amazon-openai.yaml'"))
                    .anyMatch(l -> l.contains("no on-demand price for 'p5.48xlarge'")));
  }

  @Test
  void readsEveryFormOfADistribution() {
    FrontierWorkload.Session session =
        ((FrontierWorkload) everything().workload("agents")).session();
    ModelWorkload sampled = (ModelWorkload) everything().workload("sampled");
    assertThat(session.context()).isEqualTo(new Distribution.Constant(1000));
    assertThat(session.append()).isEqualTo(new Distribution.Exponential(900));
    assertThat(session.output()).isEqualTo(new Distribution.LogNormal(200, 500, 1000));
    assertThat(session.thinkTimeS()).isEqualTo(new Distribution.Exponential(84));
    assertThat(session.toolTimeS()).isEqualTo(new Distribution.Empirical(List.of(0.5, 1.0, 30.0)));
    assertThat(sampled.promptTokens())
        .isEqualTo(new Distribution.Empirical(List.of(100.0, 250.0, 4000.0)));
    assertThat(sampled.outputTokens())
        .isEqualTo(new Distribution.Empirical(List.of(10.0, 20.0, 30.0)));
    assertThat(session.stateGib()).isEqualTo(0.5);
    assertThat(session.onOutage()).isEqualTo(FrontierWorkload.OnOutage.LOST);
  }

  @Test
  void readsSeparatePrefillAndDecode() {
    ModelWorkload apart = (ModelWorkload) everything().workload("apart");
    assertThat(apart.batching().disaggregation()).contains(new Disaggregation(1, 3, 25e9, 0.002));
    // Prompts are whole, so the budget is the longest context.
    assertThat(apart.batching().tokenBudget()).isEqualTo(apart.model().maxContext());
  }

  @Test
  void takesTheLengthsOfATraceForTheLengthsOfRequests() {
    ModelWorkload replayed = (ModelWorkload) everything().workload("replayed");
    Arrivals.Replay replay = (Arrivals.Replay) replayed.demand().get(0).arrivals();
    assertThat(Traces.values(replay.trace(), RequestTrace.Cursor::promptTokens))
        .containsExactly(374, 396, 400);
    assertThat(Traces.values(replay.trace(), RequestTrace.Cursor::outputTokens))
        .containsExactly(44, 109, 12);
    // 52.0 - 46.68059 s and 50.995169 - 46.68059 s
    assertThat(Traces.offsets(replay.trace())).containsExactly(0, 4.314579, 5.31941);
    assertThat(replayed.outputTokens()).isEqualTo(new Distribution.Constant((44 + 109 + 12) / 3.0));
    // Three copies in the file, times the scenario's scale of 2.
    assertThat(replay.copies()).isEqualTo(6);
    assertThat(replay.speedup()).isEqualTo(2);
    assertThat(replay.share()).isEqualTo(0.5);
  }

  @Test
  void scalesDemandAndCapacity() {
    Scenario scenario = everything();
    // 30/min = 0.5/s, and 6 instances, twice.
    assertThat(scenario.workload("sampled").demand().get(0).arrivals().meanPerSecond(0))
        .isEqualTo(1.0);
    assertThat(scenario.datacenters().get(0).offers().get(0).instances()).isEqualTo(12);
  }

  @Test
  void aScaleBelowOneLeavesAtLeastOneInstance() throws IOException {
    Scenario small = ScenarioScale.scaled(read(""), 0.01);
    assertThat(small.datacenters().get(0).offers()).extracting(Offer::instances).containsOnly(1);
  }

  @Test
  void readsTermsOfOffers() {
    Map<RegionId, List<Offer>> offers =
        everything().datacenters().stream()
            .collect(Collectors.toMap(d -> d.region().id(), Datacenter::offers));
    Offer spot = offers.get(RegionId.parse("acme/north")).get(0);
    assertThat(spot.price().purchase()).isEqualTo(Purchase.SPOT);
    // 25 USD/h less 20 %
    assertThat(spot.price().perHour()).isEqualTo(Money.usd("20"));
    assertThat(spot.price().provenance().status()).isEqualTo(Status.ASSUMED);
    Offer listed = offers.get(RegionId.parse("acme/north")).get(1);
    assertThat(listed.price().perHour()).isEqualTo(Money.usd("0.9"));
    assertThat(listed.price().provenance().status()).isEqualTo(Status.PUBLISHED);
    // 0.8 USD/h less 10 %
    Offer discounted = offers.get(RegionId.parse("acme/south")).get(0);
    assertThat(discounted.price().perHour()).isEqualTo(Money.usd("0.72"));
    assertThat(discounted.price().provenance().source()).contains("times 0.9");
  }

  @Test
  void readsEachWayToBuyOfAType() {
    List<Offer> ways = everything().datacenters().get(1).offers();
    assertThat(ways)
        .extracting(Offer::key, Offer::instances)
        .containsExactly(tuple("c16", 8), tuple("c16/reserved", 4), tuple("c16/committed", 2));
    // 0.8 USD/h on demand less 30 % is 0.56, and 876 USD over 8,760 h are 0.1 an hour.
    Offer reserved = ways.get(1);
    assertThat(reserved.price().perHour()).isEqualTo(Money.usd("0.66"));
    assertThat(reserved.price().provenance().source())
        .endsWith(", times 0.7 by the scenario's discount, plus 876 USD up front over 8760 h");
    // 0.66 USD/h for 365 days
    assertThat(reserved.termCost()).contains(Money.usd("5781.6"));
    assertThat(ways.get(0).termCost()).isEmpty();
    // Its own price in the catalogue counts before that on demand.
    assertThat(ways.get(2).price().perHour()).isEqualTo(Money.usd("0.3"));
  }

  @Test
  void readsWaysToBuyTheSameInstances() {
    List<Offer> ways = everything().datacenters().get(2).offers();
    // Twice, for the scenario's scale is 2.
    assertThat(ways)
        .extracting(o -> o.purchase().word(), Offer::instances, Offer::together)
        .containsExactly(
            tuple("reserved", 2, OptionalInt.of(4)), tuple("on-demand", 4, OptionalInt.of(4)));
    assertThat(everything().datacenters().get(1).offers())
        .extracting(Offer::together)
        .containsOnly(OptionalInt.empty());
  }

  @Test
  void readsWhenReplicasRunAndHowTheyStart() {
    // Numbers of replicas twice, for the scenario's scale is 2; shares and rates stay.
    Capacity sampled = everything().workload("sampled").capacity();
    assertThat(sampled.plan())
        .isEqualTo(
            new Capacity.Autoscaled(
                Capacity.Signal.KV,
                0.6,
                new Level.Count(4),
                new Level.Share(0.5),
                30,
                60,
                600,
                0.05));
    assertThat(sampled.boot()).isEqualTo(new Boot(90, 2));
    Capacity agents = everything().workload("agents").capacity();
    assertThat(agents.plan())
        .isEqualTo(
            new Capacity.Scheduled(
                new TreeMap<>(
                    Map.of(
                        LocalTime.of(7, 0),
                        new Level.Count(6),
                        LocalTime.of(19, 30),
                        new Level.Share(0.25))),
                ZoneId.of("Europe/Oslo")));
    assertThat(agents.boot()).isEqualTo(Boot.ASSUMED);
    assertThat(everything().workload("replayed").capacity()).isEqualTo(Capacity.FIXED);
    // 2/d
    assertThat(everything().datacenters().get(0).offers().get(0).interruptionsPerS())
        .isCloseTo(2 / 86_400.0, within(1e-15));
  }

  @Test
  void tellsFirstFromThirdPartyByTheOwner() throws IOException {
    assertThat(read("").workload("api").channel().party()).isEmpty();
    assertThat(read("owner: openai\n").workload("api").channel())
        .isEqualTo(new Channel("openai", Optional.of(Channel.Party.FIRST), "commercial"));
    assertThat(read("owner: other\n").workload("api").channel().party())
        .contains(Channel.Party.THIRD);
    assertThat(everything().workload("replayed").channel().segment())
        .isEqualTo("us-national-security");
  }

  @Test
  void withoutAChannelTheOwnerSells() throws IOException {
    Scenario scenario = read("owner: acme\nworkloads: {api: {channel: ~}}\n");
    assertThat(scenario.workload("api").channel().seller()).isEqualTo("acme");
  }

  @Test
  void knowsTheStateOfACall() throws IOException {
    assertThat(read("").workload("api").callState()).contains("stateless");
    assertThat(everything().workload("replayed").callState()).isEmpty();
    assertThat(everything().workload("agents").callState()).contains("stateless");
  }

  @Test
  void readsObjectives() {
    assertThat(everything().workload("replayed").objectives())
        .containsExactly(
            new Objective(Metric.TTFT, 0.95, 1.5),
            new Objective(Metric.TPOT, 0.5, 0.05),
            new Objective(Metric.CALL, 0.999, 60));
  }

  @Test
  void aModelHasNoTurns() {
    assertThatThrownBy(() -> read("workloads: {api: {objective: {turn-p95: 1 s}}}\n"))
        .hasMessageContaining("unknown objective 'turn-p95'");
  }

  @Test
  void readsEveryKindOfEvent() {
    RegionId north = RegionId.parse("acme/north");
    assertThat(everything().incidents())
        .containsExactly(
            new Incident.Outage(32_400, 2_700, RegionId.parse("azure/eastus")),
            new Incident.CapacityLoss(3_600, 600, north, 0.5),
            new Incident.Surge(7_200, 600, "sampled", Optional.of("Bergen"), 3),
            new Incident.PriceChange(10_800, 3_600, north, 1.2));
  }

  @Test
  void readsTheRun() {
    Scenario scenario = everything();
    // 08:30 at +01:00
    assertThat(scenario.starts()).isEqualTo(Instant.parse("2026-03-18T07:30:00Z"));
    assertThat(scenario.warmUp()).isEqualTo(Duration.ofMinutes(30));
    assertThat(scenario.seed()).isEqualTo(7);
    assertThat(scenario.routing()).isEqualTo(RoutingRule.LEAST_LOADED);
    assertThat(scenario.jitter()).isEqualTo(0.05);
    assertThat(scenario.bytesPerToken()).isEqualTo(5);
    assertThat(scenario.home()).contains("azure");
    assertThat(scenario.storage().orElseThrow().perGibHour()).isEqualTo(Money.usd("0.0002"));
  }

  @Test
  void readsWhatTheCatalogueLacks() {
    Scenario scenario = everything();
    RegionId north = RegionId.parse("acme/north");
    RegionId south = RegionId.parse("acme/south");
    RegionId eastus = RegionId.parse("azure/eastus");
    assertThat(scenario.network().rtt(north, south).ms()).isEqualTo(9);
    assertThat(scenario.network().rtt(north, eastus).provenance().status())
        .isEqualTo(Status.MEASURED);
    assertThat(scenario.network().tariff(north, south).orElseThrow().tiers().get(0).perGb())
        .isEqualTo(Money.usd("0.001"));
    assertThat(scenario.network().internetTariff(north).orElseThrow().tiers()).hasSize(2);
    assertThat(scenario.datacenters().get(2).region().gridGco2PerKwh().orElseThrow().value())
        .isEqualTo(1);
    // The scenario's own comes first; on H100-SXM, which is on offer too, there is the roofline's.
    assertThat(scenario.profiles())
        .extracting(p -> p.accelerator() + " " + p.provenance().status().word())
        .containsExactly("X1 measured", "H100-SXM assumed");
    // 14.1 ns a KV token
    assertThat(scenario.profiles().get(0).iteration())
        .isEqualTo(
            new situs.model.ServingProfile.ThreeTerms(
                0.0073, 45e-6, 14.1e-9, 0.0076, 43e-6, 0.1e-9));
  }

  @Test
  void overridesTheRun() throws IOException {
    LoadedScenario loaded = load("");
    assertThat(loaded.withSeed(9).scenario().seed()).isEqualTo(9);
    assertThat(loaded.withReplications(3).scenario().replications()).isEqualTo(3);
    assertThat(loaded.withDuration(Duration.ofMinutes(5)).scenario().durationS()).isEqualTo(300);
  }

  @Test
  void remembersEveryFileThatWentIn() {
    assertThat(ScenarioFile.read(FILES.resolve("everything.yaml")).get(0).inputs())
        .extracting(p -> p.getFileName().toString())
        .containsExactly(
            "everything.yaml",
            "everything-base.yaml",
            "everything-part.yaml",
            "agreement.yaml",
            "lengths.csv",
            "trace.csv");
  }

  @Test
  void strategiesMayAskForAReading() {
    assertThat(ScenarioFile.read(FILES.resolve("everything.yaml")).get(0).strategies())
        .containsExactly(
            new StrategySpec("home", Optional.empty()),
            new StrategySpec("contract-first", Optional.of("letter")));
  }

  @Test
  void aSweepMakesAScenarioOfEveryCombination() throws IOException {
    Path file = folder.resolve("sweep.yaml");
    Files.writeString(
        file,
        """
        situs: 1
        extends: %s
        sweep:
          workloads.api.demand.New York.rate: [1/s, 2/s]
          replications: {from: 1, to: 3, step: 1}
        """
            .formatted(FILES.resolve("minimal.yaml").toAbsolutePath()));
    Map<String, Scenario> byName =
        ScenarioFile.read(file).stream()
            .map(LoadedScenario::scenario)
            .collect(Collectors.toMap(Scenario::name, s -> s));
    assertThat(byName).hasSize(6).containsKey("minimal-rate-2-per-s-replications-3");
    Scenario last = byName.get("minimal-rate-2-per-s-replications-3");
    assertThat(last.replications()).isEqualTo(3);
    assertThat(last.workload("api").demand().get(0).arrivals().meanPerSecond(0)).isEqualTo(2);
  }

  @Test
  void aSweepMayNameItsValues() throws IOException {
    LoadedScenario first =
        load(
            """
            sweep:
              datacenters:
                near: {azure/eastus: {ND96isr_H100_v5: 1}}
                far: {azure/westeurope: {ND96isr_H100_v5: 1}}
            """);
    assertThat(first.scenario().name()).isEqualTo("minimal-datacenters-near");
    assertThat(first.scenario().datacenters()).hasSize(1);
  }

  @Test
  void mappingsMergeListsReplaceAndEmptyRemoves() throws IOException {
    Files.writeString(
        folder.resolve("middle.yaml"),
        "situs: 1\nextends: "
            + FILES.resolve("minimal.yaml").toAbsolutePath()
            + "\nquestion: Which?\nstrategies: [home, split]\n"
            + "datacenters: {aws/us-east-1: {p5.48xlarge: 1}}\n");
    Path top = folder.resolve("top.yaml");
    Files.writeString(
        top,
        "situs: 1\nextends: middle.yaml\nquestion: ~\nstrategies: [spread]\n"
            + "datacenters: {azure/eastus: {D16s_v5: ~}}\n");
    LoadedScenario loaded = ScenarioFile.read(top).get(0);
    assertThat(loaded.scenario().question()).isEmpty();
    assertThat(loaded.strategies()).extracting(StrategySpec::name).containsExactly("spread");
    assertThat(loaded.scenario().datacenters())
        .flatExtracting(Datacenter::offers)
        .extracting(o -> o.type().name(), Offer::instances)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ND96isr_H100_v5", 2),
            org.assertj.core.groups.Tuple.tuple("p5.48xlarge", 1));
  }

  @Test
  void whatAFileSaysWinsOverWhatItImports() throws IOException {
    Files.writeString(
        folder.resolve("part.yaml"),
        "workloads: {api: {weights: bf16, parallel: 2}}\n"
            + "catalog: {prices: {azure/eastus: {D16s_v5: 1 USD/h}}}\n");
    Scenario scenario = read("imports: [part.yaml]\nworkloads: {api: {parallel: 4}}\n");
    ModelWorkload api = (ModelWorkload) scenario.workload("api");
    assertThat(api.weights()).isEqualTo("bfloat16");
    assertThat(api.parallel()).hasValue(4);
    assertThat(scenario.datacenters().get(0).offers().get(1).price().perHour())
        .isEqualTo(Money.usd("1"));
  }

  @Test
  void readsGzippedTraces() throws IOException {
    Path gz = folder.resolve("trace.csv.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(gz))) {
      Files.copy(FILES.resolve("trace.csv"), out);
    }
    Scenario scenario =
        read(
            "workloads: {api: {tokens: ~, demand: {New York: {rate: ~, trace: {file: "
                + "trace.csv.gz}}}}}\n");
    Arrivals.Replay replay = (Arrivals.Replay) scenario.workload("api").demand().get(0).arrivals();
    assertThat(replay.trace().requests()).isEqualTo(3);
  }

  @Test
  void aModelThatOnlyOthersCallNeedsNoDemandOfItsOwn() throws IOException {
    Scenario scenario = read("workloads: {api: {demand: ~, tokens: ~}}\n");
    assertThat(scenario.workload("api").demand()).isEmpty();
  }
}
