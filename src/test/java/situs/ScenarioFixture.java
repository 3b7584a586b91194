package situs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import situs.model.Accelerator;
import situs.model.Arrivals;
import situs.model.Channel;
import situs.model.Datacenter;
import situs.model.Disaggregation;
import situs.model.Distribution;
import situs.model.Distribution.Constant;
import situs.model.Figure;
import situs.model.FrontierWorkload;
import situs.model.GeoPoint;
import situs.model.Incident;
import situs.model.InstanceType;
import situs.model.ManagedOffering;
import situs.model.Metro;
import situs.model.ModelShape;
import situs.model.ModelWorkload;
import situs.model.ModelWorkload.Batching;
import situs.model.Money;
import situs.model.Network;
import situs.model.Objective;
import situs.model.Offer;
import situs.model.OriginDemand;
import situs.model.Price;
import situs.model.Provenance;
import situs.model.Purchase;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.RoutingRule;
import situs.model.Rtt;
import situs.model.Scenario;
import situs.model.ServingProfile;
import situs.model.ServingProfile.ThreeTerms;
import situs.model.StoragePrice;
import situs.model.TransferTariff;
import situs.model.TransferTariff.Tier;
import situs.model.Workload;

/** Small scenarios for tests, with round figures. */
public final class ScenarioFixture {
  public static final Provenance HERE = Provenance.assumed("this test");
  public static final ModelShape SHAPE =
      new ModelShape(
          "m",
          10,
          10,
          1,
          1,
          1,
          1,
          1,
          100_000,
          32_000,
          10,
          "fp8",
          OptionalInt.empty(),
          OptionalInt.empty(),
          HERE);

  private ScenarioFixture() {}

  public static Region region(String id) {
    return region(id, Optional.of(400.0), Optional.of(1.2));
  }

  public static Region region(String id, Optional<Double> grid, Optional<Double> pue) {
    return new Region(
        RegionId.parse(id),
        id,
        "US",
        "north-america",
        new GeoPoint(0, 0),
        grid.map(g -> new Figure(g, HERE)),
        pue.map(p -> new Figure(p, HERE)),
        HERE);
  }

  public static Metro metro(String name) {
    return new Metro(name, "US", "north-america", new GeoPoint(0, 0), ZoneId.of("UTC"), HERE);
  }

  public static Accelerator accelerator(String name, double memoryGb) {
    return new Accelerator(
        name,
        "v",
        memoryGb,
        3,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(700.0),
        HERE);
  }

  /** A machine with {@code count} accelerators of 80 GB. */
  public static InstanceType gpus(String name, String accelerator, int count) {
    return new InstanceType("p", name, Optional.of(accelerator(accelerator, 80)), count, 96, 1900);
  }

  public static InstanceType machine(String name, int vcpus) {
    return new InstanceType("p", name, Optional.empty(), 0, vcpus, 4.0 * vcpus);
  }

  public static Offer offer(InstanceType type, String usdPerHour, int instances) {
    return offer(type, usdPerHour, instances, Purchase.ON_DEMAND);
  }

  public static Offer offer(
      InstanceType type, String usdPerHour, int instances, Purchase purchase) {
    Price price =
        new Price(
            new RegionId("p", "anywhere"), type.name(), purchase, Money.usd(usdPerHour), HERE);
    return new Offer(type, price, instances);
  }

  /** Of instances that are taken back so often. */
  public static Offer spot(
      InstanceType type, String usdPerHour, int instances, double interruptionsPerS) {
    Offer offer = offer(type, usdPerHour, instances, Purchase.SPOT);
    return new Offer(type, offer.price(), instances, interruptionsPerS);
  }

  public static Datacenter datacenter(String region, Offer... offers) {
    return new Datacenter(region(region), List.of(offers));
  }

  /** The fixture's model by the token, at one price for all of them, without a limit that binds. */
  public static ManagedOffering managed(String region, String service, String usdPerMtok) {
    Money price = Money.usd(usdPerMtok);
    return new ManagedOffering(
        RegionId.parse(region),
        service,
        SHAPE.name(),
        new ManagedOffering.Prices(price, price, price, HERE),
        new ManagedOffering.Limits(6e9, OptionalDouble.empty(), 60, 0, HERE),
        new ManagedOffering.Speed(0.5, 0, 50, HERE));
  }

  /** The same with models sold by the token. */
  public static Datacenter with(Datacenter datacenter, ManagedOffering... managed) {
    return new Datacenter(datacenter.region(), datacenter.offers(), List.of(managed));
  }

  /**
   * Decode 10 ms and 1 ms a sequence, prefill 20 ms and 0.1 ms a token, all times {@code slower}.
   */
  public static ServingProfile profile(String accelerator, int parallel, double slower) {
    return new ServingProfile(
        "m",
        accelerator,
        parallel,
        "fp8",
        new ThreeTerms(0.010 * slower, 0.001 * slower, 0, 0.020 * slower, 1e-4 * slower, 0),
        10,
        100_000,
        HERE);
  }

  public static OriginDemand flat(String metro, double perSecond) {
    return new OriginDemand(metro(metro), Arrivals.Curve.flat(perSecond));
  }

