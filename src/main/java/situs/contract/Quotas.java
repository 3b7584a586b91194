package situs.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import situs.contract.Measured.First;
import situs.contract.Quota.Part;

/**
 * What clauses that measure ask of a plan, by the periods and stretches by which they are measured
 * in an audit. What a clause asks is left out where it cannot be told: a commitment whose term has
 * no end, or beside which nobody knows what else is bought.
 */
final class Quotas {
  private final Contracts contracts;
  private final Judge judge;
  private final UnaryOperator<Instant> law;
  private final Instant starts;
  private final List<Part> stretches;

  /**
   * @param law by that of which instant an instant is judged
   */
  private Quotas(Contracts contracts, Instant from, Instant until, UnaryOperator<Instant> law) {
    this.contracts = contracts;
    this.judge = new Judge(contracts);
    this.law = law;
    this.starts = from;
    this.stretches = stretches(from, until);
  }

  private Quotas(Contracts contracts, Instant from, Instant until) {
    this(contracts, from, until, UnaryOperator.identity());
  }

  static List<Quota> of(Contracts contracts, Instant from, Instant until) {
    return new Quotas(contracts, from, until).all(TotalRule::lines);
  }

  /** The same, as if what is the law at an instant were it all the time. */
  static List<Quota> by(Instant law, Contracts contracts, Instant from, Instant until) {
    return new Quotas(contracts, from, until, at -> law).all(TotalRule::lines);
  }

  /** Likewise, what of a plan breaks a clause; see {@link TotalRule#breaches}. */
  static List<Quota> breaches(Instant law, Contracts contracts, Instant from, Instant until) {
    return new Quotas(contracts, from, until, at -> law).all(TotalRule::breaches);
  }

  /**
   * Clauses in force that measure, forbid something, and ask nothing of a plan, each as {@code
   * contract/clause}.
   */
  static List<String> leftOut(
      Contracts contracts, Instant from, Instant until, Predicate<TotalRule> which) {
    Quotas quotas = new Quotas(contracts, from, until);
    List<String> names = new ArrayList<>();
    for (Contract contract : contracts.contracts()) {
      for (Clause clause : contract.clauses()) {
        if (contracts.readings().stream()
            .anyMatch(reading -> quotas.asksNothing(contract, clause, reading, which))) {
          names.add(contract.name() + "/" + clause.id());
        }
      }
    }
    return names;
  }

  private boolean asksNothing(
      Contract contract, Clause clause, String reading, Predicate<TotalRule> which) {
    return !inForce(clause).isEmpty()
        && clause
            .measure(reading)
            .filter(which)
            .filter(rule -> rule.lines(measured(contract, clause, reading, rule)).isEmpty())
            .isPresent();
  }

  /** Between the instants at which other clauses come into force. */
  private List<Part> stretches(Instant from, Instant until) {
    List<Instant> cuts = new ArrayList<>(List.of(from));
    contracts.changesBetween(from, until).stream().filter(from::isBefore).forEach(cuts::add);
    cuts.add(until);
    List<Part> stretches = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      stretches.add(new Part(cuts.get(i - 1), seconds(cuts.get(i - 1)), seconds(cuts.get(i))));
    }
    return stretches;
  }

  private double seconds(Instant instant) {
    return Duration.between(starts, instant).toNanos() / 1e9;
  }

  private List<Quota> all(BiFunction<TotalRule, Measured, List<Line>> lines) {
    List<Quota> quotas = new ArrayList<>();
    for (Contract contract : contracts.contracts()) {
      for (Clause clause : contract.clauses()) {
        for (String reading : contracts.readings()) {
          clause
              .measure(reading)
              .map(rule -> lines.apply(rule, measured(contract, clause, reading, rule)))
              .ifPresent(found -> quotas.addAll(of(contract, clause, reading, found)));
        }
      }
    }
    return quotas;
  }

  private List<Quota> of(Contract contract, Clause clause, String reading, List<Line> lines) {
    List<Quota> quotas = new ArrayList<>();
    for (Line line : lines) {
      quotas.add(
          new Quota(
              contract.name() + "/" + clause.id(),
              reading,
              line.of(),
              line.least().doubleValue(),
              line.bound(),
              line.share().map(Number::doubleValue),
              parts(line, inForceAt(clause, line.period().fromS())),
              weights(contract, clause, reading, line)));
    }
    return quotas;
  }

  private List<Part> inForceAt(Clause clause, double seconds) {
    return inForce(clause).stream()
        .filter(parts -> parts.get(parts.size() - 1).untilS() > seconds)
        .findFirst()
        .orElseThrow();
  }

  /** The stretches in which a clause is in force without a break. */
  private List<List<Part>> inForce(Clause clause) {
    List<List<Part>> inForce = new ArrayList<>();
    boolean open = false;
    for (Part stretch : stretches) {
      boolean now = clause.isInForceAt(law.apply(stretch.at()));
      if (now && !open) {
        inForce.add(new ArrayList<>());
      }
      if (now) {
        inForce.get(inForce.size() - 1).add(stretch);
      }
      open = now;
    }
    return inForce;
  }

  /** With nothing seen yet: for the periods. */
  private Measured measured(Contract contract, Clause clause, String reading, TotalRule rule) {
    return new Measured(
        clause,
        inForce(clause).stream().map(Quotas::unseen).toList(),
        List.of(),
        contracts.circumstances(),
        contract
            .first(rule, reading)
            .map(f -> new First(f.rule(), measured(contract, f.clause(), reading, f.rule()))));
  }

  private static Measured.Part unseen(List<Part> inForce) {
    Part first = inForce.get(0);
    Part last = inForce.get(inForce.size() - 1);
    Instant until = last.at().plusNanos(Math.round(last.seconds() * 1e9));
    return new Measured.Part(first.at(), until, first.fromS(), List.of());
  }

  /** Routes are judged when they are used, what stands for the whole time at its start. */
  private static List<Part> parts(Line line, List<Part> inForce) {
    Measured.Stretch period = line.period();
    if (line.of().over() != SubjectKind.ROUTE) {
      return List.of(new Part(inForce.get(0).at(), period.fromS(), period.untilS()));
    }
    return inForce.stream()
        .filter(p -> p.fromS() < period.untilS() && p.untilS() > period.fromS())
        .map(
            p ->
                new Part(
                    p.at(),
                    Math.max(p.fromS(), period.fromS()),
                    Math.min(p.untilS(), period.untilS())))
        .toList();
  }

  private Quota.Weights weights(Contract contract, Clause clause, String reading, Line line) {
    return (subject, at, margin) -> {
      Truth in = judge.speaksOf(contract, clause, reading, subject, law.apply(at)).speaks();
      return in == Truth.FALSE ? 0 : line.weight().of(subject, in, margin);
    };
  }
}
