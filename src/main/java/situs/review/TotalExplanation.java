package situs.review;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.audit.Contribution;
import situs.audit.Contributions;
import situs.contract.Contracts;
import situs.contract.Derivation;
import situs.contract.Judgement;
import situs.contract.Measure;
import situs.contract.TotalRule;

/** Why what a clause measures comes to what it does: who adds how much, and what must change. */
public final class TotalExplanation {
  /** More contributors are counted and not named. */
  private static final int NAMED = 6;

  private final Judgement judgement;
  private final Found found;
  private final List<Contribution> contributions;

  /**
   * What was found of a period.
   *
   * @param until its end
   * @param words value and limit, as a run or a plan has them
   * @param lacking how far it is from being kept, in the unit of the gap; empty: that is no amount
   * @param window length of the time that the contributions are of
   */
  public record Found(
      Instant from, Instant until, String words, Optional<BigDecimal> lacking, Duration window) {
    /** The part of the window that the period is. */
    private BigDecimal part() {
      return BigDecimal.valueOf(
          Duration.between(from, until).toMillis() / (double) window.toMillis());
    }
  }

  private TotalExplanation(Judgement judgement, Found found, List<Contribution> contributions) {
    this.judgement = judgement;
    this.found = found;
    this.contributions = contributions;
  }

  /**
   * Down to the contributors.
   *
   * @param judgement on the period, of a clause that measures
   */
  public static Derivation of(
      Contracts contracts, Judgement judgement, Found found, Contributions contributions) {
    TotalExplanation explanation =
        new TotalExplanation(judgement, found, contributions.to(judgement, found.from()));
    return contracts.derivationOfTotal(judgement, found.from(), explanation.parts());
  }

  private List<Derivation> parts() {
    List<Derivation> parts = new ArrayList<>();
    parts.add(Derivation.leaf("measured " + found.words()).deciding());
    TotalRule rule = judgement.clause().measure(judgement.reading()).orElseThrow();
    rule.measured()
        .ifPresent(
            measure -> {
              side(measure, true, "counts towards it").ifPresent(parts::add);
              side(measure, false, "counts only to the whole").ifPresent(parts::add);
            });
    found
        .lacking()
        .or(() -> rule.measured().isEmpty() ? Optional.of(BigDecimal.ZERO) : Optional.empty())
        .flatMap(lacking -> rule.toKeep(lacking, whole(rule)))
        .map(words -> words + mean(rule))
        .ifPresent(words -> parts.add(Derivation.leaf("to keep it: " + words)));
    return parts;
  }

  /** Of a part of the window nothing but its mean part is known. */
  private String mean(TotalRule rule) {
    boolean whole = found.part().compareTo(BigDecimal.ONE) == 0;
    return whole || rule.measured().filter(Measure::isFlow).isEmpty()
        ? ""
        : ", as the mean of the window goes";
  }

  private BigDecimal whole(TotalRule rule) {
    BigDecimal sum = sum(contributions);
    return rule.measured().filter(Measure::isFlow).isPresent() ? sum.multiply(found.part()) : sum;
  }

  private Optional<Derivation> side(Measure measure, boolean counts, String words) {
    List<Contribution> these = contributions.stream().filter(c -> c.counts() == counts).toList();
    if (these.isEmpty()) {
      return counts ? Optional.of(Derivation.leaf(words + ": nothing")) : Optional.empty();
    }
    List<Derivation> named = new ArrayList<>();
    for (Contribution each : these.subList(0, Math.min(NAMED, these.size()))) {
      named.add(Derivation.leaf(each.name() + ": " + measure.shown(each.amount())));
    }
    if (these.size() > NAMED) {
      BigDecimal rest = sum(these.subList(NAMED, these.size()));
      named.add(Derivation.leaf((these.size() - NAMED) + " others: " + measure.shown(rest)));
    }
    String span = measure.isFlow() ? " in the measured window" : "";
    String all = "%s: %s of %s%s".formatted(words, measure.shown(sum(these)), measure.word(), span);
    return Optional.of(Derivation.of(all, named));
  }

  private static BigDecimal sum(List<Contribution> all) {
    return all.stream().map(Contribution::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
