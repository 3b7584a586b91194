package situs.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static situs.ScenarioFixture.HERE;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.metro;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.region;
import static situs.ScenarioFixture.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import situs.ScenarioFixture.Wires;
import situs.model.Cause;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Datacenter;
import situs.model.Incident;
import situs.model.Incident.PriceChange;
import situs.model.ManagedOffering;
import situs.model.Metro;
import situs.model.Money;
import situs.model.Network;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Purchase;
import situs.model.RegionId;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.RoutingRule;
import situs.model.Rtt;
import situs.model.Scenario;
import situs.model.Status;
import situs.model.Stop;
import situs.model.TransferTariff;
import situs.model.TransferTariff.Tier;
import situs.simulation.FleetUse;
import situs.simulation.KvUse;
import situs.simulation.Observations;
import situs.simulation.PoolUse;
import situs.simulation.PrefixUse;
import situs.simulation.TokenUse;

class BillingTest {
  private static final double DAY_S = 86_400;
  private static final double GB = 1e9;

  /** First 100 GB a month free, then 0.09 to 1,000 GB, then 0.07. */
  private static final TransferTariff INTERNET =
      new TransferTariff(
          "internet egress",
          List.of(
              new Tier(0, Money.ZERO),
              new Tier(100, Money.usd("0.09")),
              new Tier(1000, Money.usd("0.07"))),
          HERE);

  private record Net(Network plain, Optional<TransferTariff> internet) implements Network {
    @Override
    public Rtt rtt(RegionId a, RegionId b) {
      return plain.rtt(a, b);
    }

    @Override
    public Rtt rtt(Metro metro, RegionId region) {
      return plain.rtt(metro, region);
    }

    @Override
    public Optional<TransferTariff> tariff(RegionId source, RegionId target) {
      return plain.tariff(source, target);
    }

    @Override
    public Optional<TransferTariff> internetTariff(RegionId source) {
      return internet;
    }
  }

  private static Scenario with(Network network, Incident... incidents) {
    return scenario(Optional.empty(), List.of(), List.of(), List.of(incidents), List.of(), network);
  }

  private static Scenario tiered() {
    return with(new Net(new Wires(Map.of()), Optional.of(INTERNET)));
  }

  private static RouteUse use(Route route, double outGb, double backGb) {
    return new RouteUse(route, 0, 1, 1, 1, outGb * GB, backGb * GB);
  }

  private static Route direct(String workload, String model) {
    return new Route(
        workload,
        "Town",
        List.of(Stop.client(metro("Town")), Stop.at("model", region(model))),
        0,
        Cause.PRIMARY);
  }

  private static Route call(String runtime, String model) {
    return new Route(
        "agents",
        "Town",
        List.of(
            Stop.client(metro("Town")),
            Stop.at("runtime", region(runtime)),
            Stop.at("model", region(model))),
        1,
        Cause.PRIMARY);
  }

  private static Observations saw(double windowS, List<PoolUse> pools, RouteUse... routes) {
    return new Observations(windowS, pools, List.of(routes), List.of(), List.of(), 0);
  }

  private static Bill transfers(Scenario scenario, RouteUse... routes) {
    Placement nothing = new Placement("x", List.of(), List.of(), RoutingRule.NEAREST);
    return Billing.bill(scenario, nothing, saw(DAY_S, List.of(), routes));
  }

  private static Placed rented(String region, String usd, int instances) {
    return new Placed(
        new Component("agents", ComponentKind.RUNTIME),
        region(region),
        Optional.of(offer(machine("box", 16), usd, instances)),
        Optional.empty(),
        instances,
        instances,
        "");
  }

  private static Bill rent(Scenario scenario, double windowS, Placed placed) {
    return Billing.bill(
        scenario,
        new Placement("x", List.of(placed), List.of(), RoutingRule.NEAREST),
        saw(windowS, List.of()));
  }

  @Test
  void instancesAreBilledForTheWholeWindow() {
    Bill bill = rent(tiered(), DAY_S, rented("blue/a", "98.32", 3));
    // 24 h * 3 * 98.32
    assertThat(bill.total()).isEqualTo(Money.usd("7079.04"));
    BillLine line = bill.lines().get(0);
    assertThat(line.quantity()).isEqualByComparingTo("72");
    assertThat(line.unit()).isEqualTo("instance-hours");
    assertThat(line.purchase()).isEqualTo("on-demand");
    assertThat(line.category()).isEqualTo("Compute");
    assertThat(line.placement()).contains("agents.runtime@blue/a/box");
  }

