package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the case as it ships. */
class ContractCommandsTest {
  private static final String CASE = "scenarios/frontier-dispute.yaml";
  private static final String TERMS = "scenarios/contracts/microsoft-openai.yaml";
  private static final String AMAZON = "scenarios/contracts/amazon-openai.yaml";

  @TempDir Path folder;
  private final StringWriter printed = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int execute(String... args) {
    printed.getBuffer().setLength(0);
    return Main.commandLine()
        .setOut(new PrintWriter(printed, true))
        .setErr(new PrintWriter(errors, true))
        .execute(args);
  }

  private List<String> lines() {
    return printed.toString().lines().toList();
  }

  @Test
  void theCheapestPlacementIsFollowedThroughEveryRegime() {
    assertThat(execute("contract", "timeline", CASE, "--strategy", "cheapest")).isZero();
    assertThat(lines().get(0)).isEqualTo("frontier-dispute, cheapest, as placed for 2026-03-18");
    assertThat(lines().get(2)).contains("before 2019-07-22", "2023-01-23", "2026-04-27");
    // By the letter its models on AWS are unlawful from 2019 on, until any cloud will do.
    assertThat(lines().get(4))
        .matches(" all of it +letter +yes +no a +no b +no c +no d +no e f +yes +yes");
    assertThat(printed.toString()).contains("a  microsoft-openai/computing-partnership: ");
  }

  @Test
  void allThatAContractHoldsIsListedByDate() {
    String file = "scenarios/contracts/amazon-openai.yaml";
    assertThat(execute("contract", "terms", file)).isZero();
    assertThat(lines())
        .startsWith(
            "2025-11-03 to 2032-11-03  amazon-openai, aws-purchases",
            "  clause, binds OpenAI; reported, high confidence",
            "  OpenAI buys 38 billion dollars of compute from AWS over seven years. [C13]")
        .containsSubsequence(
            "2026-02-27  amazon-openai, strategic-agreement-2026",
            "  amendment; reported, high confidence",
            "  read: letter (our interpretation, assumed); spirit (our interpretation, assumed)",
            "2026-04-28 to 2026-06-01  amazon-openai, bedrock-preview",
            "  recorded; reported, high confidence");
  }

