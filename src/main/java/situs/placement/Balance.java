package situs.placement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import situs.model.Component;
import situs.model.ComponentKind;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.Region;
import situs.model.Scenario;
import situs.model.Share;
import situs.model.Unplaced;
import situs.placement.Ledger.Assignment;

/**
 * Whether what a placement gives out and what it leaves unplaced come to the whole demand. Of a
 * placement whose parts are sound.
 */
final class Balance {
  /** Shares nearer each other than this are one. */
  private static final double ROUNDING = 1e-6;

  private static final MathContext SHOWN = new MathContext(6);

  private final Scenario scenario;
  private final Placement placement;
  private final List<Flow> flows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Balance(Scenario scenario, Placement placement) {
    this.scenario = scenario;
    this.placement = placement;
    Options options = Options.of(scenario);
    List<Flow> sessions = Demand.sessions(scenario, options);
    flows.addAll(sessions);
    flows.addAll(Demand.calls(scenario, toRuntimes(sessions, options)));
  }

  /** All problems, each one sentence. */
  static List<String> problems(Scenario scenario, Placement placement) {
    Balance balance = new Balance(scenario, placement);
    balance.flows.forEach(balance::notMoreThanAll);
    scenario.workloads().stream()
        .flatMap(w -> w.components().stream())
        .filter(balance::isWanted)
        .forEach(balance::component);
    return balance.problems;
  }

  private List<Assignment> toRuntimes(List<Flow> sessions, Options options) {
    List<Assignment> assignments = new ArrayList<>();
    for (Flow flow : sessions) {
      for (Share share : placement.shares()) {
        if (isOf(share, flow)) {
          options.usable().stream()
              .filter(o -> o.id().equals(share.placement()))
              .forEach(o -> assignments.add(new Assignment(flow, o, share.share())));
        }
      }
    }
    return assignments;
  }

  private boolean isOf(Share share, Flow flow) {
    return share.workload().equals(flow.caller().name())
        && share.origin().equals(flow.origin().metro().name())
        && share.runtime().equals(flow.origin().runtime().map(Region::id))
        && placement.of(flow.target()).stream().map(Placed::id).anyMatch(share.placement()::equals);
  }

  /** Of a flow, 1 where all of it is given out. */
  private double given(Flow flow) {
    return placement.shares().stream().filter(s -> isOf(s, flow)).mapToDouble(Share::share).sum();
  }

  private void notMoreThanAll(Flow flow) {
    double given = given(flow);
    if (given > 1 + ROUNDING) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s from %s: its shares of %s come to %.6g, more than 1",
              flow.caller().name(),
              flow.origin(),
              flow.target(),
              given));
    }
  }

  /** Whether anybody asks for it: clients, or runtimes that are placed. */
  private boolean isWanted(Component component) {
    if (component.kind() == ComponentKind.STATE) {
      return isWanted(new Component(component.workload(), ComponentKind.RUNTIME));
    }
    return demand(component) > 0 || callers(component).anyMatch(this::isPlacedAndWanted);
  }

  private Stream<Component> callers(Component component) {
    return flows.stream()
        .filter(f -> f.target().kind() == ComponentKind.RUNTIME)
        .filter(f -> scenario.modelOf(f.caller()).pool().equals(component))
        .map(Flow::target);
  }

  private boolean isPlacedAndWanted(Component component) {
    return !placement.of(component).isEmpty() && demand(component) > 0;
  }

  private double demand(Component component) {
    return of(component).mapToDouble(Flow::peakPerSecond).sum();
  }

  private Stream<Flow> of(Component component) {
    return flows.stream().filter(f -> f.target().equals(component));
  }

  private double unplaced(Component component) {
    return placement.unplaced().stream()
        .filter(u -> u.component().equals(component))
        .mapToDouble(Unplaced::share)
        .sum();
  }

  private void component(Component component) {
    double unplaced = unplaced(component);
    boolean placed = !placement.of(component).isEmpty();
    if (unplaced > 1 + ROUNDING) {
      problems.add(percent("%s: %s of it is unplaced", component, unplaced));
    } else if (!placed && unplaced < 1 - ROUNDING) {
      problems.add(percent("%s: it stands nowhere, and %s of it is unplaced", component, unplaced));
    } else if (placed && placement.shares().isEmpty() && unplaced > 1 - ROUNDING) {
      problems.add(percent("%s: it is placed, and %s of it is unplaced", component, unplaced));
    } else if (!placement.shares().isEmpty()) {
      left(component).ifPresent(left -> sum(component, left, unplaced));
    }
  }

  /** What shares leave of a component's demand; empty where nothing comes to it by shares. */
  private Optional<Double> left(Component component) {
    double demand = demand(component);
    return demand == 0 || component.kind() == ComponentKind.STATE
        ? Optional.empty()
        : Optional.of(
            of(component).mapToDouble(f -> f.peakPerSecond() * (1 - given(f))).sum() / demand);
  }

  private void sum(Component component, double left, double unplaced) {
    if (Math.abs(left - unplaced) > ROUNDING) {
      problems.add(
          percent(
              "%s: shares leave %s of its demand, and %s of it is unplaced",
              component, left, unplaced));
    }
  }

  private static String percent(String format, Component component, double... shares) {
    List<Object> values = new ArrayList<>(List.of(component));
    for (double share : shares) {
      values.add(
          BigDecimal.valueOf(100 * share).round(SHOWN).stripTrailingZeros().toPlainString() + " %");
    }
    return String.format(Locale.ROOT, format, values.toArray());
  }
}
