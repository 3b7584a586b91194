package situs.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import situs.model.FrontierWorkload;
import situs.model.OriginDemand;
import situs.model.Scenario;
import situs.model.Workload;

class ShippedScenariosTest {

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("scenarios"), 2)) {
      return files
          .filter(f -> f.toString().endsWith(".yaml"))
          .filter(f -> !f.getParent().endsWith("contracts"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void load(Path file) {
    assertThat(ScenarioFile.read(file)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void nameTheSchemaThatEditorsFindBesideThem(Path file) throws IOException {
    String first = Files.readAllLines(file).get(0);
    String prefix = "# yaml-language-server: $schema=";
    assertThat(first).startsWith(prefix);
    assertThat(file.resolveSibling(first.substring(prefix.length())).normalize())
        .isEqualTo(Path.of("src/main/resources/schema/situs-scenario.schema.json"))
        .exists();
  }

  @Test
  void theDisputeIsAboutTenMillionCalls() {
    LoadedScenario loaded = ScenarioFile.read(Path.of("scenarios/frontier-dispute.yaml")).get(0);
    Scenario scenario = loaded.scenario();
    double callsADay =
        scenario.workloads().stream().mapToDouble(ShippedScenariosTest::callsPerSecond).sum()
            * 86_400;
    double calls = callsADay * loaded.strategies().size() * scenario.replications();
    assertThat(calls).isBetween(9.5e6, 10.5e6);
  }

  private static double callsPerSecond(Workload workload) {
    double perSecond =
        workload.demand().stream()
            .map(OriginDemand::arrivals)
            .mapToDouble(a -> a.meanPerSecond(0))
            .sum();
    return workload instanceof FrontierWorkload f
        ? perSecond * f.session().turns() * f.session().stepsPerTurn()
        : perSecond;
  }

  @Test
  void theRegimesDifferInTheirDayOnly() {
    List<Scenario> regimes =
        Stream.of("r1", "r2", "r3", "r4", "r5")
            .map(r -> Path.of("scenarios/regimes/" + r + ".yaml"))
            .map(file -> ScenarioFile.read(file).get(0).scenario())
            .toList();
    assertThat(regimes.stream().map(Scenario::workloads).collect(Collectors.toSet())).hasSize(1);
    assertThat(regimes).extracting(Scenario::starts).isSorted().doesNotHaveDuplicates();
  }
}
