package situs.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Datacenter;
import situs.model.Offer;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.RegionId;
import situs.model.Scenario;
import situs.model.Share;
import situs.model.Unplaced;

/** What is wrong with a placement, seen from the scenario that it is for. */
final class PlacementCheck {
  private final Scenario scenario;
  private final Placement placement;
  private final Options options;
  private final List<String> problems = new ArrayList<>();

  private PlacementCheck(Scenario scenario, Placement placement) {
    this.scenario = scenario;
    this.placement = placement;
    this.options = Options.of(scenario);
  }

  /** All problems, each one sentence; empty when the placement can be simulated. */
  static List<String> problems(Scenario scenario, Placement placement) {
    PlacementCheck check = new PlacementCheck(scenario, placement);
    placement.placed().forEach(check::placed);
    check.once();
    check.capacity();
    placement.unplaced().forEach(check::unplaced);
    check.nothingForgotten();
    placement.shares().forEach(check::share);
    // What does not stand, or nobody asks for, has no sum.
    return check.problems.isEmpty() ? Balance.problems(scenario, placement) : check.problems;
  }

  private List<Component> components() {
    return scenario.workloads().stream().flatMap(w -> w.components().stream()).toList();
  }

  private void placed(Placed placed) {
    if (!components().contains(placed.component())) {
      problems.add(placed.id() + ": the scenario has no component " + placed.component());
    } else if (datacenter(placed.region().id()).isEmpty()) {
      problems.add(placed.id() + ": the scenario rents nothing in " + placed.region().id());
    } else if (!datacenter(placed.region().id()).get().region().equals(placed.region())) {
      problems.add(placed.id() + ": what it says of its region is not the scenario's");
    } else if (placed.component().kind() == ComponentKind.STATE) {
      state(placed);
    } else {
      option(placed);
    }
  }

  private Optional<Datacenter> datacenter(RegionId region) {
    return scenario.datacenters().stream().filter(d -> d.region().id().equals(region)).findFirst();
  }

  private void state(Placed placed) {
    if (placed.offer().isPresent() || placed.instances() != 0 || placed.replicas() != 0) {
      problems.add(placed.id() + ": a state store rents no instances; it is paid by what it holds");
    }
  }

  private void option(Placed placed) {
    Optional<Option> option =
        options.usable().stream().filter(o -> o.id().equals(placed.id())).findFirst();
    if (option.isEmpty()) {
      problems.add(placed.id() + ": " + whyNot(placed));
      return;
    }
    if (option.get() instanceof RentedOption rented) {
      rented(placed, rented);
    } else if (!placed.equals(option.get().placed(0, placed.why()))) {
      problems.add(placed.id() + ": its terms are not the scenario's");
    }
  }

  private void rented(Placed placed, RentedOption option) {
    if (!placed.offer().equals(Optional.of(option.offer()))) {
      problems.add(placed.id() + ": its price or number is not the scenario's");
    }
    if (!placed.profile().equals(option.profile())) {
      problems.add(placed.id() + ": its serving profile is not the scenario's");
    }
    if (placed.instances() < 1) {
      problems.add(placed.id() + ": rents " + placed.instances() + " instances");
    } else if (placed.replicas() != option.replicas(placed.instances())) {
      problems.add(
          "%s: %d instances are %d replicas, not %d"
              .formatted(
                  placed.id(),
                  placed.instances(),
                  option.replicas(placed.instances()),
                  placed.replicas()));
    } else if (option.capacity(placed.instances(), Sizing.USUAL) <= 0) {
      problems.add(
          "%s: prefill and decode need a replica each, there are %d"
              .formatted(placed.id(), placed.replicas()));
    }
  }

  private String whyNot(Placed placed) {
    if (placed.offer().isEmpty() && placed.managed().isEmpty()) {
      return "it rents nothing and buys nothing; only state stores need no offer";
    }
    String what =
        placed.offer().map(Offer::key).orElseGet(() -> placed.managed().orElseThrow().service());
    return options.rejectedFor(placed.component()).stream()
        .filter(r -> r.region().id().equals(placed.region().id()))
        .filter(r -> r.what().equals(what))
        .map(Options.Rejected::reason)
        .findFirst()
        .orElse("the scenario does not offer " + what + " there");
  }

  private void once() {
    Set<String> seen = new HashSet<>();
    for (Placed placed : placement.placed()) {
      if (!seen.add(placed.id())) {
        problems.add(placed.id() + ": stands there twice");
      }
    }
  }

  /** Components share an offer's instances. */
  private void capacity() {
    Map<String, Long> rented = new LinkedHashMap<>();
    Map<String, Integer> offered = new LinkedHashMap<>();
    for (Placed placed : placement.placed()) {
      placed
          .offer()
          .ifPresent(
              offer -> {
                String key = placed.region().id() + "/" + offer.key();
                rented.merge(key, (long) placed.instances(), Long::sum);
                offered.put(key, offer.instances());
                offer.together().ifPresent(most -> together(placed, offer, most, rented, offered));
              });
    }
    rented.forEach(
        (key, count) -> {
          if (count > offered.get(key)) {
            problems.add(key + ": rents " + count + " instances of " + offered.get(key));
          }
        });
  }

  private static void together(
      Placed placed,
      Offer offer,
      int most,
      Map<String, Long> rented,
      Map<String, Integer> offered) {
    String all = placed.region().id() + "/" + offer.type().name() + " in all";
    rented.merge(all, (long) placed.instances(), Long::sum);
    offered.put(all, most);
  }

  private void unplaced(Unplaced unplaced) {
    if (!components().contains(unplaced.component())) {
      problems.add("unplaced: the scenario has no component " + unplaced.component());
    }
    if (!(unplaced.share() >= 0 && unplaced.share() <= 1)) {
      problems.add("unplaced " + unplaced.component() + ": a share of " + unplaced.share());
    }
  }

  private void nothingForgotten() {
    for (Component component : components()) {
      boolean told = placement.unplaced().stream().anyMatch(u -> u.component().equals(component));
      if (!told && placement.of(component).isEmpty()) {
        problems.add(component + ": neither placed nor unplaced");
      }
      if (component.kind() == ComponentKind.RUNTIME) {
        placement.of(component).forEach(this::stateBeside);
      }
    }
  }

  private void stateBeside(Placed runtime) {
    Component state = new Component(runtime.component().workload(), ComponentKind.STATE);
    if (placement.of(state).stream()
        .noneMatch(s -> s.region().id().equals(runtime.region().id()))) {
      problems.add(runtime.id() + ": no " + state + " in its region");
    }
  }

  private void share(Share share) {
    if (placement.placed().stream().noneMatch(p -> p.id().equals(share.placement()))) {
      problems.add("share: nothing is placed at " + share.placement());
    }
    boolean asked =
        scenario.workloads().stream()
            .filter(w -> w.name().equals(share.workload()))
            .flatMap(w -> w.demand().stream())
            .anyMatch(d -> d.metro().name().equals(share.origin()));
    if (!asked) {
      problems.add(
          "share of %s: %s has no demand from %s"
              .formatted(share.placement(), share.workload(), share.origin()));
    }
    if (!(share.share() >= 0 && share.share() <= 1)) {
      problems.add("share of " + share.placement() + ": " + share.share());
    }
  }
}
