package situs.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import situs.audit.Auditor;
import situs.audit.Findings;
import situs.bill.Billing;
import situs.model.Placement;
import situs.placement.Strategies;
import situs.scenario.LoadedScenario;
import situs.scenario.ScenarioFile;
import situs.simulation.Observations;
import situs.simulation.Simulation;

/** What an audit costs beside the simulation of the shipped case; printed, not asserted. */
class AuditCostTest {
  @Test
  void anAuditIsASmallPartOfARun() {
    LoadedScenario loaded = ScenarioFile.read(Path.of("scenarios/frontier-dispute.yaml")).get(0);
    Placement placement =
        Strategies.named("split", Optional.empty())
            .orElseThrow()
            .place(loaded.scenario(), loaded.contracts());
    List<Instant> boundaries = Auditor.boundaries(loaded.scenario(), loaded.contracts());
    for (int round = 1; round <= 12; round++) {
      long started = System.nanoTime();
      Observations seen =
          Simulation.run(
              loaded.scenario(),
              placement,
              round,
              boundaries,
              Auditor.watched(loaded.scenario(), loaded.contracts()));
      long simulated = System.nanoTime();
      var bill = Billing.bill(loaded.scenario(), placement, seen);
      long billed = System.nanoTime();
      Findings findings =
          Auditor.audit(
              loaded.scenario(),
              loaded.contracts(),
              placement,
              seen.routes(),
              Charges.of(loaded.scenario(), placement, bill));
      long audited = System.nanoTime();
      System.out.printf(
          "simulation %.3f s, audit %.4f s, %.2f %%; %d subjects%n",
          (simulated - started) / 1e9,
          (audited - billed) / 1e9,
          100.0 * (audited - billed) / (simulated - started),
          findings.subjects().size());
      assertThat(findings.subjects()).isNotEmpty();
    }
  }
}
