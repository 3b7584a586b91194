package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFmtCommandTest {
  private static final String ROUGH = "title:  'T'\ncontract: c   # invented\n";
  private static final String NEAT = "contract: c # invented\ntitle: T\n";

  @TempDir Path folder;
  private Path rough;
  private Path neat;

  @BeforeEach
  void files() throws IOException {
    rough = Files.writeString(folder.resolve("rough.yaml"), ROUGH);
    neat = Files.writeString(folder.resolve("neat.yaml"), NEAT);
  }

  private static Cli fmt(Object... arguments) {
    return Cli.run(
        Stream.concat(Stream.of("contract", "fmt"), Stream.of(arguments).map(Object::toString))
            .toArray(String[]::new));
  }

  @Test
  void filesAreLaidOutInPlaceAndNamed() throws IOException {
    Cli cli = fmt(rough, neat);
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).isEqualTo(rough + ": laid out anew\n");
    assertThat(rough).hasContent(NEAT);
    assertThat(neat).hasContent(NEAT);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(rough, neat);
    }
  }

  @Test
  void aCheckChangesNothingAndFailsWhereSomethingWouldChange() {
    assertThat(fmt("--check", neat)).isEqualTo(new Cli(0, "", ""));
    assertThat(fmt("--check", neat, rough))
        .isEqualTo(new Cli(Exit.THRESHOLD, rough + ": not in the one layout\n", ""));
    assertThat(rough).hasContent(ROUGH);
  }

  @Test
  void whereOneFileCannotBeReadNoneIsChanged() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "contract: [a\n");
    Cli cli = fmt(rough, broken, folder.resolve("absent.yaml"));
    assertThat(cli.code()).isEqualTo(Exit.INPUT);
    assertThat(cli.err()).contains("broken.yaml:2:1: not valid YAML").contains("no such file");
    assertThat(rough).hasContent(ROUGH);
  }

  @Test
  void aLinkStaysALinkToWhatIsLaidOut() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), rough);
    assertThat(fmt(link).code()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(rough).hasContent(NEAT);
  }

  @Test
  void standardInputIsPrinted() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(ROUGH.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(fmt("-")).isEqualTo(new Cli(0, NEAT, ""));
    } finally {
      System.setIn(before);
    }
  }
}
