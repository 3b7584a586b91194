package situs.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import situs.contract.Facts;
import situs.contract.Measure;
import situs.contract.Quota;
import situs.contract.Quota.Part;
import situs.model.Accelerator;
import situs.model.InstanceType;
import situs.model.Scenario;

/**
 * What clauses that measure ask of a plan, in the plan's own terms and with room for chance: a run
 * strays from its mean, and what the mean just keeps is broken every other time.
 */
final class Requirements {
  /** Room for chance, in standard deviations. Assumed. */
  private static final double SIGMAS = 3;

  private final double sigmas;
  private final List<Stage> stages;
  private final Map<String, Option> options = new LinkedHashMap<>();
  private final Traffic traffic;
  private final Spending spending;
  private final Map<Lane, Facts> routes = new HashMap<>();
  private final Scenario scenario;
  private final Caution caution;

  private Requirements(Scenario scenario, List<Stage> stages, Caution caution, double sigmas) {
    this.sigmas = sigmas;
    this.caution = caution;
    this.scenario = scenario;
    this.stages = stages;
    this.traffic = Traffic.of(scenario);
    this.spending = new Spending(scenario);
    for (Stage stage : stages) {
      stage.lanes().forEach(l -> options.putIfAbsent(l.option().id(), l.option()));
    }
  }

  /** Periods that ask the same are one. */
  static List<Requirement> of(
      Scenario scenario, List<Stage> stages, List<Quota> quotas, Caution caution) {
    return new Requirements(scenario, stages, caution, SIGMAS).of(quotas);
  }

  /** The same with no room for chance: of what is planned, and of no run. */
  static List<Requirement> asPlanned(Scenario scenario, List<Stage> stages, List<Quota> quotas) {
    return new Requirements(scenario, stages, Caution.NONE, 0).of(quotas);
  }

  private List<Requirement> of(List<Quota> quotas) {
    return quotas.stream().flatMap(q -> of(q).stream()).distinct().toList();
  }

  private Optional<Requirement> of(Quota quota) {
    return switch (quota.of()) {
      case REQUESTS, TOKENS -> flowing(quota);
      case SPEND -> Optional.of(spent(quota));
      case INSTANCES, ACCELERATORS, POWER -> Optional.of(rented(quota));
    };
  }

  /** Empty where nothing is to flow of which the clause speaks. */
  private Optional<Requirement> flowing(Quota quota) {
    Whole whole = whole(quota);
    if (whole.amount() == 0) {
      return Optional.empty();
    }
    double margin = quota.share().map(s -> sigmas * whole.deviation(s) + more(quota)).orElse(0.0);
    Map<Lane, Double> byShare = new LinkedHashMap<>();
    for (Stage stage : stages) {
      for (Part part : quota.parts()) {
        double amount = traffic.amount(stage, quota.of(), part);
        for (Lane lane : stage.lanes()) {
          add(byShare, lane, amount * quota.weight(route(lane), part, margin));
        }
      }
    }
    return Optional.of(requirement(quota, byShare, Map.of()).in(whole.amount()));
  }

  /**
   * All that a share is a share of.
   *
   * @param amount as if all of it went where the clause speaks of it
   * @param squares sum of the variances of its flows, were each to vary by itself
   */
  private record Whole(double amount, double squares) {

    /**
     * Standard, of flows that are divided at random, as of a sample from a population with that
     * share.
     */
    double deviation(double share) {
      return Math.sqrt(share * (1 - share) * squares) / amount;
    }
  }

  private Whole whole(Quota quota) {
    Map<List<Object>, Whole> flows = new LinkedHashMap<>();
    for (Stage stage : stages) {
      double amount = 0;
      double squares = 0;
      for (Part part : quota.parts()) {
        if (stage.lanes().stream().anyMatch(l -> quota.weight(route(l), part, 0) != 0)) {
          double here = traffic.amount(stage, quota.of(), part);
          amount += here;
          squares += here * here * traffic.variance(stage, quota.of(), part);
        }
      }
      Flow flow = stage.flow();
      // The calls of sessions have a stage for each runtime region, and are made once.
      flows.merge(
          List.of(flow.caller().name(), flow.target(), flow.origin().metro()),
          new Whole(amount, squares),
          (a, b) -> a.amount() > b.amount() ? a : b);
    }
    return new Whole(
        flows.values().stream().mapToDouble(Whole::amount).sum(),
        flows.values().stream().mapToDouble(Whole::squares).sum());
  }

