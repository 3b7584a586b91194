package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import situs.document.Issues;
import situs.drafting.Format;

class FormatTest {
  private static final Pattern COMMENT = Pattern.compile("(?m)(?:^| )#.*$");

  private static String formatted(String text) {
    Issues issues = new Issues();
    var formatted = Format.of("test.yaml", text, issues);
    assertThat(issues.render()).as(text).isEmpty();
    return formatted.orElseThrow();
  }

  private static List<String> comments(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = COMMENT.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group().strip());
    }
    return found.stream().sorted().toList();
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("scenarios/contracts"))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatIsShippedIsInTheOneLayout(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(formatted(text)).isEqualTo(text);
  }

  @Test
  void theOneLayout() {
    String text =
        """
        # yaml-language-server: $schema=x


        # Whose terms these are.
        title:   "Terms of 'one' party"     # invented
        contract: 'one'


        clauses:
          b:
            cite: c
            # What it says.
            text: one line

            require: 'placement.provider == "a"'
            over:  placement
            when: "1"
          a: {over: placement, text: t, cite: "2026-01-01", forbid: placement.provider == "a" && placement.country == "b" && placement.geography == "c"}
          # The last.
          c:
            text: >-
              short
            cite: a citation that goes on and on, with ever more words, until it is longer than a line of the file may be
            over: placement
            exclusive: {of: hosting,   to: [a,"NO"]}
        """;
    assertThat(formatted(text))
        .isEqualTo(
            """
            # yaml-language-server: $schema=x

            # Whose terms these are.
            contract: one
            title: Terms of 'one' party # invented

            clauses:
              b:
                # What it says.
                text: one line
                cite: c
                over: placement
                when: '1'

                require: placement.provider == "a"

              a:
                text: t
                cite: '2026-01-01'
                over: placement
                forbid: placement.provider == "a" && placement.country == "b" && placement.geography == "c"

              # The last.
              c:
                text: short
                cite: >-
                  a citation that goes on and on, with ever more words, until it is longer than a line of the file
                  may be
                over: placement
                exclusive: {of: hosting, to: [a, 'NO']}
            """);
  }

  @Test
  void formattingTwiceIsFormattingOnceAndNoVerdictChanges() {
    Random random = new Random(17);
    for (int i = 0; i < 80; i++) {
      String text = DraftText.of(RandomDrafts.any(random, "one"));
      String once = formatted(text);
      assertThat(formatted(once)).isEqualTo(once);
      Contracts before = new Contracts(List.of(Drafts.read(text)));
      Contracts after = new Contracts(List.of(Drafts.read(once)));
      for (int k = 0; k < 5; k++) {
        SlowEvaluator.Case subject = RandomDrafts.aCase(random);
        assertThat(Drafts.said(Drafts.judged(after, subject)))
            .isEqualTo(Drafts.said(Drafts.judged(before, subject)));
      }
    }
  }

  @Test
  void everyCommentStaysWhereverItStands() {
    Random random = new Random(19);
    int kept = 0;
    for (int i = 0; i < 120; i++) {
      String text = commented(DraftText.of(RandomDrafts.any(random, "one")), random);
      Issues issues = new Issues();
      var formatted = Format.of("test.yaml", text, issues);
      if (formatted.isEmpty()) {
        // Better no layout than a comment lost.
        assertThat(issues.render()).contains("put comments on lines of their own");
        continue;
      }
      kept++;
      assertThat(comments(formatted.get())).as(text).isEqualTo(comments(text));
      assertThat(formatted(formatted.get())).isEqualTo(formatted.get());
    }
    assertThat(kept).isGreaterThan(110);
  }

  private static String commented(String text, Random random) {
    StringBuilder commented = new StringBuilder();
    int number = 0;
    for (String line : text.lines().toList()) {
      String indent = line.substring(0, line.length() - line.stripLeading().length());
      if (random.nextInt(4) == 0) {
        commented.append(indent).append("# above ").append(number++).append('\n');
      }
      commented.append(line);
      if (random.nextInt(4) == 0) {
        commented.append("  # beside ").append(number++);
      }
      commented.append('\n');
    }
    return commented.append("# at the end\n").toString();
  }

  @Test
  void whatIsNoContractIsToldSo() {
    Issues issues = new Issues();
    assertThat(Format.of("s.yaml", "situs: 1\n", issues)).isEmpty();
    assertThat(issues.render())
        .startsWith(
            "s.yaml:1:1: neither a contract nor a test of contracts: it has no key 'contract'");
  }

  @Test
  void whatIsNoYamlIsToldWithItsPlace() {
    Issues issues = new Issues();
    assertThat(Format.of("s.yaml", "contract: a\ntitle: [b\n", issues)).isEmpty();
    assertThat(issues.render()).startsWith("s.yaml:3:1: not valid YAML");
  }
}
