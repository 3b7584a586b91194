package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import situs.document.Issues;

/** How many judgements a core makes a second on the reported terms; printed, not asserted. */
class JudgementSpeedTest {
  private static final Instant DISPUTED = Instant.parse("2026-03-18T00:00:00Z");
  private static final int ROUNDS = 20_000;

  @Test
  void judgesEveryClauseInForceUnderEveryReading() {
    Issues issues = new Issues();
    List<Contract> read =
        List.of("microsoft-openai", "amazon-openai").stream()
            .map(name -> Path.of("scenarios/contracts", name + ".yaml"))
            .map(path -> ContractFile.read(path, issues).orElseThrow())
            .toList();
    Contracts contracts = new Contracts(read);
    Facts call =
        new Facts(
            SubjectKind.ROUTE,
            Map.of(
                "workload.kind", "frontier",
                "channel.seller", "aws",
                "channel.party", "third",
                "customer.segment", "commercial",
                "hop.to", "model",
                "target.provider", "azure",
                "chain", List.of("client", "aws", "azure"),
                "call.state", "stateless"));
    // Three clauses over routes are in force in the disputed period, each under two readings.
    assertThat(contracts.judge(call, DISPUTED)).hasSize(6);
    run(contracts, call);
    long started = System.nanoTime();
    long judgements = run(contracts, call);
    double seconds = (System.nanoTime() - started) / 1e9;
    assertThat(judgements).isEqualTo(6L * ROUNDS);
    System.out.printf("%,.0f judgements a second on one core%n", judgements / seconds);
  }

  private static long run(Contracts contracts, Facts facts) {
    long judgements = 0;
    for (int i = 0; i < ROUNDS; i++) {
      judgements += contracts.judge(facts, DISPUTED).size();
    }
    return judgements;
  }
}
