package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static situs.ScenarioFixture.datacenter;
import static situs.ScenarioFixture.flat;
import static situs.ScenarioFixture.frontier;
import static situs.ScenarioFixture.gpus;
import static situs.ScenarioFixture.machine;
import static situs.ScenarioFixture.model;
import static situs.ScenarioFixture.offer;
import static situs.ScenarioFixture.profile;
import static situs.ScenarioFixture.scenario;
import static situs.ScenarioFixture.spot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import situs.ScenarioFixture.Wires;
import situs.contract.Contracts;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Datacenter;
import situs.model.ModelWorkload;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Purchase;
import situs.model.Scenario;
import situs.model.Unplaced;
import situs.model.Workload;

/** What holds for every strategy on any scenario. */
class PlanInvariantsTest {

  private static Scenario random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Datacenter> datacenters = new ArrayList<>();
    Map<String, Double> ms = new TreeMap<>();
    for (String region : List.of("red/a", "red/b", "blue/c", "blue/d", "green/e")) {
      List<Offer> offers = new ArrayList<>();
      if (random.nextInt(4) > 0) {
        offers.add(offer(gpus("gpu8", "G", 8), "" + random.nextInt(1, 99), random.nextInt(1, 6)));
      }
      if (random.nextInt(4) > 0) {
        offers.add(offer(gpus("quick4", "Q", 4), "" + random.nextInt(1, 99), random.nextInt(1, 6)));
      }
      if (random.nextInt(4) == 0) {
        Purchase way = Purchase.values()[random.nextInt(1, Purchase.values().length)];
        offers.add(offer(gpus("gpu8", "G", 8), "" + random.nextInt(1, 99), 2, way));
        offers.add(spot(machine("box", 16), "" + random.nextInt(1, 9), 3, 1e-3));
        if (random.nextBoolean()) {
          int all = random.nextInt(1, 6);
          offers.replaceAll(o -> o.type().name().equals("gpu8") ? o.together(all) : o);
        }
      }
      if (random.nextInt(4) > 0) {
        offers.add(offer(machine("box", 16), "" + random.nextInt(1, 9), random.nextInt(1, 9)));
      }
      datacenters.add(datacenter(region, offers.toArray(Offer[]::new)));
      for (String metro : List.of("North", "South")) {
        ms.put(metro + ">" + region, (double) random.nextInt(1, 200));
      }
    }
    ModelWorkload api =
        model(
            "api",
            OptionalInt.of(4),
            flat("North", random.nextDouble(0.1, 20)),
            flat("South", random.nextDouble(0.1, 20)));
    List<Workload> workloads =
        List.of(
            api,
            frontier("one", "api", "red", flat("North", random.nextDouble(0.01, 3))),
            frontier("two", "api", "owner", flat("South", random.nextDouble(0.01, 3))));
    return scenario(
        Optional.of("blue"),
        datacenters,
        workloads,
        List.of(),
        List.of(profile("G", 4, 1), profile("Q", 4, random.nextDouble(0.3, 2))),
        new Wires(ms));
  }

  @RepeatedTest(120)
  void noOfferIsRentedTwiceAndNothingIsLost(RepetitionInfo repetition) {
    Scenario scenario = random(repetition.getCurrentRepetition());
    for (Strategy strategy : strategies(repetition.getCurrentRepetition())) {
      Placement placement = strategy.place(scenario, Contracts.NONE);
      assertThat(placement).isEqualTo(strategy.place(scenario, Contracts.NONE));
      rentsNoMoreThanOffered(scenario, placement);
      carriesWhatIsNotUnplaced(scenario, placement, strategy);
      assertThat(placement.placed()).extracting(Placed::id).doesNotHaveDuplicates();
    }
  }

  /** A proof takes a thousand times as long as a rule, so only some scenarios get one. */
  private static List<Strategy> strategies(int repetition) {
    return Strategies.all().stream()
        .filter(
            s ->
                repetition % 20 == 0
                    || !(s instanceof Optimal || s instanceof Robust || s instanceof LocalSearch))
        .toList();
  }

  private static void rentsNoMoreThanOffered(Scenario scenario, Placement placement) {
    Map<String, Integer> rented = new TreeMap<>();
    for (Placed p : placement.placed()) {
      p.offer()
          .ifPresent(
              o -> rented.merge(p.region().id() + "/" + o.key(), p.instances(), Integer::sum));
    }
    for (Datacenter datacenter : scenario.datacenters()) {
      for (Offer offer : datacenter.offers()) {
        String key = datacenter.region().id() + "/" + offer.key();
        assertThat(rented.getOrDefault(key, 0)).as(key).isLessThanOrEqualTo(offer.instances());
        int all =
            datacenter.offers().stream()
                .filter(o -> o.type().equals(offer.type()))
                .mapToInt(o -> rented.getOrDefault(datacenter.region().id() + "/" + o.key(), 0))
                .sum();
        assertThat(all).as(key).isLessThanOrEqualTo(offer.together().orElse(Integer.MAX_VALUE));
      }
    }
  }

  /** Runtimes only: their demand in sessions does not depend on what was placed. */
  private static void carriesWhatIsNotUnplaced(
      Scenario scenario, Placement placement, Strategy strategy) {
    Options options = Options.of(scenario);
    for (Flow flow : Demand.sessions(scenario, options)) {
      double lacking =
          placement.unplaced().stream()
              .filter(u -> u.component().equals(flow.target()))
              .mapToDouble(Unplaced::share)
              .sum();
      double carried =
          placement.of(flow.target()).stream()
              .mapToDouble(p -> carried(options, p) / sessions(flow))
              .sum();
      assertThat(carried + lacking)
          .as(strategy.name() + " " + flow.target())
          .isGreaterThanOrEqualTo(1 - 1e-6);
    }
    for (Workload workload : scenario.workloads()) {
      for (Component component : workload.components()) {
        if (component.kind() != ComponentKind.STATE && placement.of(component).isEmpty()) {
          assertThat(placement.unplaced()).extracting(Unplaced::component).contains(component);
        }
      }
    }
  }

  private static double carried(Options options, Placed placed) {
    return options.usable().stream()
        .filter(o -> o.id().equals(placed.id()))
        .mapToDouble(o -> o.capacity(placed.instances(), Sizing.USUAL))
        .sum();
  }

  private static double sessions(Flow flow) {
    return flow.peakPerSecond() * ((Flow.Session) flow.unit()).lengthS();
  }
}
