package situs.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MapReaderTest {
  private final Issues issues = new Issues();

  private void read(String yaml, Consumer<MapReader> reader) {
    Node root = Document.parse("f.yaml", yaml, issues).orElseThrow();
    reader.accept(MapReader.of(root, "the file", issues).orElseThrow());
  }

  @Test
  void readsSharesAsFractionsAndPercentages() {
    read(
        "{a: 0.2, b: 20 %, c: 12.5%}",
        r -> {
          assertThat(r.share("a")).contains(0.2);
          assertThat(r.share("b")).contains(0.2);
          assertThat(r.share("c")).contains(0.125);
        });
    assertThat(issues.any()).isFalse();
  }

  @Test
  void aShareLiesBetweenNothingAndTheWhole() {
    read("{a: 1.2, b: 120 %, c: -1 %, d: half}", r -> r.entries().forEach(e -> r.share(e.key())));
    assertThat(issues.all()).hasSize(4);
    assertThat(issues.all().get(0).message())
        .isEqualTo("'a' must be a share from 0 to 1 or from 0 % to 100 %, is '1.2'");
  }

  @Test
  void readsDurations() {
    read("{a: 90 min}", r -> assertThat(r.duration("a")).contains(Duration.ofMinutes(90)));
  }

  @Test
  void numbersAreWrittenInDigits() {
    read("{a: NaN, b: 0x10, c: 1d, d: .5}", r -> r.entries().forEach(e -> r.number(e.key())));
    assertThat(issues.all()).hasSize(4);
  }

  @Test
  void anEmptyValueIsNoValue() {
    read(
        "a:\nb: ~\nc: ''\n",
        r -> {
          assertThat(r.text("a")).isEmpty();
          assertThat(r.mapping("b")).isEmpty();
          assertThat(r.text("c")).contains("");
        });
    assertThat(issues.all())
        .extracting(Issue::message)
        .containsExactly(
            "'a' has no value; write one, or leave the key out",
            "'b' has no value; write one, or leave the key out");
  }

  @Test
  void reportsEveryKeyThatNobodyAskedFor() {
    read(
        "{name: a, nmae: b}",
        r -> {
          r.text("name");
          r.done();
        });
    assertThat(issues.render())
        .isEqualTo(
            """
            f.yaml:1:11: unknown key 'nmae'; did you mean 'name'?
              {name: a, nmae: b}
                        ^
            """);
  }
}
