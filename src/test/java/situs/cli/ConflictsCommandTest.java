package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.Golden;

/**
 * {@code situs conflicts} on three promises of which any two can be kept, and on what it leaves
 * out.
 */
class ConflictsCommandTest {
  private static final String THREE = "scenarios/inside-one-cloud.yaml";

  @TempDir private Path folder;

  private static String printed(String scenario) {
    Cli told = Cli.run("conflicts", scenario);
    assertThat(told.code()).as(told.err()).isZero();
    return told.out();
  }

  /** One pool on each of two clouds, under a contract. */
  private String underContract(String scenario, String contract) throws IOException {
    Files.writeString(folder.resolve("c.yaml"), contract);
    Path file = folder.resolve("s.yaml");
    Files.writeString(
        file,
        """
        situs: 1
        extends: %s
        name: s
        contracts: [c.yaml]
        %s"""
            .formatted(Path.of("scenarios/residency-eu.yaml").toAbsolutePath(), scenario));
    return printed(file.toString());
  }

  /**
   * A model on Azure and a platform on AWS cannot be inside one cloud. Any two can: all on Azure
   * keeps the first and third, all on AWS the second and third.
   */
  @Test
  void theThreeAreOneConflictInTheContractsWords() {
    String out = printed(THREE);
    assertThat(out).contains("letter: 1 minimal conflict\n  cannot all be kept:\n");
    assertThat(out.split("cannot all be kept:", -1)).hasSize(2);
    assertThat(out.lines().filter(l -> l.startsWith("    platform-terms/")).map(String::strip))
        .satisfiesExactly(
            l ->
                assertThat(l).startsWith("platform-terms/inside-one-cloud: Inference stays inside"),
            l ->
                assertThat(l)
                    .startsWith("platform-terms/models-on-azure: Models run only on Azure."),
            l ->
                assertThat(l)
                    .startsWith("platform-terms/platform-on-aws: The agent platform runs only on"));
  }

  /**
   * Without the first all goes to AWS, without the second all to Azure, without the third the
   * models alone: 6.20, 4,153.69 and 4,165.06 USD a day more than the cheapest, which are the
   * architectures `all on aws`, `all on azure` and both apart in the tables of docs/case.md.
   */
  @Test
  void itsTwoCheapestWaiversAreMarkedBesideTheirPrice() throws IOException {
    List<String> waivers =
        printed(THREE)
            .lines()
            .filter(l -> l.startsWith("   platform-terms/"))
            .map(l -> l.strip().replaceAll(" +", " "))
            .toList();
    assertThat(waivers)
        .containsExactly(
            "platform-terms/models-on-azure 6.20~ cheapest",
            "platform-terms/platform-on-aws 4,153.69~ second cheapest",
            "platform-terms/inside-one-cloud 4,165.06~");
    String page = Files.readString(Path.of("docs/case.md"));
    assertThat(page)
        .contains(
            "all on aws                                                                    +6.20~");
    assertThat(page)
        .contains(
            "all on azure                                                              +4,153.69~");
  }

  @Test
  void thePageShowsWhatIsPrinted() throws IOException {
    Golden.section(
        Path.of("docs/case.md"),
        "inside-one-cloud",
        "```\n$ situs conflicts " + THREE + "\n" + printed(THREE) + "```\n");
  }

  @Test
  void whatCannotBeToldIsNoCertainConflict() throws IOException {
    String out =
        underContract(
            "",
            """
            contract: t
            terms: {is_partner: open}
            clauses:
              partner:
                text: Only with a partner.
                cite: t
                over: placement
                require: term.is_partner
              nowhere:
                text: Nowhere.
                cite: t
                over: placement
                forbid: component == 'model'
            """);
    assertThat(out)
        .contains("letter: 2 minimal conflicts, 1 of them for want of what cannot be told\n")
        .contains("  alone leaves no placement:\n    t/nowhere: Nowhere. [t]\n")
        .contains(
            "  alone cannot be told to be kept:\n    t/partner: Only with a partner. [t]\n"
                + "      cannot be told without term.is_partner\n");
  }

  @Test
  void whatNoOptimumWasAskedIsNamed() throws IOException {
    String out =
        underContract(
            "",
            """
            contract: t
            clauses:
              buy-azure:
                text: A billion a day.
                cite: t
                over: charge
                minimum-spend: {amount: 1e9 USD, with: azure, per: day}
              only-aws:
                text: Only on AWS.
                cite: t
                over: placement
                require: placement.provider == 'aws'
              beside:
                text: The model stands beside its runtime.
                cite: t
                over: placement
                colocation: {in: region, with: component == 'runtime'}
              room:
                text: Not where Azure had room.
                cite: t
                over: placement
                forbid: room.exists(r, r == 'azure')
            """);
    assertThat(out)
        .contains("letter: all clauses that were asked can be kept together\n")
        .contains("Not asked, for only a run can tell: t/room.\n")
        .contains("is not stated: t/buy-azure.\n")
        .contains("Not asked, for no optimum weighs what stands beside what: t/beside.\n");
  }

  /** The same with what is bought beside: a billion is more than the scenario can spend. */
  @Test
  void aCommitmentOfWhichAllIsStatedIsAMemberOfAConflict() throws IOException {
    String out =
        underContract(
            "circumstances: {besides: {buy-azure: 0 USD}}\n",
            """
            contract: t
            clauses:
              buy-azure:
                text: A billion a day.
                cite: t
                over: charge
                minimum-spend: {amount: 1e9 USD, with: azure, per: day}
            """);
    assertThat(out)
        .contains("  alone leaves no placement:\n    t/buy-azure: A billion a day. [t]\n");
    assertThat(out).doesNotContain("Not asked");
  }
}
