package situs.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import situs.Golden;

/** The table of facts in docs/contracts.md is that of the program. */
class ContractDocsTest {
  private static final Path PAGE = Path.of("docs/contracts.md");
  private static final String END = "<!-- /facts -->";
  private static final String DOUBTS =
      "| finding | is a | what is found of a clause | what it is about |\n|---|---|---|---|\n";

  @Test
  void theTableOfFactsIsTheProgramsOwn() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf('\n', page.indexOf("<!-- facts:")) + 1;
    String made = page.substring(0, from) + table() + page.substring(page.indexOf(END));
    Golden.check(PAGE, made);
  }

  @Test
  void whatLintFindsIsTheProgramsOwn() throws IOException {
    String rows =
        Stream.of(Doubt.values())
            .map(
                doubt ->
                    "| `%s` | %s%s | %s | %s |\n"
                        .formatted(
                            doubt.word(),
                            doubt.isMild() ? "note" : "warning",
                            doubt.asksForScenario() ? ", with `--scenario`" : "",
                            doubt.meaning(),
                            doubt.about()))
            .collect(Collectors.joining());
    Golden.section(PAGE, "doubts", DOUBTS + rows);
  }

  /** Each kind by its own example. */
  @Test
  void theKindsThatLintDoesNotSearchAreTheProgramsOwn() throws IOException {
    String kinds =
        Kinds.ALL.stream()
            .filter(kind -> FactSpace.of(Texts.example(kind)).unsearched().isPresent())
            .map(kind -> "`" + kind.key() + "`")
            .distinct()
            .collect(Collectors.joining(", "));
    Golden.section(PAGE, "unsearched", kinds + ".\n");
  }

  private static String table() {
    return "| fact | type | of a | meaning |\n|---|---|---|---|\n"
        + Fact.ALL.stream().map(ContractDocsTest::row).collect(Collectors.joining())
        + "| `term.NAME` | bool | placement, route | a term of the contract, unless it is open |\n";
  }

  private static String row(Fact fact) {
    String subjects =
        fact.subjects().stream().map(SubjectKind::word).collect(Collectors.joining(", "));
    String type = fact.type().name().equals("list") ? "list of texts" : "text";
    return "| `%s` | %s | %s | %s |\n".formatted(fact.name(), type, subjects, fact.meaning());
  }
}
