package situs.experiment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import situs.audit.Claim;
import situs.audit.Findings;
import situs.audit.Obligation;
import situs.audit.Standing;
import situs.audit.SubjectStanding;
import situs.audit.Unsettled;
import situs.audit.Violation;
import situs.bill.Bill;
import situs.bill.BillLine;
import situs.bill.Course;
import situs.bill.Footprint;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Offence;
import situs.contract.Remedy;
import situs.contract.SubjectKind;
import situs.contract.Total;
import situs.contract.Verdict;
import situs.model.Arrivals;
import situs.model.Cause;
import situs.model.Channel;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Distribution;
import situs.model.Episode;
import situs.model.GeoPoint;
import situs.model.InstanceType;
import situs.model.Metric;
import situs.model.Metro;
import situs.model.ModelShape;
import situs.model.ModelWorkload;
import situs.model.Money;
import situs.model.Network;
import situs.model.Objective;
import situs.model.Offer;
import situs.model.OriginDemand;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Price;
import situs.model.Provenance;
import situs.model.Purchase;
import situs.model.Region;
import situs.model.RegionId;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.RoutingRule;
import situs.model.Rtt;
import situs.model.Scenario;
import situs.model.Status;
import situs.model.Stop;
import situs.model.TransferTariff;
import situs.model.Unplaced;
import situs.simulation.LatencyCell;
import situs.simulation.Observations;
import situs.simulation.PoolUse;
import situs.simulation.WorkloadCount;
import situs.stats.Latencies;

/**
 * An experiment small enough to recompute by hand: one model workload, asked from two metros for
 * twelve hours, under three strategies.
 *
 * <ul>
 *   <li>{@code home}: in alpha/north, two replications that cost 12 and 14 dollars, egress included
 *   <li>{@code cheapest}: in beta/south, which a clause forbids under every reading
 *   <li>{@code nowhere}: places nothing
 * </ul>
 */
public final class SampleExperiment {
  private static final Provenance LIST = new Provenance(Status.PUBLISHED, "price list", "2026-03");
  private static final Provenance GUESS = Provenance.assumed("the author");
  static final Region NORTH = region("alpha/north", "NO");
  static final Region SOUTH = region("beta/south", "ES");
  static final Metro OSLO = metro("Oslo", "NO");
  static final Metro ROME = metro("Rome", "IT");

  private SampleExperiment() {}

  private static Region region(String id, String country) {
    return new Region(
        RegionId.parse(id),
        id,
        country,
        "europe",
        new GeoPoint(50, 10),
        Optional.empty(),
        Optional.empty(),
        LIST);
  }

  private static Metro metro(String name, String country) {
    return new Metro(name, country, "europe", new GeoPoint(60, 10), ZoneId.of("UTC"), LIST);
  }

  private static final TransferTariff EGRESS =
      new TransferTariff(
          "internet egress", List.of(new TransferTariff.Tier(0, Money.usd("0.10"))), LIST);

  /** 20 ms to alpha/north, measured; 40 ms to beta/south, estimated. */
  private static final Network NETWORK =
      new Network() {
        @Override
        public Rtt rtt(RegionId a, RegionId b) {
          return new Rtt(a.equals(b) ? 1 : 30, "", LIST);
        }

        @Override
        public Rtt rtt(Metro metro, RegionId region) {
          return region.provider().equals("alpha")
              ? new Rtt(20, "", LIST)
              : new Rtt(40, "Rome", new Provenance(Status.ESTIMATED, "from neighbours", ""));
        }

        @Override
        public Optional<TransferTariff> tariff(RegionId source, RegionId target) {
          return Optional.empty();
        }

        @Override
        public Optional<TransferTariff> internetTariff(RegionId source) {
          return Optional.of(EGRESS);
        }
      };

  /** The scenario: twelve hours, two replications. */
  public static Scenario scenario() {
    return new Scenario(
        "sample",
        "May the model run in beta/south?",
        Optional.of("acme"),
        Optional.of("alpha"),
        Instant.parse("2026-03-18T00:00:00Z"),
        Duration.ofHours(12),
        Duration.ZERO,
        7,
        2,
        List.of(),
        List.of(api()),
        List.of(),
        List.of(),
        Optional.empty(),
        NETWORK,
        4,
        0.1,
        RoutingRule.NEAREST);
  }

