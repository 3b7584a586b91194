package situs.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import situs.model.Accelerator;
import situs.model.Arrivals;
import situs.model.Channel;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Datacenter;
import situs.model.Distribution;
import situs.model.FrontierWorkload;
import situs.model.GeoPoint;
import situs.model.Incident;
import situs.model.InstanceType;
import situs.model.Metro;
import situs.model.ModelShape;
import situs.model.ModelWorkload;
import situs.model.ModelWorkload.Batching;
import situs.model.Money;
import situs.model.Network;
import situs.model.Offer;
import situs.model.OriginDemand;
import situs.model.Placed;
import situs.model.Placement;
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
import situs.model.TransferTariff;
import situs.model.Workload;

/** Small worlds for the tests of the simulation: made-up regions, machines and models. */
final class Worlds {
  static final Provenance HERE = Provenance.assumed("this test");
  static final Region EAST = region("alpha/east");
  static final Region WEST = region("beta/west");
  static final Metro TOWN =
      new Metro("Town", "US", "northamerica", new GeoPoint(40, -75), ZoneId.of("UTC"), HERE);
  static final Channel FIRST = new Channel("maker", Optional.of(Channel.Party.FIRST), "commercial");
  private static final Accelerator GPU =
      new Accelerator(
          "G",
          "v",
          80,
          3,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(700.0),
          HERE);
  static final InstanceType GPU_BOX =
      new InstanceType("alpha", "gpu", Optional.of(GPU), 8, 96, 1000);
  static final InstanceType CPU_BOX = new InstanceType("alpha", "cpu", Optional.empty(), 0, 16, 64);

  private Worlds() {}

  private static Region region(String id) {
    return new Region(
        RegionId.parse(id),
        id,
        "US",
        "northamerica",
        new GeoPoint(39, -77),
        Optional.empty(),
        Optional.empty(),
        HERE);
  }

  /** Every pair at the same distance, milliseconds there and back; nothing at home. */
  static Network network(double rttMs) {
    return new Network() {
      @Override
      public Rtt rtt(RegionId a, RegionId b) {
        return new Rtt(a.equals(b) ? 0 : rttMs, "", HERE);
      }

      @Override
      public Rtt rtt(Metro metro, RegionId region) {
        return new Rtt(rttMs, "", HERE);
      }

      @Override
      public Optional<TransferTariff> tariff(RegionId source, RegionId target) {
        return Optional.empty();
      }

      @Override
      public Optional<TransferTariff> internetTariff(RegionId source) {
        return Optional.empty();
      }
    };
  }

  static ServingProfile profile(ThreeTerms iteration) {
    return new ServingProfile("m", "G", 8, "bf16", iteration, 10, 20_000, HERE);
  }

  static ModelShape shape() {
    return new ModelShape(
        "m",
        70,
        70,
        80,
        8192,
        64,
        8,
        128,
        160_000,
        131_072,
        140,
        "bf16",
        OptionalInt.empty(),
        OptionalInt.empty(),
        HERE);
  }

  static OriginDemand flat(double perSecond) {
    return new OriginDemand(TOWN, Arrivals.Curve.flat(perSecond));
  }

  static ModelWorkload model(
      double perSecond, Distribution prompt, Distribution output, Batching batching) {
    return new ModelWorkload(
        "api",
        shape(),
        "bf16",
        OptionalInt.of(8),
        FIRST,
        perSecond == 0 ? List.of() : List.of(flat(perSecond)),
        prompt,
        output,
        batching,
        Optional.of("stateless"),
        List.of());
  }

  static FrontierWorkload agents(double perSecond, FrontierWorkload.Session session) {
    return new FrontierWorkload(
        "agents",
        "api",
        FIRST,
        List.of(flat(perSecond)),
        session,
        new FrontierWorkload.Runtime(0.5, 1),
        Optional.of("stateless"),
        List.of());
  }

  static Scenario scenario(Duration duration, double rttMs, List<Workload> workloads) {
    return scenario(duration, rttMs, workloads, List.of());
  }

  static Scenario scenario(
      Duration duration, double rttMs, List<Workload> workloads, List<Incident> incidents) {
    return new Scenario(
        "world",
        "",
        Optional.of("maker"),
        Optional.empty(),
        Instant.parse("2026-03-18T00:00:00Z"),
        duration,
        Duration.ofHours(2),
        7,
        5,
        List.<Datacenter>of(),
        workloads,
        incidents,
        List.of(),
        Optional.empty(),
        network(rttMs),
        4,
        0,
        RoutingRule.NEAREST);
  }

  private static Offer offer(Region region, InstanceType type, int count) {
    return new Offer(
        type, new Price(region.id(), type.name(), Purchase.ON_DEMAND, Money.usd("1"), HERE), count);
  }

  static Placed models(Region region, int replicas, ServingProfile profile) {
    return new Placed(
        new Component("api", ComponentKind.MODEL),
        region,
        Optional.of(offer(region, GPU_BOX, replicas)),
        Optional.of(profile),
        replicas,
        replicas,
        "here");
  }

  static Placed runtimes(Region region, int instances) {
    return new Placed(
        new Component("agents", ComponentKind.RUNTIME),
        region,
        Optional.of(offer(region, CPU_BOX, instances)),
        Optional.empty(),
        instances,
        instances,
        "here");
  }

  static Placed stateStore(Region region) {
    return new Placed(
        new Component("agents", ComponentKind.STATE),
        region,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        "here");
  }

  static Placement placement(Placed... placed) {
    return new Placement("test", List.of(placed), List.of(), RoutingRule.NEAREST);
  }
}
