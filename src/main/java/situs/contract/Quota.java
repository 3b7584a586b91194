package situs.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a clause that measures asks of a plan for one of its periods: the amounts of all subjects,
 * each times its weight, come up to a least sum.
 *
 * @param clause {@code contract/clause}
 * @param of what is measured
 * @param least in the unit of the measure; 0 for a share
 * @param bound which way it bounds what is measured
 * @param share the bound, where it is a share
 * @param parts of the period, in each of which the clause speaks of the same subjects
 */
public record Quota(
    String clause,
    String reading,
    Measure of,
    double least,
    Bound bound,
    Optional<Double> share,
    List<Part> parts,
    Weights weights) {

  /** Which way a clause bounds what it measures. */
  public enum Bound {
    AT_LEAST("at least"),
    AT_MOST("at most");

    private final String words;

    Bound(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * A part of a period.
   *
   * @param at an instant in it
   * @param fromS seconds from the start of the time asked for
   * @param untilS its end, likewise
   */
  public record Part(Instant at, double fromS, double untilS) {
    public double seconds() {
      return untilS - fromS;
    }
  }

  /** What a unit of a subject adds; 0 where the clause does not speak of it. */
  public interface Weights {
    double of(Facts subject, Instant at, double margin);
  }

  public Quota {
    parts = List.copyOf(parts);
  }

  /** The same with another least sum. */
  public Quota withLeast(double sum) {
    return new Quota(clause, reading, of, sum, bound, share, parts, weights);
  }

  /**
   * The same with another share, 0 to 1.
   *
   * @throws java.util.NoSuchElementException where it asks for a sum
   */
  public Quota withShare(double other) {
    double more = other - share.orElseThrow();
    // A margin is added to the least share and taken from the most.
    double shift = bound == Bound.AT_LEAST ? more : -more;
    return new Quota(
        clause,
        reading,
        of,
        least,
        bound,
        Optional.of(other),
        parts,
        (facts, at, margin) -> weights.of(facts, at, margin + shift));
  }

  /**
   * What a unit of a subject adds in a part of the period.
   *
   * @param margin by which a share is to be kept: added to the least, taken from the most
   */
  public double weight(Facts subject, Part part, double margin) {
    return weights.of(subject, part.at(), margin);
  }
}