  private static ModelWorkload api() {
    return new ModelWorkload(
        "api",
        new ModelShape(
            "tiny",
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1000,
            1,
            "fp8",
            OptionalInt.empty(),
            OptionalInt.empty(),
            LIST),
        "fp8",
        OptionalInt.empty(),
        new Channel("acme", Optional.of(Channel.Party.FIRST), "commercial"),
        List.of(demand(OSLO), demand(ROME)),
        new Distribution.Constant(100),
        new Distribution.Constant(10),
        new ModelWorkload.Batching(8, 64, 8),
        Optional.of("stateless"),
        List.of(new Objective(Metric.TTFT, 0.95, 0.5)));
  }

  private static OriginDemand demand(Metro metro) {
    return new OriginDemand(metro, Arrivals.Curve.flat(0.001));
  }

  /** The whole of it. */
  public static Experiment experiment() {
    return new Experiment(
        scenario(),
        new Contracts(
            List.of(
                new Contract(
                    "supply",
                    List.of("acme", "alpha"),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()))),
        List.of(home(), cheapest(), nowhere()));
  }

  static StrategyResult home() {
    Placed placed = placed(NORTH, "2", LIST, "the home provider");
    return new StrategyResult(
        "home",
        new Placement("home", List.of(placed), List.of(), RoutingRule.NEAREST),
        List.of(
            run(1, placed, "12", 0.2, 10, compliant(placed)),
            run(2, placed, "14", 0.4, 12, compliant(placed))));
  }

  static StrategyResult cheapest() {
    Placed placed = placed(SOUTH, "1", GUESS, "the least price, \"so far\"");
    return new StrategyResult(
        "cheapest",
        new Placement(
            "cheapest",
            List.of(placed),
            List.of(new Unplaced(placed.component(), 0.25, "beta/south has 1 instance, 2 needed")),
            RoutingRule.CHEAPEST),
        List.of(
            run(1, placed, "6", 0.6, 10, breach(placed, 10)),
            run(2, placed, "6", 0.4, 12, breach(placed, 12))));
  }

  static StrategyResult nowhere() {
    Component model = new Component("api", ComponentKind.MODEL);
    return new StrategyResult(
        "nowhere",
        new Placement(
            "nowhere",
            List.of(),
            List.of(new Unplaced(model, 1, "no option is permitted")),
            RoutingRule.NEAREST),
        List.of());
  }

  private static Placed placed(Region region, String usdPerHour, Provenance price, String why) {
    InstanceType type =
        new InstanceType(region.id().provider(), "big", Optional.empty(), 0, 16, 64);
    Offer offer =
        new Offer(
            type,
            new Price(region.id(), "big", Purchase.ON_DEMAND, Money.usd(usdPerHour), price),
            4);
    return new Placed(
        new Component("api", ComponentKind.MODEL),
        region,
        Optional.of(offer),
        Optional.empty(),
        1,
        1,
        why);
  }

  /** Requests from Oslo only; each of 110 tokens at 4 bytes; all take {@code ttftS}. */
  private static Run run(
      int replication, Placed placed, String cost, double ttftS, int requests, Findings findings) {
    Observations seen =
        new Observations(
            43_200,
            List.of(
                new PoolUse(
                    placed.id(), requests, requests, 0, 0.1, 0, 1, 0, 0.1 * replication, 12, 0)),
            List.of(
                new RouteUse(
                    route(placed.region()), 60, 3600.5, requests, requests * 110L, 4e8, 6e8)),
            List.of(new LatencyCell("api", "Oslo", Metric.TTFT, latencies(ttftS, requests))),
            List.of(
                new WorkloadCount("api", "Oslo", requests + 2, requests, 2, 0, requests),
                new WorkloadCount("api", "Rome", 0, 0, 0, 0, 0)),
            requests);
    return new Run(
        replication,
        seen,
        new Bill(List.of(rent(placed, Money.usd(cost).minus(EGRESS_COST)), egress(placed))),
        new Footprint(Optional.of(2.0 * replication), Optional.empty()),
        findings);
  }

  private static final Course ALL_THE_TIME = new Course(List.of(), Course.Basis.SEEN);

  /** Whatever of the cost is not egress. */
  private static BillLine rent(Placed placed, Money cost) {
    Price price = placed.offer().orElseThrow().price();
    return new BillLine(
        "api",
        Optional.of(placed.id()),
        placed.region().id().provider(),
        Optional.of(placed.region().id()),
        "Compute",
        "big",
        "big",
        "on-demand",
        cost.usd().divide(price.perHour().usd()),
        "instance-hours",
        price.perHour(),
        cost,
        price.provenance(),
        ALL_THE_TIME);
  }