  @Test
  void aPriceChangeHoldsForItsTimeAndRegionOnly() {
    Scenario s =
        with(
            new Wires(Map.of()),
            new PriceChange(20 * 3600, 10 * 3600, RegionId.parse("blue/a"), 1.5),
            new PriceChange(0, DAY_S, RegionId.parse("blue/b"), 9));
    // 20 h at 10, and of the 10 h of the change the 4 h before the window ends at 15
    Bill bill = rent(s, DAY_S, rented("blue/a", "10", 1));
    assertThat(bill.lines())
        .extracting(BillLine::cost)
        .containsExactly(Money.usd("200"), Money.usd("60"));
    assertThat(bill.lines().get(1).description())
        .isEqualTo("box at 1.5 times the price, by an event");
    assertThat(bill.lines().get(1).provenance().status()).isEqualTo(Status.ASSUMED);
  }

  @Test
  void whatComesAndGoesIsBilledForItsTimeAtThePriceOfThatTime() {
    RegionId a = RegionId.parse("blue/a");
    Scenario s = with(new Wires(Map.of()), new PriceChange(10 * 3600, 4 * 3600, a, 1.5));
    Placed placed = rented("blue/a", "10", 5);
    List<FleetUse.Step> steps =
        List.of(
            new FleetUse.Step(0, 1),
            new FleetUse.Step(8 * 3600, 5),
            new FleetUse.Step(12 * 3600, 2),
            new FleetUse.Step(13 * 3600, 0));
    FleetUse fleet = new FleetUse(steps, 30, 30, 4, 5, 0);
    Bill bill =
        Billing.bill(
            s,
            new Placement("x", List.of(placed), List.of(), RoutingRule.NEAREST),
            saw(DAY_S, List.of(rentedAs(placed, fleet))));
    // 8 h x 1 and 2 h x 5 at 10 USD; 2 h x 5 and 1 h x 2 at 15 USD; then nothing
    assertThat(bill.lines())
        .extracting(BillLine::cost)
        .containsExactly(Money.usd("180"), Money.usd("180"));
    assertThat(bill.lines().get(0).quantity()).isEqualByComparingTo("18");
  }

  private static Placed bought(String region, String usd, int instances, Purchase purchase) {
    return new Placed(
        new Component("agents", ComponentKind.RUNTIME),
        region(region),
        Optional.of(offer(machine("box", 16), usd, instances, purchase)),
        Optional.empty(),
        instances,
        instances,
        "");
  }

  @Test
  void whatIsPaidAheadIsPaidAllTheTimeAtThePriceThatWasAgreed() {
    RegionId a = RegionId.parse("blue/a");
    Scenario s = with(new Wires(Map.of()), new PriceChange(10 * 3600, 4 * 3600, a, 1.5));
    for (Purchase ahead : List.of(Purchase.RESERVED, Purchase.COMMITTED, Purchase.CAPACITY_BLOCK)) {
      Placed placed = bought("blue/a", "10", 5, ahead);
      FleetUse fleet = new FleetUse(List.of(new FleetUse.Step(0, 1)), 24, 24, 0, 0, 0);
      Bill bill =
          Billing.bill(
              s,
              new Placement("x", List.of(placed), List.of(), RoutingRule.NEAREST),
              saw(DAY_S, List.of(rentedAs(placed, fleet))));
      // 24 h x 5 x 10 USD
      assertThat(bill.lines()).extracting(BillLine::cost).containsExactly(Money.usd("1200"));
      assertThat(bill.lines().get(0).purchase()).isEqualTo(ahead.word());
    }
  }

  @Test
  void aCommitmentIsPaidUsedOrNotAndTheBillIsStillTheSumOfItsLines() {
    Datacenter place =
        datacenter(
            "blue/a",
            offer(machine("box", 16), "10", 5, Purchase.COMMITTED),
            offer(machine("box", 16), "20", 5, Purchase.RESERVED));
    Scenario s =
        scenario(
            Optional.empty(), List.of(place), List.of(), List.of(), List.of(), new Wires(Map.of()));
    Bill unused = transfers(s);
    // 24 h x 5 x 10 USD; nobody signed for what is reserved.
    assertThat(unused.total()).isEqualTo(Money.usd("1200"));
    assertThat(unused.lines()).hasSize(1);
    assertThat(unused.lines().get(0).workload()).isEmpty();
    assertThat(unused.lines().get(0).placement()).isEmpty();
    assertThat(unused.lines().get(0).description()).isEqualTo("box, committed and not used");
    Bill used = rent(s, DAY_S, bought("blue/a", "10", 3, Purchase.COMMITTED));
    assertThat(used.lines())
        .extracting(BillLine::cost)
        .containsExactly(Money.usd("720"), Money.usd("480"));
    assertThat(used.total()).isEqualTo(unused.total());
    assertThat(rent(s, DAY_S, bought("blue/a", "10", 5, Purchase.COMMITTED)).lines()).hasSize(1);
    assertThat(s.signedPerHour()).isEqualTo(Money.usd("50"));
  }

