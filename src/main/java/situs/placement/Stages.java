package situs.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import situs.contract.Facts;
import situs.contract.Quota;
import situs.model.Component;
import situs.model.FrontierWorkload;
import situs.model.RegionId;
import situs.model.Scenario;

/**
 * Everything that could be chosen in a scenario: per origin the lanes to runtimes, per origin and
 * runtime region the lanes to models. A clause is asked once about each.
 *
 * @param requirements what clauses ask of all of it together
 * @param caution with which it is chosen from
 */
record Stages(
    Options options,
    List<Stage> stages,
    List<Requirement> requirements,
    Sizing sizing,
    Occupancies occupancies,
    Caution caution) {

  Stages {
    stages = List.copyOf(stages);
    requirements = List.copyOf(requirements);
  }

  /** Chosen from with no more care than usual. */
  Stages(
      Options options,
      List<Stage> stages,
      List<Requirement> requirements,
      Sizing sizing,
      Occupancies occupancies) {
    this(options, stages, requirements, sizing, occupancies, Caution.NONE);
  }

  static Stages of(Scenario scenario, Law law, Sizing sizing) {
    return of(scenario, law, sizing, Caution.NONE);
  }

  /** The same with more room than usual. */
  static Stages of(Scenario scenario, Law law, Caution caution) {
    return of(scenario, law, caution.sizing(), caution);
  }

  private static Stages of(Scenario scenario, Law law, Sizing sizing, Caution caution) {
    Options options = Options.of(scenario);
    Maker maker =
        new Maker(
            scenario,
            options.usable().stream()
                .filter(caution::permits)
                .collect(Collectors.groupingBy(Option::component)),
            law,
            new Pace(scenario.network(), sizing, caution),
            new AtomicInteger());
    List<Stage> stages = new ArrayList<>();
    for (Flow sessions : Demand.sessions(scenario, options)) {
      Stage stage = maker.stage(sessions, List.of());
      stages.add(stage);
      byRegion(stage.lanes())
          .forEach(feeders -> stages.add(maker.stage(maker.calls(sessions, feeders), feeders)));
    }
    // With nothing placed yet these are the calls of clients.
    for (Flow calls : Demand.calls(scenario, new Ledger(sizing))) {
      stages.add(maker.stage(calls, List.of()));
    }
    List<Requirement> requirements = Requirements.of(scenario, stages, law.quotas(), caution);
    return new Stages(options, stages, requirements, sizing, new Occupancies(sizing), caution);
  }

  /** What those clauses ask that bind. */
  List<Requirement> requirements(Predicate<ClauseReading> binding) {
    return requirements.stream().filter(r -> binding.test(r.clause())).toList();
  }

  /** The same under clauses that measure something else. */
  Stages asking(Scenario scenario, List<Quota> quotas) {
    return new Stages(
        options,
        stages,
        Requirements.of(scenario, stages, quotas, Caution.NONE),
        sizing,
        occupancies);
  }

  private static List<List<Lane>> byRegion(List<Lane> lanes) {
    Map<RegionId, List<Lane>> byRegion = new LinkedHashMap<>();
    lanes.forEach(
        l -> byRegion.computeIfAbsent(l.option().region().id(), r -> new ArrayList<>()).add(l));
    return List.copyOf(byRegion.values());
  }

  private record Maker(
      Scenario scenario,
      Map<Component, List<Option>> options,
      Law law,
      Pace pace,
      AtomicInteger ids) {

    Flow calls(Flow sessions, List<Lane> feeders) {
      return Demand.fromRuntime(scenario, sessions, feeders.get(0).option(), 1);
    }

    Stage stage(Flow flow, List<Lane> feeders) {
      List<Lane> lanes = new ArrayList<>();
      List<String> closed = new ArrayList<>();
      for (Option option : options.getOrDefault(flow.target(), List.of())) {
        TransferCost.usdPerHour(scenario, flow, option)
            .ifPresentOrElse(
                usd -> lanes.add(lane(flow, option, usd)),
                () ->
                    closed.add(
                        option.offerKey() + ": no price of the data that it would send is known"));
      }
      return new Stage(flow, lanes, feeders, closed);
    }

    private Lane lane(Flow flow, Option option, double transferUsdPerHour) {
      return new Lane(
          ids.getAndIncrement(),
          flow,
          option,
          transferUsdPerHour,
          option.usageUsdPerHour(flow),
          flow.meanPerSecond() * pace.seconds(flow, option),
          pace.late(flow, option),
          against(flow, option));
    }

    /** Objections to the option, to what must stand beside it, and to the way there. */
    private Set<ClauseReading> against(Flow flow, Option option) {
      Set<ClauseReading> all = new TreeSet<>(law.against(facts(option)));
      all.addAll(law.against(Facts.of(scenario, flow.routeTo(option.region()))));
      if (option instanceof RuntimeOption && flow.caller() instanceof FrontierWorkload caller) {
        all.addAll(
            law.against(
                Facts.ofOption(scenario, caller.stateStore(), option.region(), Optional.empty())));
      }
      return Set.copyOf(all);
    }

    private Facts facts(Option option) {
      return Facts.ofOption(scenario, option.component(), option.region(), option.rented());
    }
  }
}
