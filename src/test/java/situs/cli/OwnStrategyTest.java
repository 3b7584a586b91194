package situs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Strategies in jars, from the source to the results. The first is the one of docs/strategies.md.
 */
class OwnStrategyTest {
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  private static final int LONGEST_EXAMPLE = 60;

  private static final String HEAD =
      """
      package example;
      import java.util.*;
      import situs.contract.Contracts;
      import situs.model.*;
      import situs.placement.*;
      public class %1$s implements Strategy {
        public String name() { return "%2$s"; }
        public String description() { return "of this test"; }
        public Placement place(Scenario scenario, Contracts contracts) {
          %3$s
        }
      }
      """;

  @TempDir static Path folder;
  private static Path carbon;

  private final StringWriter printed = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final ClassLoader usual = Thread.currentThread().getContextClassLoader();

  @BeforeAll
  static void makesTheJarOfTheDocumentation() throws IOException {
    carbon = jar("CarbonAware", example());
  }

  @AfterEach
  void putsTheClassLoaderBack() {
    Thread.currentThread().setContextClassLoader(usual);
  }

  private static String example() throws IOException {
    String page = Files.readString(Path.of("docs/strategies.md"));
    int begin = page.indexOf("<!-- carbon-aware -->\n```java\n");
    assertThat(begin).isPositive();
    int from = page.indexOf("package example;", begin);
    return page.substring(from, page.indexOf("```", from));
  }