  /** 6e8 bytes back to clients at 0.10 dollars a GB. */
  private static final Money EGRESS_COST = Money.usd("0.06");

  private static BillLine egress(Placed placed) {
    return new BillLine(
        "api",
        Optional.empty(),
        placed.region().id().provider(),
        Optional.of(placed.region().id()),
        "Networking",
        "internet egress to clients, tier from 0 GB a month",
        "internet egress",
        "",
        new BigDecimal("0.6"),
        "GB",
        Money.usd("0.10"),
        EGRESS_COST,
        LIST,
        ALL_THE_TIME);
  }

  private static Latencies latencies(double each, int count) {
    Latencies latencies = new Latencies();
    for (int i = 0; i < count; i++) {
      latencies.add(each);
    }
    return latencies;
  }

  private static Route route(Region region) {
    return new Route(
        "api", "Oslo", List.of(Stop.client(OSLO), Stop.at("model", region)), 0, Cause.PRIMARY);
  }

  private static Findings compliant(Placed placed) {
    return new Findings(
        List.of(),
        List.of(),
        List.of(subject(placed, Standing.COMPLIANT, Standing.COMPLIANT)),
        Standing.COMPLIANT,
        readings(Standing.COMPLIANT, Standing.COMPLIANT),
        List.of(),
        Map.of("letter", Money.ZERO, "spirit", Money.ZERO),
        List.of(),
        List.of());
  }

  private static Findings breach(Placed placed, int requests) {
    return new Findings(
        List.of(
            violation(placed, "letter", requests, "target.provider is \"beta\", not \"alpha\""),
            violation(placed, "spirit", requests, "target.provider is \"beta\", not \"alpha\"")),
        List.of(
            new Unsettled(
                "supply",
                "ships-first",
                "letter",
                SubjectKind.PLACEMENT,
                placed.id(),
                placed.id(),
                "cannot be told without call.state")),
        List.of(subject(placed, Standing.BREACH, Standing.BREACH)),
        Standing.BREACH,
        readings(Standing.BREACH, Standing.BREACH),
        List.of(claim("letter", requests), claim("spirit", requests)),
        Map.of(
            "letter", Money.usd("0.5").times(requests), "spirit", Money.usd("0.5").times(requests)),
        List.of(obligation(requests)),
        List.of());
  }

  private static Claim claim(String reading, int requests) {
    return new Claim("supply", "on-alpha", reading, Optional.of(Money.usd("0.5").times(requests)));
  }

  private static Obligation obligation(int requests) {
    Instant from = Instant.parse("2026-03-18T00:00:00Z");
    return new Obligation(
        "supply",
        "share",
        "letter",
        Total.of(
                "share of requests",
                from,
                from.plusSeconds(3600),
                Optional.empty(),
                new Verdict.Violated("at least 65 %"))
            .measuring(
                "",
                Optional.of(new BigDecimal("0.6")),
                Optional.of(new BigDecimal("0.65")),
                Optional.of(new BigDecimal("-0.05")))
            .offending(
                Optional.empty(), new Offence(Optional.empty(), Optional.empty(), requests, 0)));
  }

  private static Violation violation(Placed placed, String reading, int requests, String reason) {
    return new Violation(
        "supply",
        "on-alpha",
        reading,
        SubjectKind.PLACEMENT,
        placed.id(),
        placed.id(),
        Optional.of(60.0),
        Optional.of(3600.5),
        List.of(new Episode(60, 3600.5, requests, requests * 110L)),
        Optional.of(Money.usd("0.5").times(requests)),
        Optional.of(new Remedy(Remedy.Per.REQUEST, Money.usd("0.5"), "assumed")),
        reason,
        Violation.Answer.FORBIDDEN,
        List.of());
  }

  private static SubjectStanding subject(Placed placed, Standing letter, Standing spirit) {
    return new SubjectStanding(
        SubjectKind.PLACEMENT,
        placed.id(),
        placed.id(),
        letter.worst(spirit),
        readings(letter, spirit));
  }

  private static Map<String, Standing> readings(Standing letter, Standing spirit) {
    Map<String, Standing> readings = new LinkedHashMap<>();
    readings.put("letter", letter);
    readings.put("spirit", spirit);
    return readings;
  }
}
