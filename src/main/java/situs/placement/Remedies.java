package situs.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Fee;
import situs.contract.Measure;
import situs.contract.Quota.Part;
import situs.contract.Remedy;
import situs.model.Money;
import situs.model.Scenario;
import situs.placement.Exposures.Priced;
import situs.placement.Exposures.Unpriced;

/**
 * What the remedies of clauses make of a day of a plan: the arithmetic of an audit, at the planned
 * flows. What is due once is due once, whatever the length of the run.
 */
final class Remedies {
  private static final double DAY_S = 86_400;

  private final Stages stages;
  private final Map<String, Fee> revenue;
  private final double days;
  private final Traffic traffic;
  private final Part run;
  private final Map<Lane, Stage> stageOf = new HashMap<>();

  private Remedies(Scenario scenario, Contracts contracts, Stages stages) {
    this.stages = stages;
    this.revenue = contracts.circumstances().revenue();
    this.days = scenario.durationS() / DAY_S;
    this.traffic = Traffic.of(scenario);
    this.run = new Part(scenario.starts(), 0, scenario.durationS());
    stages.stages().forEach(s -> s.lanes().forEach(l -> stageOf.put(l, s)));
  }

  /**
   * Of all clauses that object to anything that could be chosen.
   *
   * @param readings those that count
   */
  static Exposures of(
      Scenario scenario, Contracts contracts, Stages stages, Predicate<String> readings) {
    Remedies remedies = new Remedies(scenario, contracts, stages);
    List<Priced> priced = new ArrayList<>();
    List<Unpriced> unpriced = new ArrayList<>();
    for (Contract contract : contracts.contracts()) {
      for (Clause clause : contract.clauses()) {
        String name = contract.name() + "/" + clause.id();
        remedies.sort(
            name,
            clause.remedy(),
            contracts.readings().stream().filter(readings).toList(),
            priced,
            unpriced);
      }
    }
    return new Exposures(priced, unpriced);
  }

  private void sort(
      String clause,
      Optional<Remedy> remedy,
      List<String> readings,
      List<Priced> priced,
      List<Unpriced> unpriced) {
    Set<Lane> lanes = new LinkedHashSet<>();
    List<Requirement> totals = new ArrayList<>();
    for (String reading : readings) {
      ClauseReading one = new ClauseReading(clause, reading);
      Set<Lane> objected = objected(one);
      List<Requirement> measured = stages.requirements(one::equals);
      if (objected.isEmpty() && measured.isEmpty()) {
        continue;
      }
      Optional<Priced> known = remedy.flatMap(r -> priced(one, r, objected, measured));
      known.ifPresent(priced::add);
      if (known.isEmpty()) {
        lanes.addAll(objected);
        totals.addAll(measured);
      }
    }
    if (!lanes.isEmpty() || !totals.isEmpty()) {
      unpriced.add(new Unpriced(clause, lanes, totals));
    }
  }

  private Set<Lane> objected(ClauseReading clause) {
    Set<Lane> lanes = new LinkedHashSet<>();
    stages.stages().stream()
        .flatMap(s -> s.lanes().stream())
        .filter(l -> l.against().contains(clause))
        .forEach(lanes::add);
    return lanes;
  }

  /** Empty where a plan does not know what is due. */
  private Optional<Priced> priced(
      ClauseReading clause, Remedy remedy, Set<Lane> lanes, List<Requirement> totals) {
    Optional<Double> flat = flat(remedy);
    if (flat.isPresent()) {
      return Optional.of(
          new Priced(
              clause, remedy.basis(), lanes, totals, Map.of(), flat.get(), Optional.empty(), 0));
    }
    Optional<Map<Lane, Double>> byUse = totals.isEmpty() ? byUse(remedy, lanes) : Optional.empty();
    return byUse.map(
        usd ->
            new Priced(
                clause,
                remedy.basis(),
                lanes,
                totals,
                usd,
                0,
                remedy.cap().map(Money::toDouble),
                remedy.floor().toDouble()));
  }

  /** Of what is due once, or for a day, within its bounds. */
  private static Optional<Double> flat(Remedy remedy) {
    Money due =
        switch (remedy.per()) {
          case DAY, LUMP_SUM, TERMINATION -> remedy.amount();
          case REQUEST, TOKEN, REVENUE, SHORTFALL -> Money.ZERO;
        };
    return Optional.of(due)
        .filter(m -> m.compareTo(Money.ZERO) > 0)
        .map(remedy::within)
        .map(Money::toDouble);
  }

  private Optional<Map<Lane, Double>> byUse(Remedy remedy, Set<Lane> lanes) {
    Map<Lane, Double> byUse = new LinkedHashMap<>();
    for (Lane lane : lanes) {
      Optional<Double> usd = ofFlow(remedy, lane, lanes);
      if (usd.isEmpty()) {
        return Optional.empty();
      }
      byUse.put(lane, usd.get());
    }
    return Optional.of(byUse);
  }

  private Optional<Double> ofFlow(Remedy remedy, Lane lane, Set<Lane> objected) {
    double amount = remedy.amount().toDouble();
    return switch (remedy.per()) {
      case REQUEST -> Optional.of(amount * aDay(lane, Measure.REQUESTS));
      case TOKEN -> Optional.of(amount * aDay(lane, Measure.TOKENS));
      case REVENUE -> paid(lane, objected).map(usd -> remedy.share().doubleValue() * usd);
      case DAY, LUMP_SUM, TERMINATION, SHORTFALL -> Optional.empty();
    };
  }

  /**
   * What customers pay for a flow. Calls of sessions are not paid for: they are a part of what is
   * paid for the sessions, and no further part where the clause objects to these already.
   */
  private Optional<Double> paid(Lane lane, Set<Lane> objected) {
    List<Lane> feeders = stageOf.get(lane).feeders();
    if (!feeders.isEmpty() && objected.containsAll(feeders)) {
      return Optional.of(0.0);
    }
    return Optional.ofNullable(revenue.get(lane.flow().caller().name()))
        .map(fee -> fee.amount().toDouble() * paidUnits(lane, fee.per()));
  }

  private double paidUnits(Lane lane, Measure per) {
    return stageOf.get(lane).feeders().stream()
        .findFirst()
        .map(feeder -> traffic.amount(feeder.flow(), feeder.flow(), per, run) / days)
        .orElseGet(() -> aDay(lane, per));
  }

  private double aDay(Lane lane, Measure of) {
    return traffic.amount(stageOf.get(lane), of, run) / days;
  }
}