  private static PoolUse rentedAs(Placed placed, FleetUse fleet) {
    return new PoolUse(
        placed.id(),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        KvUse.NONE,
        PrefixUse.NONE,
        TokenUse.NONE,
        Optional.of(fleet));
  }

  @Test
  void anAnswerToAClientLeavesByTheInternetTariffAndTheQuestionComesInFree() {
    Scenario s = with(new Wires(Map.of()));
    Bill bill = transfers(s, use(direct("api", "blue/a"), 1000, 10));
    assertThat(bill.lines()).hasSize(1);
    assertThat(bill.total()).isEqualTo(Money.usd("0.9"));
    assertThat(bill.lines().get(0).region().orElseThrow()).hasToString("blue/a");
    assertThat(bill.lines().get(0).description())
        .isEqualTo("internet egress to clients, tier from 0 GB a month");
  }

  @Test
  void betweenRegionsOfAProviderEachDirectionIsChargedToItsSender() {
    Bill bill = transfers(with(new Wires(Map.of())), use(call("blue/a", "blue/b"), 100, 1));
    // 100 * 0.02 at a, 1 * 0.02 at b
    assertThat(bill.lines())
        .extracting(l -> l.region().orElseThrow().toString())
        .containsExactly("blue/a", "blue/b");
    assertThat(bill.lines())
        .extracting(BillLine::cost)
        .containsExactly(Money.usd("2"), Money.usd("0.02"));
  }

  @Test
  void acrossProvidersTheSendersInternetTariffApplies() {
    Bill bill = transfers(with(new Wires(Map.of())), use(call("red/a", "blue/b"), 100, 1));
    assertThat(bill.lines()).extracting(BillLine::provider).containsExactly("red", "blue");
    assertThat(bill.lines())
        .extracting(BillLine::cost)
        .containsExactly(Money.usd("9"), Money.usd("0.09"));
  }

  @Test
  void whatStaysInARegionMakesNoLine() {
    assertThat(transfers(with(new Wires(Map.of())), use(call("red/a", "red/a"), 100, 1)).lines())
        .isEmpty();
  }

  @Test
  void tiersAreOfAMonthAndOfAllRoutesOfARegionTogether() {
    // 40 and 20 GB a day are 60 * 30.4375 = 1,826.25 GB a month: 100 free, 900 at 0.09, 826.25 at
    // 0.07. Of the day's 60 GB that is 60/1826.25 of each: (81 + 57.8375) * 60 / 1826.25
    // = 4.561396... USD
    Bill bill =
        transfers(
            tiered(), use(direct("api", "blue/a"), 0, 40), use(call("blue/a", "red/b"), 20, 0));
    assertThat(bill.total().toDouble())
        .isCloseTo(138.8375 * 60 / 1826.25, org.assertj.core.api.Assertions.within(1e-8));
    assertThat(bill.lines()).hasSize(6);
    assertThat(gb(bill)).isEqualByComparingTo("60");
    assertThat(bill.lines().get(0).cost()).isEqualTo(Money.ZERO);
    // Alone, 20 GB a day would stay below the third tier.
    assertThat(transfers(tiered(), use(direct("api", "blue/a"), 0, 20)).lines()).hasSize(2);
  }

  /** 40 GB before noon and 20 after it: two thirds of each tier, as far as anybody knows. */
  @Test
  void ofATierAsMuchIsPaidAtATimeAsInProportionMovedThen() {
    Route route = direct("api", "blue/a");
    Bill bill =
        transfers(
            tiered(),
            new RouteUse(route, 10, 20, 1, 1, 0, 40 * GB),
            new RouteUse(route, DAY_S / 2, DAY_S / 2, 1, 1, 0, 20 * GB));
    List<Double> halves = List.of(0.0, DAY_S / 2, DAY_S);
    Money morning = Money.ZERO;
    for (BillLine line : bill.lines()) {
      assertThat(line.course().basis()).isEqualTo(Course.Basis.PROPORTION);
      morning = morning.plus(line.course().divide(line.cost(), halves).get(0));
    }
    assertThat(morning.toDouble())
        .isCloseTo(bill.total().toDouble() * 2 / 3, org.assertj.core.api.Assertions.within(1e-8));
  }

