package situs.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import situs.catalog.Catalog;
import situs.contract.Contracts;
import situs.experiment.Replication;
import situs.model.Arrivals;
import situs.model.Channel;
import situs.model.Component;
import situs.model.Distribution;
import situs.model.Distribution.Constant;
import situs.model.Distribution.LogNormal;
import situs.model.FrontierWorkload;
import situs.model.InstanceType;
import situs.model.ModelShape;
import situs.model.ModelWorkload;
import situs.model.ModelWorkload.Batching;
import situs.model.Offer;
import situs.model.OriginDemand;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Provenance;
import situs.model.Purchase;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.RoutingRule;
import situs.model.Scenario;
import situs.model.ServingProfile;
import situs.model.ServingProfile.ThreeTerms;
import situs.model.Workload;
import situs.placement.Strategies;
import situs.placement.Strategy;
import situs.scenario.LoadedScenario;
import situs.simulation.CloudletQueues;

/**
 * The cases of {@code situs bench}: queues of known theory, a model API in continuous batching,
 * agent sessions across clouds, and the real case whole. Lengths and rates of the small ones are
 * assumed; prices, round trips and contracts are real.
 */
public final class BenchCases {
  private static final Provenance ASSUMED = Provenance.assumed("bench case");
  private static final Channel CHANNEL =
      new Channel("openai", Optional.of(Channel.Party.FIRST), "commercial");
  private static final RegionId AZURE = RegionId.parse("azure/eastus");
  private static final RegionId AWS = RegionId.parse("aws/us-east-1");
  private static final double LOAD = 0.8;
  private static final double SERVICE_S = 1;

  /** Submitting cloudlets takes quadratic time: more of them would show only that. */
  private static final int CLOUDLETS = 5_000;

  private final Catalog catalog = Catalog.standard();
  private final LoadedScenario dispute = Shipped.scenario(Shipped.DISPUTE);

  /** Every case of ours, with about so many million requests; {@code frontier-dispute} has more. */
  public List<BenchCase> all(double millions) {
    return List.of(
        queues("mm1-x1000", 1000, 1, millions),
        queues("mm10-x100", 100, 10, millions),
        batching(millions),
        sessions(millions),
        dispute(millions));
  }

  /** The same queues as {@code mm1-x1000} and {@code mm10-x100}, a CloudSim Plus cloudlet each. */
  public List<BenchCase> cloudlets() {
    return List.of(
        new BenchCase("mm1-x1000-cloudlets", () -> cloudlets(1000, 1)),
        new BenchCase("mm10-x100-cloudlets", () -> cloudlets(100, 10)));
  }

  private static long cloudlets(int pools, int servers) {
    return CloudletQueues.run(pools, servers, LOAD, SERVICE_S, CLOUDLETS);
  }

  /** The whole experiment as shipped, over so many days, one replication of each strategy. */
  private BenchCase dispute(double millions) {
    Duration day = dispute.scenario().duration();
    LoadedScenario sized =
        dispute.withDuration(Duration.ofSeconds(Math.round(day.toSeconds() * millions)));
    List<Strategy> strategies =
        sized.strategies().stream()
            .map(spec -> Strategies.named(spec.name(), spec.reading()).orElseThrow())
            .toList();
    return new BenchCase(
        "frontier-dispute",
        () ->
            strategies.stream()
                .map(strategy -> strategy.place(sized.scenario(), sized.contracts()))
                .mapToLong(placement -> simulate(sized.scenario(), sized.contracts(), placement))
                .sum());
  }

  private static long simulate(Scenario scenario, Contracts contracts, Placement placement) {
    return new Replication(scenario, contracts)
        .replicate(placement, 1)
        .observations()
        .simulatedCalls();
  }

