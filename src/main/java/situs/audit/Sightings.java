package situs.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.contract.Facts;
import situs.contract.Held;
import situs.contract.Measure;
import situs.contract.Sighting;
import situs.contract.Sighting.Timing;
import situs.contract.SubjectKind;
import situs.model.Accelerator;
import situs.model.InstanceType;
import situs.model.Placed;
import situs.model.RouteUse;
import situs.model.Scenario;

/** What a run saw, as clauses measure it. */
final class Sightings {
  private final Scenario scenario;
  private final Map<SubjectKind, List<Sighting>> all = new EnumMap<>(SubjectKind.class);

  Sightings(Scenario scenario) {
    this.scenario = scenario;
    SubjectKind[] kinds = SubjectKind.values();
    for (SubjectKind kind : kinds) {
      all.put(kind, new ArrayList<>());
    }
  }

  List<Sighting> of(SubjectKind kind) {
    return all.getOrDefault(kind, List.of());
  }

  /**
   * A placement stands for the whole window.
   *
   * @param held how many instances of it were rented
   */
  void add(Placed placed, Facts facts, Held held) {
    Map<Measure, BigDecimal> ofOne = new EnumMap<>(Measure.class);
    ofOne.put(Measure.INSTANCES, BigDecimal.ONE);
    Optional<InstanceType> type = placed.offer().map(offer -> offer.type());
    BigDecimal accelerators =
        BigDecimal.valueOf(type.map(InstanceType::accelerators).orElse(0).longValue());
    ofOne.put(Measure.ACCELERATORS, accelerators);
    Optional<Accelerator> accelerator = type.flatMap(InstanceType::accelerator);
    accelerator
        .map(a -> a.tdpW().map(BigDecimal::valueOf))
        .orElse(Optional.of(BigDecimal.ZERO))
        .ifPresent(watts -> ofOne.put(Measure.POWER, accelerators.multiply(watts)));
    all.get(SubjectKind.PLACEMENT)
        .add(
            new Sighting(
                facts,
                placed.id(),
                0,
                scenario.durationS(),
                Optional.empty(),
                Optional.empty(),
                ofOne,
                held,
                Timing.SEEN));
  }

  void add(RouteUse use, Facts facts, String name) {
    all.get(SubjectKind.ROUTE)
        .add(
            new Sighting(
                facts,
                name,
                use.firstAtS(),
                use.lastAtS(),
                Optional.of(use.firstAtS()),
                Optional.of(use.lastAtS()),
                Map.of(
                    Measure.REQUESTS, BigDecimal.valueOf(use.requests()),
                    Measure.TOKENS, BigDecimal.valueOf(use.tokens()))));
  }

  /** What is expected to go over a route. */
  void add(Expected expected, Facts facts) {
    all.get(SubjectKind.ROUTE)
        .add(
            new Sighting(
                facts,
                expected.route().name(),
                expected.fromS(),
                expected.untilS(),
                Optional.of(expected.fromS()),
                Optional.of(expected.untilS()),
                Map.of(
                    Measure.REQUESTS, BigDecimal.valueOf(expected.requests()),
                    Measure.TOKENS, BigDecimal.valueOf(expected.tokens()))));
  }

  void add(Charge charge) {
    all.get(SubjectKind.CHARGE)
        .add(
            new Sighting(
                charge.facts(scenario),
                charge.name(),
                charge.fromS(),
                charge.untilS(),
                Optional.empty(),
                Optional.empty(),
                Map.of(Measure.SPEND, charge.cost().usd()),
                Held.always(1),
                charge.timing()));
  }
}
