package situs.contract;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.ScenarioFixture;
import situs.document.Issues;
import situs.model.Cause;
import situs.model.Channel;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.FrontierWorkload;
import situs.model.ModelWorkload;
import situs.model.Route;
import situs.model.Scenario;
import situs.model.Stop;

/**
 * The reported terms through the real files: the verdict table of the disputed period, row by row,
 * and what the regimes before and after say.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCaseTest {
  private static final Map<String, Instant> REGIMES =
      Map.of(
          "R1", Instant.parse("2024-06-01T00:00:00Z"),
          "R2", Instant.parse("2025-06-01T00:00:00Z"),
          "R3", Instant.parse("2025-12-01T00:00:00Z"),
          "R4", Instant.parse("2026-03-18T00:00:00Z"),
          "R5", Instant.parse("2026-06-01T00:00:00Z"));

  private final Contracts contracts = read("microsoft-openai", "amazon-openai");

  private static Contracts read(String... names) {
    Issues issues = new Issues();
    List<Contract> read = new ArrayList<>();
    for (String name : names) {
      ContractFile.read(Path.of("scenarios/contracts", name + ".yaml"), issues)
          .ifPresent(read::add);
    }
    assertThat(issues.render()).isEmpty();
    return new Contracts(read);
  }

  /** A component in a region of a provider, for commercial customers. */
  private static Facts placement(String kind, String component, String provider, String seller) {
    return placement(kind, component, provider, seller, "commercial");
  }

  private static Facts placement(
      String kind, String component, String provider, String seller, String segment) {
    Component placed = new Component(kind, ComponentKind.valueOf(component.toUpperCase(ROOT)));
    return Facts.ofOption(
        scenario(seller, segment, Optional.of("stateless")),
        placed,
        ScenarioFixture.region(provider + "/one"),
        Optional.empty());
  }

  /**
   * What a scenario has no kind of workload for, so that its facts are written out: compute for
   * training, and a product that is neither an API nor an agent platform.
   */
  private static Facts otherPlacement(String kind, String component, String cloud, String seller) {
    return new Facts(
        SubjectKind.PLACEMENT,
        Map.of(
            "workload.kind", kind,
            "component", component,
            "placement.provider", cloud,
            "channel.seller", seller,
            "channel.party", seller.equals("openai") ? "first" : "third",
            "customer.segment", "commercial"));
  }

  /** A model API and an agent platform that calls it, both sold by {@code seller}. */
  private static Scenario scenario(String seller, String segment, Optional<String> callState) {
    Channel.Party party = seller.equals("openai") ? Channel.Party.FIRST : Channel.Party.THIRD;
    Channel channel = new Channel(seller, Optional.of(party), segment);
    ModelWorkload api = ScenarioFixture.model("model", OptionalInt.empty());
    FrontierWorkload agents = ScenarioFixture.frontier("frontier", "model", seller);
    return ScenarioFixture.scenario(
        List.of(),
        List.of(
            new ModelWorkload(
                api.name(),
                api.model(),
                api.weights(),
                api.parallel(),
                channel,
                api.demand(),
                api.promptTokens(),
                api.outputTokens(),
                api.batching(),
                callState,
                api.objectives()),
            new FrontierWorkload(
                agents.name(),
                agents.calls(),
                channel,
                agents.demand(),
                agents.session(),
                agents.runtime(),
                callState,
                agents.objectives())));
  }

  /** A model call over a chain of providers; {@code state} empty where it is disputed. */
  private static Facts call(
      String kind, List<String> chain, String seller, String segment, String state) {
    List<Stop> stops = new ArrayList<>();
    stops.add(Stop.client(ScenarioFixture.metro("Town")));
    for (int i = 1; i < chain.size(); i++) {
      String role = i == chain.size() - 1 ? "model" : "runtime";
      stops.add(Stop.at(role, ScenarioFixture.region(chain.get(i) + "/one")));
    }
    Route route = new Route(kind, "Town", stops, stops.size() - 2, Cause.PRIMARY);
    Optional<String> known = Optional.of(state).filter(word -> !word.isEmpty());
    return Facts.of(scenario(seller, segment, known), route);
  }

  /** {@code ok}, {@code unclear (clauses)} or {@code VIOLATION (clauses)} under a reading. */
  private String verdict(String regime, String reading, Facts... subjects) {
    List<String> violated = new ArrayList<>();
    List<String> unclear = new ArrayList<>();
    for (Facts subject : subjects) {
      for (Judgement j : contracts.judge(subject, REGIMES.get(regime))) {
        if (j.reading().equals(reading) && j.verdict() instanceof Verdict.Violated) {
          violated.add(j.clause().id());
        } else if (j.reading().equals(reading) && j.verdict() instanceof Verdict.Undetermined) {
          unclear.add(j.clause().id());
        }
      }
    }
    if (!violated.isEmpty()) {
      return "VIOLATION " + violated.stream().distinct().sorted().toList();
    }
    return unclear.isEmpty() ? "ok" : "unclear " + unclear.stream().distinct().sorted().toList();
  }

  private void row(String what, String letter, String spirit, Facts... subjects) {
    String byLetter = verdict("R4", "letter", subjects);
    String bySpirit = verdict("R4", "spirit", subjects);
    System.out.printf("R4 | %s | letter: %s | spirit: %s%n", what, byLetter, bySpirit);
    assertThat(byLetter).as(what + ", letter").isEqualTo(letter);
    assertThat(bySpirit).as(what + ", spirit").isEqualTo(spirit);
  }

  @Test
  void theFilesNameTheReadingsAndTheHome() {
    assertThat(contracts.readings()).containsExactly("letter", "spirit");
    assertThat(contracts.home()).contains("azure");
  }

  @Test
  void modelOnAzureCalledDirectly() {
    row(
        "model on Azure, called directly",
        "ok",
        "ok",
        call("model", List.of("client", "azure"), "openai", "commercial", "stateless"),
        placement("model", "model", "azure", "openai"));
  }

  @Test
  void modelElsewhereForStatelessCommercialCalls() {
    for (String cloud : List.of("aws", "oracle")) {
      row(
          "model on " + cloud + ", stateless call, commercial",
          "VIOLATION [stateless-calls-on-azure]",
          "VIOLATION [stateless-calls-on-azure]",
          call("model", List.of("client", cloud), "openai", "commercial", "stateless"),
          placement("model", "model", cloud, "openai"));
    }
  }

  @Test
  void modelElsewhereForNationalSecurity() {
    row(
        "the same, US national-security customer",
        "ok",
        "ok",
        call("model", List.of("client", "aws"), "openai", "us-national-security", "stateless"));
  }

  @Test
  void modelInsideTheStatefulRuntime() {
    row(
        "model on AWS inside the stateful runtime, no call leaves AWS",
        "unclear [collaboration-calls-on-azure, stateless-calls-on-azure]",
        "VIOLATION [collaboration-calls-on-azure, stateless-calls-on-azure, third-party-api-on-azure]",
        call("frontier", List.of("client", "aws", "aws"), "aws", "commercial", ""));
  }

  @Test
  void runtimeOnAwsSoldByAwsWithItsCallsOnAzure() {
    row(
        "Frontier runtime on AWS, sold by AWS, every model call on Azure",
        "ok",
        "VIOLATION [collaboration-calls-on-azure, first-party-on-azure]",
        call("frontier", List.of("client", "aws", "azure"), "aws", "commercial", "stateless"),
        placement("frontier", "runtime", "aws", "aws"));
  }

  @Test
  void runtimeOnAzureSoldByTheOwner() {
    row(
        "Frontier runtime on Azure, sold by OpenAI",
        "ok",
        "ok",
        call("frontier", List.of("client", "azure", "azure"), "openai", "commercial", "stateless"),
        placement("frontier", "runtime", "azure", "openai"));
  }

  @Test
  void firstPartyHostedOnAws() {
    row(
        "Frontier sold by OpenAI but hosted on AWS",
        "VIOLATION [first-party-on-azure]",
        "VIOLATION [first-party-on-azure]",
        placement("frontier", "runtime", "aws", "openai"));
  }

  @Test
  void distributedByAThirdCloud() {
    row(
        "Frontier distributed by a third cloud other than AWS",
        "VIOLATION [frontier-distribution]",
        "VIOLATION [frontier-distribution]",
        placement("frontier", "runtime", "azure", "oracle"));
  }

  @Test
  void distributedByMicrosoft() {
    row(
        "Frontier distributed by Microsoft",
        "ok",
        "unclear [frontier-distribution]",
        placement("frontier", "runtime", "azure", "microsoft"));
  }

  @Test
  void trainingAndProductsThatAreNoApi() {
    row(
        "training compute on AWS",
        "ok",
        "ok",
        otherPlacement("training", "compute", "aws", "openai"));
    row(
        "non-API product built with a third party, on any cloud",
        "ok",
        "ok",
        otherPlacement("product", "runtime", "oracle", "oracle"));
  }

  @Test
  void soldByAwsButHostedOnAzure() {
    row(
        "Frontier sold by AWS but hosted on Azure",
        "ok",
        "VIOLATION [stateful-runtime-on-bedrock]",
        call("frontier", List.of("client", "azure", "azure"), "aws", "commercial", "stateless"),
        placement("frontier", "runtime", "azure", "aws"));
  }

  @ParameterizedTest(name = "{0}: {1} on {2}, segment {3}: letter {4}, spirit {5}")
  @CsvSource(
      delimiter = '|',
      value = {
        "R1 | model    | azure | commercial           | ok | ok",
        "R1 | model    | aws   | commercial           | VIOLATION [exclusive-cloud] | VIOLATION [exclusive-cloud]",
        "R2 | model    | aws   | commercial           | VIOLATION [api-on-azure] | VIOLATION [api-on-azure]",
        "R3 | model    | azure | commercial           | ok | ok",
        "R3 | model    | aws   | commercial           | VIOLATION [api-on-azure-until-agi] | VIOLATION [api-on-azure-until-agi]",
        "R3 | model    | aws   | us-national-security | ok | ok",
        "R5 | model    | aws   | commercial           | ok | ok",
        "R5 | model    | azure | commercial           | ok | ok",
      })
  void theModelApiUnderEachRegime(
      String regime, String kind, String cloud, String segment, String letter, String spirit) {
    Facts[] subjects = {
      call(kind, List.of("client", cloud), "openai", segment, "stateless"),
      placement(kind, "model", cloud, "openai")
    };
    assertThat(verdict(regime, "letter", subjects)).isEqualTo(letter);
    assertThat(verdict(regime, "spirit", subjects)).isEqualTo(spirit);
  }

  @Test
  void theExclusiveCloudOfR1HeldForTrainingToo() {
    Facts training = otherPlacement("training", "compute", "aws", "openai");
    assertThat(verdict("R1", "letter", training)).isEqualTo("VIOLATION [exclusive-cloud]");
    assertThat(verdict("R2", "letter", training)).isEqualTo("ok");
  }

  @Test
  void theCarveOutSpeaksOfTheApiAndNotOfProducts() {
    Facts product = placement("frontier", "runtime", "aws", "openai", "us-national-security");
    assertThat(verdict("R4", "letter", product)).isEqualTo("VIOLATION [first-party-on-azure]");
    Facts call =
        call(
            "frontier",
            List.of("client", "aws", "aws"),
            "openai",
            "us-national-security",
            "stateless");
    assertThat(verdict("R4", "spirit", call)).isEqualTo("ok");
  }

  @ParameterizedTest(name = "{0}: in force from {1}")
  @CsvSource({
    "computing-partnership, 2019-07-22",
    "exclusive-cloud, 2023-01-23",
    "api-on-azure, 2025-01-21",
    "api-on-azure-until-agi, 2025-10-28",
    "third-party-api-on-azure, 2025-10-28",
    "stateless-calls-on-azure, 2026-02-27",
    "collaboration-calls-on-azure, 2026-02-27",
    "first-party-on-azure, 2026-02-27",
    "frontier-distribution, 2026-02-27",
    "stateful-runtime-on-bedrock, 2026-02-27",
    "first-refusal-on-capacity, 2025-01-21",
    "revenue-share, 2025-01-21",
    "azure-purchases, 2025-10-28",
    "products-that-are-no-api, 2025-10-28",
    "aws-purchases, 2025-11-03",
    "compute-elsewhere, 2026-02-27",
    "more-aws-purchases, 2026-02-27",
    "trainium-capacity, 2026-02-27",
    "any-cloud, 2026-04-27",
    "first-on-azure, 2026-04-27",
    "capped-revenue-share, 2026-04-27",
  })
  void everyClauseBeginsOnTheDayThatIsReported(String clause, LocalDate day) {
    Instant first = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    assertThat(inForce(first.minusMillis(1))).doesNotContain(clause);
    assertThat(inForce(first)).contains(clause);
    assertThat(inForce(first.plusMillis(1))).contains(clause);
  }

  @Test
  void whatMicrosoftHoldsEndsWithTheAmendmentAndWhatAmazonHoldsDoesNot() {
    assertThat(inForce(REGIMES.get("R5")))
        .containsExactly(
            "azure-purchases",
            "compute-elsewhere",
            "any-cloud",
            "first-on-azure",
            "capped-revenue-share",
            "aws-purchases",
            "frontier-distribution",
            "stateful-runtime-on-bedrock",
            "more-aws-purchases",
            "trainium-capacity",
            "custom-models");
  }

  private List<String> inForce(Instant at) {
    return contracts.contracts().stream()
        .flatMap(contract -> contract.clauses().stream())
        .filter(clause -> clause.inForce().at(at))
        .map(Clause::id)
        .toList();
  }

  @Test
  void underR3AProductThatIsNoApiMayRunAnywhereByTheLetter() {
    Facts call =
        call("frontier", List.of("client", "aws", "aws"), "aws", "commercial", "stateless");
    assertThat(verdict("R3", "letter", call)).isEqualTo("ok");
    assertThat(verdict("R3", "spirit", call))
        .isEqualTo("VIOLATION [api-on-azure-until-agi, third-party-api-on-azure]");
  }

  @Test
  void underR5AnythingMayRunAnywhereButDistributionStaysWithAws() {
    Facts hosted = placement("frontier", "runtime", "aws", "aws");
    Facts other = placement("frontier", "runtime", "azure", "oracle");
    assertThat(verdict("R5", "letter", hosted)).isEqualTo("ok");
    assertThat(verdict("R5", "spirit", hosted)).isEqualTo("ok");
    assertThat(verdict("R5", "letter", other)).isEqualTo("VIOLATION [frontier-distribution]");
  }

  @Test
  void anAmendmentTakesEffectAtMidnightUtc() {
    Facts call = call("model", List.of("client", "aws"), "openai", "commercial", "stateless");
    Instant amended = Instant.parse("2026-04-27T00:00:00Z");
    assertThat(contracts.permits(call, amended.minusMillis(1), "letter")).isFalse();
    assertThat(contracts.permits(call, amended, "letter")).isTrue();
    assertThat(contracts.changesBetween(amended.minusSeconds(1), amended.plusSeconds(1)))
        .containsExactly(amended);
  }

  @Test
  void aVerdictNamesWhatDecided() {
    Facts call =
        call("frontier", List.of("client", "aws", "azure"), "aws", "commercial", "stateless");
    String reason =
        contracts.objections(call, REGIMES.get("R4"), "spirit").get(0).verdict().reason();
    assertThat(reason)
        .isEqualTo(
            "requires chain.all(p, p == \"azure\" || p == \"client\");"
                + " chain is [client, aws, azure]");
  }
}
