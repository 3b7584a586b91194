package situs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the table of packages in docs/ARCHITECTURE.md. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("situs");

  @Test
  void importsTheWholeProgram() {
    assertThat(CLASSES.size()).isGreaterThan(60);
  }

  /** Which packages a package may use; whatever is not listed is forbidden. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("model", List.of()),
          Map.entry("document", List.of()),
          Map.entry("stats", List.of("model")),
          Map.entry("catalog", List.of("model")),
          Map.entry("contract", List.of("model", "document")),
          Map.entry("drafting", List.of("document", "contract")),
          Map.entry("serving", List.of("model")),
          Map.entry("trace", List.of("model", "document", "stats")),
          Map.entry(
              "scenario", List.of("model", "document", "catalog", "contract", "serving", "trace")),
          Map.entry("optimise", List.of()),
          Map.entry("placement", List.of("model", "contract", "serving", "optimise", "stats")),
          Map.entry("simulation", List.of("model", "serving", "stats")),
          Map.entry("calibration", List.of("model", "serving", "trace", "simulation")),
          Map.entry("bill", List.of("model", "simulation")),
          Map.entry("audit", List.of("model", "contract")),
          Map.entry(
              "bench",
              List.of(
                  "model",
                  "catalog",
                  "contract",
                  "scenario",
                  "placement",
                  "simulation",
                  "bill",
                  "audit",
                  "stats",
                  "experiment")),
          Map.entry(
              "experiment",
              List.of("model", "contract", "placement", "simulation", "bill", "audit", "stats")),
          Map.entry("review", List.of("model", "contract", "placement", "simulation", "audit")),
          Map.entry("difference", List.of("document", "report")),
          Map.entry(
              "report",
              List.of(
                  "model",
                  "contract",
                  "simulation",
                  "bill",
                  "audit",
                  "review",
                  "placement",
                  "experiment",
                  "drafting",
                  "stats")));

  @Test
  void aPackageUsesOnlyWhatTheTableAllows() {
    Set<String> all = new TreeSet<>(MAY_USE.keySet());
    all.add("cli");
    MAY_USE.forEach(
        (name, allowed) -> {
          String[] forbidden =
              all.stream()
                  .filter(other -> !other.equals(name) && !allowed.contains(other))
                  .map(other -> "situs." + other + "..")
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage("situs." + name + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden)
              .check(CLASSES);
        });
  }

  @Test
  void theModelUsesTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage("situs.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("situs.model..", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void onlyTheSimulationKnowsCloudSimPlus() {
    noClasses()
        .that()
        .resideOutsideOfPackage("situs.simulation..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.cloudsimplus..")
        .check(CLASSES);
  }

  @Test
  void onlyTheSolverLayerKnowsOrTools() {
    noClasses()
        .that()
        .resideOutsideOfPackage("situs.optimise..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.ortools..")
        .check(CLASSES);
  }
}
