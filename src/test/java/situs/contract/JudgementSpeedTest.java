package situs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import situs.document.Issues;

/**
 * How many readings of clauses a core judges a second on the reported terms, of subjects that all
 * differ and none of which was seen before; printed, not asserted. In the processor's time of the
 * thread, so that other work beside it weighs less.
 */
class JudgementSpeedTest {
  private static final Instant DISPUTED = Instant.parse("2026-03-18T00:00:00Z");
  private static final int ROUNDS = 100;

  @Test
  void judgesEveryClauseInForceUnderEveryReading() {
    Issues issues = new Issues();
    List<Contract> read =
        List.of("microsoft-openai", "amazon-openai").stream()
            .map(name -> Path.of("scenarios/contracts", name + ".yaml"))
            .map(path -> ContractFile.read(path, issues).orElseThrow())
            .toList();
    Contracts contracts = new Contracts(read);
    List<Map<String, Object>> calls = calls();
    // Three clauses over routes are in force in the disputed period, each under two readings.
    assertThat(run(contracts, calls, ROUNDS)).isEqualTo(6L * calls.size() * ROUNDS);
    long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long judged = run(contracts, calls, ROUNDS);
    double seconds =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1e9;
    System.out.printf("%,.0f judged readings a second on one core%n", judged / seconds);
  }

  private static long run(Contracts contracts, List<Map<String, Object>> calls, int rounds) {
    long judged = 0;
    for (int i = 0; i < rounds; i++) {
      for (Map<String, Object> call : calls) {
        judged += contracts.judge(new Facts(SubjectKind.ROUTE, call), DISPUTED).size();
      }
    }
    return judged;
  }

  /** Every call of a model that differs in what the terms ask for; some of state unknown. */
  private static List<Map<String, Object>> calls() {
    List<Map<String, Object>> calls = new ArrayList<>(List.of(Map.of("hop.to", "model")));
    calls = with(calls, "workload.kind", List.of("frontier", "model"));
    calls = with(calls, "channel.seller", List.of("openai", "aws", "azure", "oracle"));
    calls = with(calls, "channel.party", List.of("first", "third"));
    calls = with(calls, "customer.segment", List.of("commercial", "us-national-security"));
    calls = with(calls, "target.provider", List.of("azure", "aws", "gcp"));
    calls = with(calls, "chain", List.of(List.of("client", "aws", "azure"), List.of("client")));
    calls = with(calls, "call.state", List.of("stateless", "stateful", ""));
    calls.forEach(call -> call.values().remove(""));
    return calls;
  }

  private static List<Map<String, Object>> with(
      List<Map<String, Object>> calls, String fact, List<?> values) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> call : calls) {
      for (Object value : values) {
        Map<String, Object> more = new HashMap<>(call);
        more.put(fact, value);
        all.add(more);
      }
    }
    return all;
  }
}