  /** Pools of single-sequence replicas with exponential service of 1 s: M/M/c at load 0.8. */
  private BenchCase queues(String name, int pools, int replicas, double millions) {
    // 1,000 tokens of 1 ms; the prompt is free.
    ServingProfile profile =
        new ServingProfile(
            "queue", "H100-SXM", 8, "fp8", new ThreeTerms(0.001, 0, 0, 0, 0, 0), 1, 0, ASSUMED);
    List<Workload> workloads = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < pools; i++) {
      ModelWorkload queue =
          model(
              "q" + i,
              List.of(demand("New York", LOAD * replicas)),
              new Constant(1),
              new Distribution.Exponential(1000),
              new Batching(1, 1, 1_000_000));
      workloads.add(queue);
      placed.add(models(queue.pool(), AZURE, "ND96isr_H100_v5", replicas, profile));
    }
    double seconds = millions * 1e6 / (pools * replicas * LOAD);
    return bench(name, seconds, 600, workloads, placed);
  }

  /** Chat on two clouds: 16 replicas of a 70B model on 8 H100 each, from four metros. */
  private BenchCase batching(double millions) {
    ModelWorkload chat =
        chat(Stream.of("New York", "Chicago", "Dallas", "Miami").map(m -> demand(m, 25)).toList());
    List<Placed> placed =
        List.of(
            models(chat.pool(), AZURE, "ND96isr_H100_v5", 8, llama()),
            models(chat.pool(), AWS, "p5.48xlarge", 8, llama()));
    return bench("batching", millions * 1e4, 600, List.of(chat), placed);
  }

  /**
   * Agents on AWS whose models stand on Azure: 72 calls a session, contexts of 60,000 tokens on.
   */
  private BenchCase sessions(double millions) {
    ModelWorkload chat = chat(List.of());
    FrontierWorkload agents =
        new FrontierWorkload(
            "agents",
            chat.name(),
            CHANNEL,
            List.of(demand("New York", 1)),
            session(),
            new FrontierWorkload.Runtime(0.5, 1),
            Optional.of("stateless"),
            List.of());
    List<Placed> placed =
        List.of(
            runtimes(agents.runtimePool(), 400),
            models(chat.pool(), AZURE, "ND96isr_H100_v5", 48, llama()));
    return bench("sessions", millions * 1e6 / 72, 7200, List.of(chat, agents), placed);
  }

  private static FrontierWorkload.Session session() {
    return new FrontierWorkload.Session(
        9,
        8,
        new Constant(60_000),
        new Constant(870),
        new Constant(220),
        0.958,
        new LogNormal(0.3, 13.6, 600),
        new LogNormal(84, 1236, 7200),
        FrontierWorkload.State.CLIENT,
        0.5,
        FrontierWorkload.OnOutage.FAILOVER);
  }

  private ModelWorkload chat(List<OriginDemand> demand) {
    return model(
        "chat",
        demand,
        new LogNormal(1020, 2734, 16_000),
        new LogNormal(129, 424, 4000),
        new Batching(256, 2048, 100));
  }

  private ModelWorkload model(
      String name,
      List<OriginDemand> demand,
      Distribution prompt,
      Distribution output,
      Batching batching) {
    ModelShape shape = catalog.model("Llama-3.1-70B").orElseThrow();
    return new ModelWorkload(
        name,
        shape,
        "fp8",
        OptionalInt.of(8),
        CHANNEL,
        demand,
        prompt,
        output,
        batching,
        Optional.of("stateless"),
        List.of());
  }

  private OriginDemand demand(String metro, double perSecond) {
    return new OriginDemand(catalog.metro(metro).orElseThrow(), Arrivals.Curve.flat(perSecond));
  }

  private ServingProfile llama() {
    return catalog.profiles().stream()
        .filter(p -> p.model().equals("Llama-3.1-70B") && p.accelerator().equals("H100-SXM"))
        .filter(p -> p.parallel() == 8 && p.weights().equals("fp8"))
        .findFirst()
        .orElseThrow();
  }

  private Placed models(
      Component component, RegionId region, String type, int replicas, ServingProfile profile) {
    return new Placed(
        component,
        region(region),
        Optional.of(offer(region, type, replicas)),
        Optional.of(profile),
        replicas,
        replicas,
        "bench");
  }

  private Placed runtimes(Component component, int instances) {
    return new Placed(
        component,
        region(AWS),
        Optional.of(offer(AWS, "m7i.4xlarge", instances)),
        Optional.empty(),
        instances,
        instances,
        "bench");
  }

  private Region region(RegionId id) {
    return catalog.region(id).orElseThrow();
  }

  private Offer offer(RegionId region, String type, int instances) {
    InstanceType instance = catalog.instanceType(region.provider(), type).orElseThrow();
    return new Offer(
        instance, catalog.price(region, type, Purchase.ON_DEMAND).orElseThrow(), instances);
  }

  private BenchCase bench(
      String name, double seconds, long warmUpS, List<Workload> workloads, List<Placed> placed) {
    Scenario scenario =
        new Scenario(
            name,
            "",
            Optional.of("openai"),
            Optional.empty(),
            Instant.parse("2026-03-18T00:00:00Z"),
            Duration.ofMillis((long) (seconds * 1000)),
            Duration.ofSeconds(warmUpS),
            1,
            1,
            List.of(),
            workloads,
            List.of(),
            List.of(),
            Optional.empty(),
            catalog.network(),
            4,
            0.05,
            RoutingRule.NEAREST);
    Placement placement = new Placement("bench", placed, List.of(), RoutingRule.NEAREST);
    return new BenchCase(name, () -> simulate(scenario, dispute.contracts(), placement));
  }
}
