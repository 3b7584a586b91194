package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import situs.Golden;

/** What docs/case.md says that commands print. */
class CasePageTest {
  private static final Path PAGE = Path.of("docs/case.md");
  private static final String CASE = "scenarios/frontier-dispute.yaml";

  private static void holds(String section, String shown, String... args) throws IOException {
    StringWriter out = new StringWriter();
    int code = Main.commandLine().setOut(new PrintWriter(out)).execute(args);
    assertThat(code).as(out.toString()).isZero();
    Golden.section(PAGE, section, "```\n$ situs " + shown + "\n" + out + "```\n");
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