  /** Compiled against the program and nothing else, every warning an error. */
  private static Path jar(String name, String source) throws IOException {
    Path work = Files.createTempDirectory(folder, name);
    Path file = Files.writeString(work.resolve(name + ".java"), source);
    StringWriter problems = new StringWriter();
    List<String> options =
        List.of(
            "-d",
            work.toString(),
            "-cp",
            CLASS_PATH,
            "-Xlint:all,-classfile,-processing",
            "-proc:none");
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(problems, files, null, options, null, files.getJavaFileObjects(file))
              .call();
      assertThat(compiled).as(problems.toString()).isTrue();
      assertThat(problems.toString()).isEmpty();
    }
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entry(
          entries,
          "META-INF/services/situs.placement.Strategy",
          ("example." + name).getBytes(StandardCharsets.UTF_8));
      String type = "example/" + name + ".class";
      entry(entries, type, Files.readAllBytes(work.resolve(type)));
    }
    return jar;
  }

  private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  /** With these jars on the class path. */
  private int execute(List<Path> jars, String... args) throws IOException {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, usual)) {
      Thread.currentThread().setContextClassLoader(loader);
      return Main.commandLine()
          .setOut(new PrintWriter(printed, true))
          .setErr(new PrintWriter(errors, true))
          .execute(args);
    }
  }

  private int compare(Path jar, String strategies) throws IOException {
    return execute(
        List.of(jar),
        Stream.of(
                "compare scenarios/frontier-dispute.yaml --duration 10min --replications 2",
                "--strategies " + strategies,
                "--format csv --criterion co2_kg_per_day --out " + folder.resolve("out"))
            .flatMap(words -> Stream.of(words.split(" ")))
            .toArray(String[]::new));
  }

  @Test
  void theExampleIsShort() throws IOException {
    assertThat(example().lines().count()).isLessThan(LONGEST_EXAMPLE);
  }

  @Test
  void aJarIsFoundAndListedWithItsName() throws IOException {
    assertThat(execute(List.of(carbon), "strategies", "--format", "csv")).isZero();
    assertThat(printed.toString())
        .contains(
            "\ncarbon-aware,\"the least CO2 of the grids, among what the letter permits\",CarbonAware.jar\n")
        .contains("\nhome,")
        .contains(",situs\n");
  }

  @Test
  void theClassPathOfTheProgramIsEnough() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                CLASS_PATH + System.getProperty("path.separator") + carbon,
                "situs.cli.Main",
                "strategies")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains("carbon-aware");
  }

  @Test
  void theExampleEmitsLessThanHomeAndKeepsTheLetter() throws IOException {
    assertThat(compare(carbon, "carbon-aware,home")).as(errors.toString()).isZero();

    String row =
        printed
            .toString()
            .lines()
            .filter(l -> l.contains(",carbon-aware,"))
            .findFirst()
            .orElseThrow();
    assertThat(row).startsWith("co2_kg_per_day,all,less,carbon-aware,home,2,");
    // criterion, workload, better, strategy, baseline, replications, mean, interval, difference
    assertThat(Double.parseDouble(row.split(",")[8])).isNegative();
    assertThat(Files.readString(folder.resolve("out/violations.csv")).lines())
        .noneMatch(line -> line.startsWith("carbon-aware,") && line.contains(",letter,"));
    assertThat(Files.readString(folder.resolve("out/placements.csv"))).contains("g CO2 an hour");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nothing    | nothing     | return new Placement(name(), List.of(), List.of(), RoutingRule.NEAREST); | gpt-api.model: neither placed nor unplaced
          Thrown     | thrown      | throw new IllegalStateException("out of ideas"); | failed: java.lang.IllegalStateException: out of ideas
          NoAnswer   | no-answer   | return null; | returned no placement
          Renamed    | renamed     | return Strategies.named("home", Optional.empty()).get().place(scenario, contracts); | calls its placement 'home'
          Holey      | holey       | return new Placement(name(), List.of(new Placed(null, null, Optional.empty(), Optional.empty(), 0, 0, "")), List.of(), RoutingRule.NEAREST); | holds a null
          Peek       | peek        | new situs.experiment.Replication(scenario, contracts).replicate(Strategies.named("home", Optional.empty()).get().place(scenario, contracts), 1); return null; | situs.experiment.Replication: a strategy sees the scenario and the contracts, and nothing of a run
          Undecided  | undecided   | return new Placement(name(), List.of(), scenario.workloads().stream().flatMap(w -> w.components().stream()).map(c -> new Unplaced(c, 1, "" + new Object())).toList(), RoutingRule.NEAREST); | placed one scenario in two ways
          """)
  void whatCanNotBeUsedIsToldWithTheNameOfTheStrategy(
      String type, String name, String body, String message) throws IOException {
    Path jar = jar(type, HEAD.formatted(type, name, body));

    assertThat(compare(jar, name)).isEqualTo(Exit.INPUT);
    assertThat(errors.toString())
        .contains("strategy '" + name + "' from " + type + ".jar")
        .contains(message);
  }

  @Test
  void aScenarioMayNameIt() throws IOException {
    Path scenario =
        Files.writeString(
            folder.resolve("named.yaml"),
            "situs: 1\nname: named\nextends: "
                + Path.of("scenarios/frontier-dispute.yaml").toAbsolutePath()
                + "\nstrategies: [home, carbon-aware]\n");

    assertThat(execute(List.of(carbon), "validate", scenario.toString()))
        .as(errors.toString())
        .isZero();
    assertThat(execute(List.of(), "validate", scenario.toString())).isEqualTo(Exit.INPUT);
    assertThat(errors.toString()).contains("unknown strategy 'carbon-aware'");
  }

  @ParameterizedTest
  @CsvSource({"Taken, home, there is a strategy 'home' already", "Loud, LOUD, is no name"})
  void aNameThatWillNotDoIsTold(String type, String name, String message) throws IOException {
    Path jar = jar(type, HEAD.formatted(type, name, "return null;"));

    assertThat(execute(List.of(jar), "strategies")).isEqualTo(Exit.INPUT);
    assertThat(errors.toString()).contains("example." + type, type + ".jar", message);
  }

  @Test
  void aServiceThatCanNotBeMadeIsTold() throws IOException {
    String hidden =
        HEAD.formatted("Hidden", "hidden", "return null;")
            .replace("public String name", "private Hidden() {} public String name");

    assertThat(execute(List.of(jar("Hidden", hidden)), "strategies")).isEqualTo(Exit.INPUT);
    assertThat(errors.toString()).contains("cannot be made", "example.Hidden");
  }
}