  /** Prompts of 1,000 tokens, outputs of 100, at most 10 sequences. */
  public static ModelWorkload model(String name, OptionalInt parallel, OriginDemand... demand) {
    return soldBy("owner", name, parallel, demand);
  }

  /** The same with what its latencies must keep to. */
  public static ModelWorkload within(ModelWorkload w, Objective... objectives) {
    return with(w, w.batching(), List.of(objectives));
  }

  /** The same with prefill and decoding on replicas of their own. */
  public static ModelWorkload apart(ModelWorkload w, Disaggregation pools) {
    return with(w, w.batching().with(pools), w.objectives());
  }

  private static ModelWorkload with(
      ModelWorkload w, Batching batching, List<Objective> objectives) {
    return new ModelWorkload(
        w.name(),
        w.model(),
        w.weights(),
        w.parallel(),
        w.channel(),
        w.demand(),
        w.promptTokens(),
        w.outputTokens(),
        batching,
        w.callState(),
        objectives);
  }

  /** The same, sold by another than the owner. */
  public static ModelWorkload soldBy(
      String seller, String name, OptionalInt parallel, OriginDemand... demand) {
    return new ModelWorkload(
        name,
        SHAPE,
        "fp8",
        parallel,
        channel(seller),
        List.of(demand),
        new Constant(1000),
        new Constant(100),
        new Batching(10, 2048, 100),
        Optional.of("stateless"),
        List.<Objective>of());
  }

  /** Sessions of 2 turns of 3 calls that hold 1 vCPU and 1 GiB. */
  public static FrontierWorkload frontier(
      String name, String calls, String seller, OriginDemand... demand) {
    return new FrontierWorkload(
        name,
        calls,
        channel(seller),
        List.of(demand),
        new FrontierWorkload.Session(
            2,
            3,
            constant(2000),
            constant(300),
            constant(100),
            0.9,
            constant(5),
            constant(60),
            FrontierWorkload.State.CLIENT,
            0.001,
            FrontierWorkload.OnOutage.LOST),
        new FrontierWorkload.Runtime(1, 1),
        Optional.of("stateless"),
        List.of());
  }

  /** First party when the owner sells. */
  private static Channel channel(String seller) {
    Channel.Party party = seller.equals("owner") ? Channel.Party.FIRST : Channel.Party.THIRD;
    return new Channel(seller, Optional.of(party), "commercial");
  }

  /** The same scenario at another time. */
  public static Scenario starting(String at, Scenario s) {
    return new Scenario(
        s.name(),
        s.question(),
        s.owner(),
        s.home(),
        Instant.parse(at),
        s.duration(),
        s.warmUp(),
        s.seed(),
        s.replications(),
        s.datacenters(),
        s.workloads(),
        s.incidents(),
        s.profiles(),
        s.storage(),
        s.network(),
        s.bytesPerToken(),
        s.jitter(),
        s.routing());
  }

  private static Distribution constant(double value) {
    return new Constant(value);
  }

  public static Scenario scenario(
      Optional<String> home,
      List<Datacenter> datacenters,
      List<Workload> workloads,
      List<Incident> incidents,
      List<ServingProfile> profiles,
      Network network) {
    return new Scenario(
        "test",
        "",
        Optional.of("owner"),
        home,
        Instant.parse("2026-03-18T00:00:00Z"),
        Duration.ofHours(24),
        Duration.ZERO,
        1,
        1,
        datacenters,
        workloads,
        incidents,
        profiles,
        Optional.of(new StoragePrice(Money.usd("0.001"), HERE)),
        network,
        4,
        0,
        RoutingRule.NEAREST);
  }

  public static Scenario scenario(
      List<Datacenter> datacenters, List<Workload> workloads, ServingProfile... profiles) {
    return scenario(
        Optional.of("blue"),
        datacenters,
        workloads,
        List.of(),
        List.of(profiles),
        new Wires(Map.of()));
  }

  public static TransferTariff tariff(String scope, String usdPerGb) {
    return new TransferTariff(scope, List.of(new Tier(0, Money.usd(usdPerGb))), HERE);
  }

  /**
   * Round trips by {@code from>to} in either order, 50 ms where none is given and 1 ms within a
   * region; internet egress 0.09 USD/GB, between regions of a provider 0.02.
   */
  public record Wires(Map<String, Double> ms) implements Network {
    public Wires {
      ms = new TreeMap<>(ms);
    }

    private Rtt between(String a, String b) {
      double found = ms.getOrDefault(a + ">" + b, ms.getOrDefault(b + ">" + a, 50.0));
      return new Rtt(a.equals(b) ? 1 : found, "", HERE);
    }

    @Override
    public Rtt rtt(RegionId a, RegionId b) {
      return between(a.toString(), b.toString());
    }

    @Override
    public Rtt rtt(Metro metro, RegionId region) {
      return between(metro.name(), region.toString());
    }

    @Override
    public Optional<TransferTariff> tariff(RegionId source, RegionId target) {
      return source.provider().equals(target.provider())
          ? Optional.of(ScenarioFixture.tariff("inter-region", "0.02"))
          : Optional.empty();
    }

    @Override
    public Optional<TransferTariff> internetTariff(RegionId source) {
      return Optional.of(ScenarioFixture.tariff("internet egress", "0.09"));
    }
  }
}
