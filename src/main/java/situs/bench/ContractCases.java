package situs.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import situs.audit.Auditor;
import situs.audit.Watch;
import situs.bill.Bill;
import situs.bill.Billing;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.SubjectKind;
import situs.experiment.Replication;
import situs.model.Placement;
import situs.placement.Strategies;
import situs.scenario.LoadedScenario;
import situs.simulation.Observations;
import situs.simulation.Simulation;

/**
 * How fast the reported terms are judged: subjects that all differ, each under every reading, and
 * what an audit takes beside the simulation of a shipped scenario.
 */
public final class ContractCases {
  private static final Instant DISPUTED = Instant.parse("2026-03-18T00:00:00Z");
  private static final int ROUNDS = 200;

  private ContractCases() {}

  /**
   * A case.
   *
   * @param name such as {@code calls}
   */
  public record ContractCase(String name, Supplier<Judged> work) {
    /** Does it once, after a run for the compiler. */
    public Judged measure() {
      work.get();
      return work.get();
    }
  }

  /**
   * What a case took, on one thread.
   *
   * @param subjects that were judged
   * @param judgements of readings of clauses, reasons included; empty where those alike to a clause
   *     are judged once
   * @param seconds of the processor that judging took
   * @param simulatedS seconds of the processor that the simulation took which was audited
   */
  public record Judged(
      String name,
      long subjects,
      Optional<Long> judgements,
      double seconds,
      Optional<Double> simulatedS) {

    public Optional<Double> judgementsPerSecond() {
      return judgements.map(n -> n / seconds);
    }

    /** What the audit takes, as a part of the simulation. */
    public Optional<Double> ofSimulation() {
      return simulatedS.map(s -> seconds / s);
    }
  }

  /** All of them. */
  public static List<ContractCase> all() {
    return List.of(
        judging("calls", calls()),
        judging("placements", placements()),
        auditing(Shipped.DISPUTE, "split", 10),
        auditing(Shipped.NATIONAL_SECURITY, "cheapest", 50));
  }

  private static ContractCase judging(String name, List<Facts> subjects) {
    return new ContractCase(
        name,
        () -> {
          Contracts contracts = Shipped.scenario(Shipped.DISPUTE).contracts();
          double began = processorS();
          long judgements = 0;
          for (int round = 0; round < ROUNDS; round++) {
            for (Facts subject : subjects) {
              judgements += contracts.judge(subject, DISPUTED).size();
            }
          }
          double seconds = processorS() - began;
          long judged = (long) subjects.size() * ROUNDS;
          return new Judged(name, judged, Optional.of(judgements), seconds, Optional.empty());
        });
  }

  private static ContractCase auditing(String scenario, String strategy, int runs) {
    String name = "audit-" + scenario;
    return new ContractCase(
        name,
        () -> {
          LoadedScenario loaded = Shipped.scenario(scenario);
          Placement placement =
              Strategies.named(strategy, Optional.empty())
                  .orElseThrow()
                  .place(loaded.scenario(), loaded.contracts());
          double began = processorS();
          Watch watch = new Watch(loaded.scenario(), loaded.contracts());
          double made = processorS() - began;
          Judged sum = new Judged(name, 0, Optional.empty(), made, Optional.of(0.0));
          for (int replication = 1; replication <= runs; replication++) {
            sum = plus(sum, audit(name, loaded, watch, placement, replication));
          }
          return sum;
        });
  }

  private static Judged audit(
      String name, LoadedScenario loaded, Watch watch, Placement placement, int replication) {
    double began = processorS();
    Observations seen =
        Simulation.run(
            loaded.scenario(), placement, replication, watch.boundaries(), watch.providers());
    double simulated = processorS();
    Bill bill = Billing.bill(loaded.scenario(), placement, seen);
    double billed = processorS();
    int subjects =
        Auditor.audit(
                watch, placement, Replication.seen(loaded.scenario(), watch, placement, seen, bill))
            .subjects()
            .size();
    double audited = processorS();
    return new Judged(
        name, subjects, Optional.empty(), audited - billed, Optional.of(simulated - began));
  }

  private static Judged plus(Judged one, Judged other) {
    return new Judged(
        one.name(),
        one.subjects() + other.subjects(),
        Optional.empty(),
        one.seconds() + other.seconds(),
        Optional.of(one.simulatedS().orElseThrow() + other.simulatedS().orElseThrow()));
  }

  /** Of this thread, so that other work beside it weighs less. */
  private static double processorS() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /** Every call of a model that differs in what the terms ask for; some of state unknown. */
  private static List<Facts> calls() {
    List<Map<String, Object>> calls = List.of(Map.of("hop.to", "model"));
    calls = sold(calls);
    calls = with(calls, "target.provider", List.of("azure", "aws", "gcp"));
    calls = with(calls, "chain", List.of(List.of("client", "aws", "azure"), List.of("client")));
    calls = with(calls, "call.state", List.of("stateless", "stateful", ""));
    return calls.stream().map(call -> new Facts(SubjectKind.ROUTE, known(call))).toList();
  }

  /** Every placement that differs in what they ask for. */
  private static List<Facts> placements() {
    List<Map<String, Object>> placements =
        with(List.of(Map.of()), "component", List.of("model", "runtime", "state"));
    placements = sold(placements);
    placements = with(placements, "placement.provider", List.of("azure", "aws", "gcp", "oracle"));
    return placements.stream().map(p -> new Facts(SubjectKind.PLACEMENT, p)).toList();
  }

  private static List<Map<String, Object>> sold(List<Map<String, Object>> subjects) {
    List<Map<String, Object>> sold = with(subjects, "workload.kind", List.of("frontier", "model"));
    sold = with(sold, "channel.seller", List.of("openai", "aws", "azure", "oracle"));
    sold = with(sold, "channel.party", List.of("first", "third"));
    return with(sold, "customer.segment", List.of("commercial", "us-national-security"));
  }

  private static Map<String, Object> known(Map<String, Object> facts) {
    Map<String, Object> known = new HashMap<>(facts);
    known.values().remove("");
    return known;
  }

  private static List<Map<String, Object>> with(
      List<Map<String, Object>> subjects, String fact, List<?> values) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> subject : subjects) {
      for (Object value : values) {
        Map<String, Object> more = new HashMap<>(subject);
        more.put(fact, value);
        all.add(more);
      }
    }
    return all;
  }
}
