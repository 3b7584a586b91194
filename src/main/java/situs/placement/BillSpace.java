package situs.placement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import situs.contract.Facts;
import situs.model.Categories;
import situs.model.Component;
import situs.model.FrontierWorkload;
import situs.model.Region;
import situs.model.Scenario;
import situs.model.Workload;

/** Every kind of line that a bill of a scenario could have, whatever is placed where. */
public final class BillSpace {
  private final Scenario scenario;
  private final List<Option> options;

  private BillSpace(Scenario scenario) {
    this.scenario = scenario;
    this.options = Options.of(scenario).usable();
  }

  /** As clauses over charges see them, each once. */
  public static List<Facts> of(Scenario scenario) {
    BillSpace space = new BillSpace(scenario);
    Set<Facts> lines = new LinkedHashSet<>();
    space.options.forEach(option -> space.bought(option).forEach(lines::add));
    scenario.workloads().forEach(workload -> space.sent(workload).forEach(lines::add));
    return List.copyOf(lines);
  }

  /** Instances, tokens of a managed model, and the state that a runtime keeps where it stands. */
  private Stream<Facts> bought(Option option) {
    String workload = option.component().workload();
    Stream<Facts> rent = new Spending(scenario).rent(option).stream().map(Spending.Charge::facts);
    Stream<Facts> tokens =
        option instanceof ManagedOption
            ? Stream.of(line(workload, option.region(), Categories.AI))
            : Stream.of();
    Stream<Facts> state =
        scenario.workload(workload) instanceof FrontierWorkload
            ? Stream.of(line(workload, option.region(), Categories.STORAGE))
            : Stream.of();
    return Stream.of(rent, tokens, state).flatMap(lines -> lines);
  }

  /** Data, which leaves wherever a component that serves the workload can stand. */
  private Stream<Facts> sent(Workload workload) {
    Stream<Component> runtime =
        workload instanceof FrontierWorkload frontier
            ? Stream.of(frontier.runtimePool())
            : Stream.of();
    List<Component> serving =
        Stream.concat(runtime, Stream.of(scenario.modelOf(workload).pool())).toList();
    return options.stream()
        .filter(option -> serving.contains(option.component()))
        .map(option -> line(workload.name(), option.region(), Categories.NETWORKING));
  }

  private Facts line(String workload, Region region, String category) {
    return Facts.ofCharge(scenario, workload, region, category, "");
  }
}
