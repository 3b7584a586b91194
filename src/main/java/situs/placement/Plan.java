package situs.placement;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import situs.optimise.Answer.Outcome;

/**
 * An optimum before it is a placement.
 *
 * @param uses lanes in use
 * @param rentals instances that must be rented whether or not they carry anything
 * @param gaps what is not carried
 * @param usdPerHour rent and transfer
 * @param rentUsdPerHour of it, rent
 * @param missed clauses that measure and are not kept, binding or not
 * @param waiting calls and turns under way at once
 * @param kept what was kept to in finding it
 * @param proof how sure it is that there is no better one
 */
record Plan(
    List<Use> uses,
    List<Rental> rentals,
    List<Gap> gaps,
    double usdPerHour,
    double rentUsdPerHour,
    Set<ClauseReading> missed,
    double waiting,
    Kept kept,
    Proof proof) {

  /** Shares below this are the solver's rounding. */
  static final double NOTHING = 1e-8;

  /** Gaps below this are what {@link Optimiser} leaves a solver to move in. */
  static final double NO_GAP = 1e-6;

  Plan {
    uses = List.copyOf(uses);
    rentals = List.copyOf(rentals);
    missed = Set.copyOf(missed);
    gaps = List.copyOf(gaps);
  }

  /** The same, proven otherwise. */
  Plan proven(Proof other) {
    return new Plan(uses, rentals, gaps, usdPerHour, rentUsdPerHour, missed, waiting, kept, other);
  }

  /** The clauses that object to any lane in use or to the whole, binding or not. */
  Set<ClauseReading> objections() {
    Set<ClauseReading> all = new TreeSet<>(missed);
    uses.forEach(use -> all.addAll(use.lane().against()));
    return all;
  }

  /**
   * A lane in use.
   *
   * @param share of the clients' flow that it goes back to
   */
  record Use(Lane lane, double share) {}

  /** So many instances of an option. */
  record Rental(Option option, int instances) {}

  /** What a stage does not carry, as a share of the clients' flow that it goes back to. */
  record Gap(Stage stage, double share) {}

  /**
   * How near the best possible a plan is.
   *
   * @param bound no plan's goal is below it
   * @param gap what the best possible may lie below the plan, as a part of the plan's goal
   */
  record Proof(Outcome outcome, double bound, double gap, long nodes) {}

  /** What a plan keeps to; each gives up one thing more. */
  enum Kept {
    OBJECTIVES("all demand within the objectives"),
    DEMAND("all demand; the objectives cannot be met by all of it"),
    UNDECIDED("all demand; within the objectives no placement was found, and none excluded"),
    CLAUSES("as much demand as the clauses and the capacity let in"),
    ROUTES("as much demand as the clauses and the capacity let in; the totals cannot be kept");

    private final String words;

    Kept(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
