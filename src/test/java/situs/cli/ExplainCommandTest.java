package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String DISPUTE = "scenarios/frontier-dispute.yaml";

  @TempDir private Path folder;

  @Test
  void saysWhatDecidedAndTheNearestChange() {
    Cli told = Cli.run("explain", DISPUTE, "gpt-api: client > aws/us-east-1, hop 0");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out())
        .contains("microsoft-openai, stateless-calls-on-azure, letter: forbidden")
        .contains("- exception 'us-national-security': does not apply")
        .contains("> its demand is not kept")
        .contains("region of the model: azure/eastus or azure/westeurope or azure/westus3")
        .contains("law of a later date: 2026-04-27");
  }

  @Test
  void findsAViolationOfARunByItsId() throws Exception {
    Path out = folder.resolve("out");
    Cli run =
        Cli.run(
            "run",
            DISPUTE,
            "--strategy",
            "split",
            "--replications",
            "1",
            "--duration",
            "10 min",
            "--quiet",
            "--out",
            out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    List<String> rows = Files.readAllLines(out.resolve("violations.csv"));
    String row = rows.stream().filter(r -> r.contains(",route,")).findFirst().orElseThrow();
    Matcher id = Pattern.compile("v[0-9a-f]{8}").matcher(row);
    assertThat(id.find()).isTrue();
    Cli told = Cli.run("explain", out.toString(), id.group());
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out())
        .contains("microsoft-openai, collaboration-calls-on-azure, spirit: forbidden")
        .contains("chain is [client, aws, azure]")
        .doesNotContain("has changed since");
  }

  @Test
  void whatIsNotThereIsAnErrorWithTheNearestNames() {
    Cli told = Cli.run("explain", DISPUTE, "gpt-api: client > aws/us-east-7, hop 0");
    assertThat(told.code()).isEqualTo(Exit.INPUT);
    assertThat(told.err())
        .contains("no strategy of 'frontier-dispute' has 'gpt-api: client > aws/us-east-7, hop 0'")
        .containsOnlyOnce("'gpt-api: client > aws/us-east-1, hop 0'");
  }

  @Test
  void aFolderWithoutResultsIsAnError() {
    Cli told = Cli.run("explain", folder.toString(), "v00000000");
    assertThat(told.code()).isEqualTo(Exit.INPUT);
    assertThat(told.err()).contains("holds no results");
  }

  @Test
  void aClauseIsNamedAloneOrWithItsContract() {
    for (String name :
        List.of("collaboration-calls-on-azure", "microsoft-openai/collaboration-calls-on-azure")) {
      Cli told = explainHop("--clause", name, "--reading", "spirit");
      assertThat(told.code()).as(told.err()).isZero();
      assertThat(told.out())
          .contains("microsoft-openai, collaboration-calls-on-azure, spirit: forbidden")
          .doesNotContain("letter");
    }
  }

  @Test
  void aPartyIsAskedForByNameToo() {
    Cli told = explainHop("--clause", "collaboration-calls-on-azure", "--reading", "Microsoft");
    assertThat(told.out()).contains("collaboration-calls-on-azure, Microsoft: forbidden");
  }

  @Test
  void aClauseOrReadingThatThereIsNotIsAnErrorWithTheNearestNames() {
    Cli told = explainHop("--clause", "collaboration-call-on-azure", "--reading", "lettr");
    assertThat(told.code()).isEqualTo(Exit.INPUT);
    assertThat(told.out()).isEmpty();
    assertThat(told.err())
        .contains("unknown clause 'collaboration-call-on-azure'; did you mean")
        .contains("no clause has a reading 'lettr'; did you mean 'letter'?");
  }

  @Test
  void aClauseOfTwoContractsMustSayOfWhich() throws Exception {
    Cli told = Cli.run("explain", twice().toString(), "api.model@aws/us-east-1/m", "--clause", "c");
    assertThat(told.code()).isEqualTo(Exit.INPUT);
    assertThat(told.err()).contains("clause 'c' stands in several contracts; write 'a/c' or 'b/c'");
  }

  @Test
  void aClauseThatDoesNotJudgeTheSubjectIsNotSaidToBeKept() {
    Cli told =
        explainHop("--clause", "microsoft-openai/stateless-calls-on-azure", "--at", "2018-01-01");
    assertThat(told.out()).contains("No clause that is asked for judges it at that time.");
  }

  private static final String SMALL =
      """
      situs: 1
      name: small
      owner: openai
      starts: 2026-03-18
      duration: 10 min
      replications: 1
      contracts: [law.yaml]
      strategies: [fastest]
      routing: nearest
      datacenters:
        azure/eastus:  {ND96isr_H100_v5: 2}
        aws/us-east-2: {p5.48xlarge: 1}
      workloads:
        api:
          kind: model
          model: Llama-3.1-70B
          weights: fp8
          parallel: 8
          channel: {seller: openai}
          demand: {New York: {rate: 1/s}, Chicago: {rate: 1/s}}
          tokens: {prompt: 1000, output: 100}
      """;

  private static final String LAW =
      """
      contract: law
      clauses:
        refusal:
          text: Azure first.
          cite: page 1
          over: placement
          first-refusal: {to: azure}
          remedy: {per: lump-sum, amount: 7 USD, cap: 9 USD, basis: reported}
        bill:
          text: Azure alone is paid.
          cite: page 2
          over: charge
          require: charge.provider == "azure"
        share:
          text: Nearly all calls stay.
          cite: page 3
          over: route
          minimum-share: {of: requests, at-least: 99 %, where: target.provider == "azure"}
      """;

  /** Chicago is nearer to Ohio, New York to Virginia; of two instances azure keeps one free. */
  @Test
  void whateverKindOfViolationARunFoundIsExplainedByWhatItSaw() throws Exception {
    Files.writeString(folder.resolve("law.yaml"), LAW);
    Path scenario = Files.writeString(folder.resolve("small.yaml"), SMALL);
    Path out = folder.resolve("out");
    Cli run = Cli.run("run", scenario.toString(), "--quiet", "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(explained(out, "refusal"))
        .contains("law, refusal, letter: forbidden")
        .contains("room is [azure]")
        .contains("remedy: 7 USD once, 9 USD at most (reported)")
        .contains("    region: azure/eastus")
        .doesNotContain("cannot be told without room");
    assertThat(explained(out, "bill"))
        .contains("it says: Azure alone is paid.", "source: page 2 (reported)")
        .contains("charge.provider is \"aws\"")
        .contains("remedy: none is stated")
        .contains("    region: azure/eastus");
    assertThat(explained(out, "share"))
        .contains("asks: at least 99 % of requests with target.provider == \"azure\"")
        .containsPattern("> measured 0\\.[0-9]+; the limit is 0.99, and it is broken by")
        .containsPattern("api from Chicago: client > aws/us-east-2, hop 0, primary: [0-9]+")
        .containsPattern("to keep it: [0-9.]+ % of the requests, [0-9.]+ of [0-9]+, must move to");
  }

  private static String explained(Path results, String clause) throws Exception {
    String row =
        Files.readAllLines(results.resolve("violations.csv")).stream()
            .filter(line -> line.contains(",law," + clause + ","))
            .findFirst()
            .orElseThrow();
    Matcher id = Pattern.compile("v[0-9a-f]{8}").matcher(row);
    assertThat(id.find()).isTrue();
    Cli told = Cli.run("explain", results.toString(), id.group());
    assertThat(told.code()).as(told.err()).isZero();
    return told.out();
  }

  /** Two contracts with a clause of the same name; the scenario is read no further than to them. */
  private Path twice() throws Exception {
    for (String name : List.of("a", "b")) {
      Files.writeString(
          folder.resolve(name + ".yaml"),
          """
          contract: %s
          clauses:
            c: {text: t, cite: t, over: placement, forbid: "placement.provider == 'aws'"}
          """
              .formatted(name));
    }
    String dispute = Files.readString(Path.of(DISPUTE));
    return Files.writeString(
        folder.resolve("twice.yaml"),
        dispute.replaceFirst("contracts: \\[.*]", "contracts: [a.yaml, b.yaml]"));
  }

  private static Cli explainHop(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "explain", DISPUTE, "frontier-aws: client > aws/us-east-1 > azure/eastus, hop 1"));
    all.addAll(List.of(more));
    return Cli.run(all.toArray(String[]::new));
  }
}
