package situs.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import situs.contract.Clause;
import situs.contract.Contract;
import situs.contract.Contracts;
import situs.contract.Facts;
import situs.contract.Judge;
import situs.contract.Judgement;
import situs.contract.Measured;
import situs.contract.Measured.Counted;
import situs.contract.Measured.First;
import situs.contract.Measured.Part;
import situs.contract.Scope;
import situs.contract.Sighting;
import situs.contract.Total;
import situs.contract.TotalRule;
import situs.contract.Truth;
import situs.model.Scenario;

/** Gives every clause that measures what it speaks of, while it is in force. */
final class Totals {
  private final Scenario scenario;
  private final Contracts contracts;
  private final List<String> readings;
  private final Judge judge;
  private final List<Period> periods;
  private final Sightings sightings;
  private final UnaryOperator<Instant> law;

  /**
   * What was found.
   *
   * @param name of the total, unique for a clause and reading
   */
  record Found(String name, Judgement judgement, Total total, Period period) {}

  /**
   * @param law by that of which instant an instant of the window is judged
   */
  Totals(
      Scenario scenario,
      Contracts contracts,
      Judge judge,
      List<Period> periods,
      Sightings sightings,
      UnaryOperator<Instant> law) {
    this.scenario = scenario;
    this.contracts = contracts;
    this.readings = contracts.readings();
    this.judge = judge;
    this.periods = periods;
    this.sightings = sightings;
    this.law = law;
  }

  /** What a rule found in what it was given. */
  private record Measurement(TotalRule rule, Measured measured, List<Total> totals) {
    static Measurement of(TotalRule rule, Measured measured) {
      return new Measurement(rule, measured, rule.found(measured));
    }

    boolean isOf(TotalRule other, Measured given) {
      return rule.equals(other) && measured.equals(given);
    }
  }

  List<Found> all() {
    List<Found> found = new ArrayList<>();
    for (Contract contract : contracts.contracts()) {
      for (Clause clause : contract.clauses()) {
        found.addAll(of(contract, clause));
      }
    }
    return found;
  }

  /** By reading. Most have a rule in common, and count the same: it is then measured once. */
  private List<Found> of(Contract contract, Clause clause) {
    List<Found> found = new ArrayList<>();
    List<Measurement> known = new ArrayList<>();
    for (String reading : readings) {
      for (TotalRule rule : clause.measure(reading).stream().toList()) {
        Measured measured = measured(contract, clause, reading, rule);
        for (Total total : totals(known, rule, measured)) {
          Judgement judgement = new Judgement(contract, clause, reading, total.verdict());
          Period period = Watch.period(scenario, total.from(), total.until());
          found.add(new Found(name(total), judgement, total, period));
        }
      }
    }
    return found;
  }

  private static List<Total> totals(List<Measurement> known, TotalRule rule, Measured measured) {
    Optional<Measurement> same = known.stream().filter(m -> m.isOf(rule, measured)).findFirst();
    Measurement measurement = same.orElseGet(() -> Measurement.of(rule, measured));
    if (same.isEmpty()) {
      known.add(measurement);
    }
    return measurement.totals();
  }

  private Measured measured(Contract contract, Clause clause, String reading, TotalRule rule) {
    return new Measured(
        clause,
        stretches(clause).stream().map(s -> part(contract, clause, reading, s)).toList(),
        sightings.of(clause.over()),
        contracts.circumstances(),
        contract
            .first(rule, reading)
            .map(f -> new First(f.rule(), measured(contract, f.clause(), reading, f.rule()))));
  }

  private Part part(Contract contract, Clause clause, String reading, List<Period> stretch) {
    Period last = stretch.get(stretch.size() - 1);
    Instant until = last.at().plusNanos(Math.round((last.untilS() - last.fromS()) * 1e9));
    return new Part(
        stretch.get(0).at(),
        until,
        stretch.get(0).fromS(),
        counted(contract, clause, reading, stretch));
  }

  /** The stretches of the window in which a clause is in force without a break. */
  private List<List<Period>> stretches(Clause clause) {
    List<List<Period>> stretches = new ArrayList<>();
    boolean open = false;
    for (Period period : periods) {
      boolean inForce = clause.isInForceAt(law.apply(period.at()));
      if (inForce && !open) {
        stretches.add(new ArrayList<>());
      }
      if (inForce) {
        stretches.get(stretches.size() - 1).add(period);
      }
      open = inForce;
    }
    return stretches;
  }

  /** What a reading speaks of in a stretch; what is alike is asked once. */
  private List<Counted> counted(
      Contract contract, Clause clause, String reading, List<Period> stretch) {
    List<Counted> counted = new ArrayList<>();
    for (Period period : stretch) {
      Map<Facts, Scope> known = new IdentityHashMap<>();
      for (Sighting sighting : sightings.of(clause.over())) {
        if (isJudgedIn(period, sighting, stretch)) {
          Scope scope =
              known.computeIfAbsent(
                  sighting.facts(),
                  facts ->
                      judge.speaksOf(contract, clause, reading, facts, law.apply(period.at())));
          if (scope.speaks() != Truth.FALSE) {
            counted.add(new Counted(sighting, scope));
          }
        }
      }
    }
    return counted;
  }

  /** By the law of the time at which it was first seen; what stood before, by that of the start. */
  private static boolean isJudgedIn(Period period, Sighting sighting, List<Period> stretch) {
    double start = stretch.get(0).fromS();
    double at = sighting.firstAtS().orElse(Math.max(start, sighting.fromS()));
    boolean isPast = sighting.firstAtS().isEmpty() && sighting.untilS() <= start;
    return !isPast && at >= period.fromS() && at < period.untilS();
  }

  private static String name(Total total) {
    return "%s, %s to %s".formatted(total.what(), total.from(), total.until());
  }
}
