package situs.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the {@code X} of a value stands in its file. */
class AlignmentTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        // Columns count from 1; the value of `k: ` starts in column 4.
        "k: aXb; 1:5",
        "k: \"aXb\"; 1:6",
        "k: 'aXb'; 1:6",
        "k: 'it''s X'; 1:11",
        "k: \"a \\\"q\\\" X\"; 1:13",
        "k: one/  two X; 2:7",
        "k: >-/  one/  two X; 3:7",
        "k: |/  one/    two X/; 3:9",
        "k: >-/  one//  X; 4:3",
        // Written as something else: the value's start.
        "k: \"\\x61\\x62X\"; 1:4",
      })
  void isFoundAsItIsWritten(String lines, String place) {
    Issues issues = new Issues();
    Optional<Node> root = Document.parse("f", lines.replace('/', '\n'), issues);
    assertThat(issues.render()).isEmpty();
    Node.Mapping mapping = (Node.Mapping) root.orElseThrow();
    Node.Scalar scalar = (Node.Scalar) mapping.entries().get("k").value();
    assertThat(issues.within(scalar, scalar.text().indexOf('X'))).hasToString("f:" + place);
  }
}