  @Test
  void theRecordIsATableToo() {
    String file = "scenarios/contracts/microsoft-openai.yaml";
    assertThat(execute("contract", "terms", file, "--format", "csv")).isZero();
    assertThat(lines().get(0))
        .isEqualTo(
            "contract,term,kind,from,until,rests,binds,status,confidence,readings,cite,text");
    assertThat(lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "microsoft-openai,exclusive-licence,recorded,2020-09-22,2026-04-27,,OpenAI,"
                        + "reported,medium,,Announcement of 2020-09-22;"));
  }

  @Test
  void asCsvEveryRegimeIsARow() {
    assertThat(execute("contract", "timeline", CASE, "--strategy", "cheapest", "--format", "csv"))
        .isZero();
    assertThat(lines().get(0))
        .isEqualTo("scenario,strategy,subject,reading,from,until,lawful,clauses");
    assertThat(lines())
        .contains(
            "frontier-dispute,cheapest,all of it,letter,2019-07-22T00:00:00Z,2023-01-23T00:00:00Z,"
                + "no,microsoft-openai/computing-partnership");
  }

  /** No clause objects to what is not placed, so that "all of it: yes" would say too much. */
  @Test
  void whatFoundNoPlaceIsToldAndEndsAsARunWould() {
    assertThat(execute("contract", "timeline", CASE, "--strategy", "contract-first:spirit"))
        .isEqualTo(Exit.NO_PLACEMENT);
    assertThat(printed.toString())
        .contains("Without a place\ncontract-first:spirit\n  frontier-aws.runtime, 100 %")
        .containsPattern(" all that is placed +letter +yes")
        .doesNotContain("all of it");
  }

  @Test
  void asCsvItIsARowOfItsOwn() {
    execute("contract", "timeline", CASE, "--strategy", "contract-first:spirit", "--format", "csv");
    assertThat(lines())
        .contains("frontier-dispute,contract-first:spirit,frontier-aws.state,,,,not placed,");
  }

  @Test
  void theAmendmentOfAprilMakesCallsOnAwsLawful() {
    assertThat(
            execute(
                "contract",
                "diff",
                "--from",
                "2026-03-01",
                "--to",
                "2026-05-01",
                "--scenario",
                CASE))
        .isEqualTo(1);
    assertThat(printed.toString())
        .contains("letter: becomes lawful\n  gpt-api from New York: client > aws/us-east-1")
        .contains("microsoft-openai/stateless-calls-on-azure: Azure is the exclusive cloud")
        .doesNotContain("becomes unlawful");
  }

  @Test
  void anAmendmentFiveWeeksLaterKeepsUnlawfulWhatItAllows() throws IOException {
    Path later = folder.resolve("later.yaml");
    String text = Files.readString(Path.of(TERMS));
    assertThat(text).contains("from: 2026-04-27");
    Files.writeString(later, text.replaceFirst("from: 2026-04-27", "from: 2026-06-01"));
    assertThat(
            execute(
                "contract",
                "diff",
                TERMS + "," + AMAZON,
                later + "," + AMAZON,
                "--scenario",
                CASE,
                "--format",
                "csv"))
        .isEqualTo(1);
    List<String> rows = lines().subList(1, lines().size());
    assertThat(rows).allMatch(l -> l.contains(",2026-04-27T00:00:00Z,2026-06-01T00:00:00Z,"));
    // Without circumstances nobody knows what is due of a share of the revenue, capped or not.
    assertThat(rows.stream().filter(l -> !l.contains("revenue-share")))
        .isNotEmpty()
        .allMatch(l -> l.contains("Z,yes,no,"));
    assertThat(rows)
        .contains(
            "letter,2026-04-27T00:00:00Z,2026-06-01T00:00:00Z,yes,open,home,6,,"
                + "microsoft-openai/revenue-share,microsoft-openai/revenue-share,,"
                + "\"20 % of revenue, where hop.from == \"\"client\"\"\"");
    assertThat(execute("contract", "diff", TERMS, later.toString())).isEqualTo(1);
    assertThat(printed.toString())
        .isEqualTo("amendments.amendment-2026.from\n  - 2026-04-27\n  + 2026-06-01\n");
  }

  /** No strategy divides the models among clouds so. */
  @Test
  void aShareThatIsRaisedIsShownByTheCheapestPlacementBetween() throws IOException {
    assertThat(execute("contract", "diff", share("60 %"), share("80 %"), "--scenario", CASE))
        .isEqualTo(1);
    assertThat(printed.toString())
        .contains(
            "letter: t/azure measures otherwise\n"
                + "  - at least 60 % of requests with target.provider == \"azure\"\n"
                + "  + at least 80 % of requests with target.provider == \"azure\"\n"
                + "  yes -> no, as planned: gpt-api.model: ")
        .doesNotContain("no -> yes");
  }

  @Test
  void aShareThatNobodyCouldBreakTurnsNothing() throws IOException {
    assertThat(execute("contract", "diff", share("0 %"), share("0.00001 %"), "--scenario", CASE))
        .isEqualTo(1);
    assertThat(printed.toString()).contains("\n  no placement that carries all demand is turned\n");
  }

  private String share(String least) throws IOException {
    Path file = folder.resolve(least.replaceAll("\\W", "-") + ".yaml");
    Files.writeString(
        file,
        "contract: t\nclauses:\n  azure: {text: t, cite: t, over: route, minimum-share: {of:"
            + " requests, at-least: %s, where: target.provider == \"azure\"}}\n".formatted(least));
    return file.toString();
  }

  @Test
  void theSameIsTheSame() {
    assertThat(execute("contract", "diff", TERMS, TERMS)).isZero();
    assertThat(execute("contract", "diff", TERMS, TERMS, "--scenario", CASE)).isZero();
    assertThat(execute("contract", "diff", TERMS, "--from", "2026-03-01", "--to", "2026-03-02"))
        .isZero();
  }

  @Test
  void whatIsAskedWronglyIsSaid() {
    assertThat(execute("contract", "diff", TERMS)).isEqualTo(2);
    assertThat(execute("contract", "diff", TERMS, "--from", "2026-03-01")).isEqualTo(2);
    assertThat(execute("contract", "diff", TERMS, "--from", "x", "--to", "y")).isEqualTo(2);
    assertThat(execute("contract", "diff", TERMS, "missing.yaml")).isEqualTo(2);
    assertThat(errors.toString())
        .contains("give two versions, or two dates of one")
        .contains("--from and --to belong together")
        .contains("'x' is no date; write 2026-02-27 or 2026-02-27T09:00:00Z")
        .contains("missing.yaml:1:1: cannot read this file: no such file");
  }
}