  private Facts route(Lane lane) {
    return routes.computeIfAbsent(
        lane, l -> Facts.of(scenario, l.flow().routeTo(l.option().region())));
  }

  /** Rent is what it is; of what is paid by use, more or less may be used. */
  private Requirement spent(Quota quota) {
    Part part = quota.parts().get(0);
    double margin = quota.share().isPresent() ? more(quota) : 0;
    double hours = part.seconds() / 3600;
    Map<Lane, Double> byShare = new LinkedHashMap<>();
    for (Stage stage : stages) {
      double strays = sigmas * Math.sqrt(traffic.variance(stage, Measure.TOKENS, part));
      for (Lane lane : stage.lanes()) {
        for (Spending.Charge charge : spending.byUse(lane)) {
          double weight = hours * charge.usdPerHour() * quota.weight(charge.facts(), part, margin);
          add(byShare, lane, weight * (weight > 0 ? Math.max(0, 1 - strays) : 1 + strays));
        }
      }
    }
    Map<String, Double> byInstance = new LinkedHashMap<>();
    for (Option option : options.values()) {
      for (Spending.Charge rent : spending.rent(option)) {
        double weight = hours * rent.usdPerHour() * quota.weight(rent.facts(), part, margin);
        add(byInstance, option.id(), weight);
      }
    }
    Requirement all = requirement(quota, byShare, byInstance);
    return all.in(largest(all));
  }

  private Requirement rented(Quota quota) {
    Part part = quota.parts().get(0);
    Map<String, Double> byInstance = new LinkedHashMap<>();
    for (Option option : options.values()) {
      Facts facts = Facts.ofOption(scenario, option.component(), option.region(), option.rented());
      double each = option.rented().map(o -> held(quota.of(), o.type())).orElse(0.0);
      add(byInstance, option.id(), each * there(option) * quota.weight(facts, part, 0));
    }
    Requirement all = requirement(quota, Map.of(), byInstance);
    return all.in(largest(all));
  }

  /** What of an instance is there at any time, by its schedule. */
  private static double there(Option option) {
    return option instanceof RentedOption rented ? rented.tenure().paid().least() : 1;
  }

  /** By an instance; power that nobody states counts for nothing, as in an audit. */
  private static double held(Measure of, InstanceType type) {
    double watts = type.accelerator().flatMap(Accelerator::tdpW).orElse(0.0);
    return switch (of) {
      case INSTANCES -> 1;
      case ACCELERATORS -> type.accelerators();
      case POWER -> type.accelerators() * watts;
      case REQUESTS, TOKENS, SPEND -> 0;
    };
  }

  private Requirement requirement(
      Quota quota, Map<Lane, Double> byShare, Map<String, Double> byInstance) {
    double least = quota.least() + (quota.share().isPresent() ? 0 : more(quota));
    return new Requirement(clause(quota), least, byShare, byInstance);
  }

  private static ClauseReading clause(Quota quota) {
    return new ClauseReading(quota.clause(), quota.reading());
  }

  /** What an earlier plan lacked. */
  private double more(Quota quota) {
    return caution.margin(clause(quota));
  }

  private static double largest(Requirement all) {
    List<Double> factors = new ArrayList<>(all.byShare().values());
    factors.addAll(all.byInstance().values());
    return factors.stream().mapToDouble(Math::abs).max().orElse(1);
  }

  private static <K> void add(Map<K, Double> to, K key, double amount) {
    if (amount != 0) {
      to.merge(key, amount, Double::sum);
    }
  }
}
