package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import situs.Golden;

/** What docs/case.md says that commands print. */
class CasePageTest {
  private static final Path PAGE = Path.of("docs/case.md");
  private static final String CASE = "scenarios/frontier-dispute.yaml";

  private static void holds(String section, String shown, String... args) throws IOException {
    Golden.section(PAGE, section, "```\n$ situs " + shown + "\n" + printed(args) + "```\n");
  }

  @TempDir private Path folder;

  /** A hundred times the demand of one place is more than its region serves. */
  @Test
  void onlyARunFindsTheOverflowThatAzureHadRoomFor() throws IOException {
    String scenario = "scenarios/overflow.yaml";
    String checked = printed("check", scenario);
    assertThat(checked).contains("fastest   compliant");
    String out = folder.resolve("out").toString();
    String ran = printed("run", scenario, "--out", out).replaceFirst("Results: .*\\R", "");
    assertThat(ran).contains("overflow-offered-first: 40 min, 13:00 to 13:40");
    Golden.section(
        PAGE,
        "overflow",
        "```\n$ situs check %s\n%s\n$ situs run %s\n%s```\n"
            .formatted(scenario, checked, scenario, ran));
  }

  private static String printed(String... args) {
    StringWriter out = new StringWriter();
    int code = Main.commandLine().setOut(new PrintWriter(out)).execute(args);
    assertThat(code).as(out.toString()).isZero();
    return out.toString();
  }

  @Test
  void theSplitPlacementIsFollowedThroughTheRegimes() throws IOException {
    String[] args = {"contract", "timeline", CASE, "--strategy", "split"};
    holds("split", String.join(" ", args), args);
  }

  @Test
  void aForbiddenCallIsExplainedDownToItsFacts() throws IOException {
    String call = "gpt-api: client > aws/us-east-1, hop 0";
    holds(
        "explained",
        "explain " + CASE + " '" + call + "' --reading letter",
        "explain",
        CASE,
        call,
        "--reading",
        "letter");
  }
}