  @Test
  void regionsHaveTheirTiersApart() {
    Bill bill =
        transfers(tiered(), use(direct("api", "blue/a"), 0, 3), use(direct("api", "blue/b"), 0, 3));
    // 3 GB a day: 91.3 GB a month, free in both
    assertThat(bill.total()).isEqualTo(Money.ZERO);
  }

  @Test
  void linesAddUpToTheTotalWhateverTheRounding() {
    RouteUse[] uses = new RouteUse[7];
    for (int i = 0; i < uses.length; i++) {
      uses[i] = use(direct("w" + i, "blue/a"), 0, 1.0 / (3 + i) + 7 * i);
    }
    Bill bill = transfers(tiered(), uses);
    BigDecimal bytes = BigDecimal.ZERO;
    for (RouteUse u : uses) {
      bytes = bytes.add(BigDecimal.valueOf(Math.round(u.bytesBack())));
    }
    assertThat(gb(bill)).isEqualByComparingTo(bytes.movePointLeft(9));
    for (BillLine line : bill.lines()) {
      assertThat(line.cost()).isEqualTo(line.unitPrice().times(line.quantity()));
      assertThat(line.quantity().signum()).isPositive();
    }
    Money byRoute =
        Billing.transferByRoute(tiered(), saw(DAY_S, List.of(), uses)).values().stream()
            .reduce(Money.ZERO, Money::plus);
    assertThat(byRoute).isEqualTo(bill.total());
  }

  private static BigDecimal gb(Bill bill) {
    return bill.lines().stream().map(BillLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void aTariffThatIsNotKnownIsNotFree() {
    Scenario s = with(new Net(new Wires(Map.of()), Optional.empty()));
    assertThatThrownBy(() -> transfers(s, use(direct("api", "blue/a"), 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no tariff is known for data that leaves blue/a for clients; state one in the scenario");
  }

  @Test
  void stateIsPaidByGibHour() {
    Placed store =
        new Placed(
            new Component("agents", ComponentKind.STATE),
            region("blue/a"),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            "");
    PoolUse use = new PoolUse(store.id(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 2500);
    Bill bill =
        Billing.bill(
            tiered(),
            new Placement("x", List.of(store), List.of(), RoutingRule.NEAREST),
            saw(DAY_S, List.of(use)));
    // 2,500 GiB-hours at 0.001
    assertThat(bill.total()).isEqualTo(Money.usd("2.5"));
    assertThat(bill.lines().get(0).category()).isEqualTo("Storage");
  }

  @Test
  void tokensAreBilledByKindAndToTheToken() {
    Money perMillion = Money.usd("0.75");
    var offering =
        new ManagedOffering(
            RegionId.parse("blue/a"),
            "mill",
            "m",
            new ManagedOffering.Prices(perMillion, Money.usd("0.075"), Money.usd("4.5"), HERE),
            new ManagedOffering.Limits(1e6, OptionalDouble.empty(), 60, 0, HERE),
            new ManagedOffering.Speed(1, 0, 50, HERE));
    Placed placed =
        Placed.managed(new Component("api", ComponentKind.MODEL), region("blue/a"), offering, "");
    PoolUse use =
        new PoolUse(
            placed.id(),
            9,
            9,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            KvUse.NONE,
            PrefixUse.NONE,
            new TokenUse(2_000_001, 10_000_000, 0, 0, 0),
            Optional.empty());
    Bill bill =
        Billing.bill(
            with(new Wires(Map.of())),
            new Placement("x", List.of(placed), List.of(), RoutingRule.NEAREST),
            saw(DAY_S, List.of(use)));
    // 2.000001 * 0.75 and 10 * 0.075; nothing was generated
    assertThat(bill.lines())
        .extracting(BillLine::cost)
        .containsExactly(Money.usd("1.50000075"), Money.usd("0.75"));
    BillLine line = bill.lines().get(0);
    assertThat(line.quantity()).isEqualByComparingTo("2.000001");
    assertThat(line.unit()).isEqualTo("Mtok");
    assertThat(line.category()).isEqualTo("AI and Machine Learning");
    assertThat(line.sku()).isEqualTo("mill/m");
    assertThat(line.placement()).contains("api.model@blue/a/mill");
    assertThat(line.provenance()).isEqualTo(HERE);
    assertThat(
            Footprints.of(
                    with(new Wires(Map.of())),
                    new Placement("x", List.of(placed), List.of(), RoutingRule.NEAREST),
                    saw(DAY_S, List.of(use)))
                .energyKwh())
        .isEmpty();
  }
}
