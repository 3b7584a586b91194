package situs.audit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import situs.contract.Remedy;
import situs.contract.Total;
import situs.model.Episode;
import situs.model.Money;
import situs.model.Scenario;
import situs.model.Span;

/**
 * What remedies make of breaches. Of each, an episode that was over within the time to cure it
 * costs nothing. For all that break a clause, a request counts once even where it concerns two of
 * them, and a day or a lump sum is due once however many they are.
 */
final class Exposure {
  private static final long DAY_S = Duration.ofDays(1).toSeconds();

  private final Scenario scenario;
  private final Earnings earnings;

  Exposure(Scenario scenario, Earnings earnings) {
    this.scenario = scenario;
    this.earnings = earnings;
  }

  /** Empty where a remedy is a right, or where an amount is missing: unknown, not nothing. */
  Optional<Money> of(Breach breach, Remedy remedy) {
    if (remedy.isRight()) {
      return Optional.empty();
    }
    List<Episode> due =
        breach.episodes().stream().filter(one -> !isCured(breach, one.span(), remedy)).toList();
    return due.isEmpty() ? Optional.of(Money.ZERO) : due(breach, due, remedy).map(remedy::within);
  }

  /** Whether it was over in time. What was seen last when the window ended may go on. */
  private boolean isCured(Breach breach, Span episode, Remedy remedy) {
    boolean over =
        breach.untilS() < scenario.durationS()
            || episode.untilS() + Span.TOGETHER_S <= scenario.durationS();
    return over && !remedy.cure().isZero() && episode.lengthS() <= remedy.cure().toNanos() / 1e9;
  }

  private Optional<Money> due(Breach breach, List<Episode> episodes, Remedy remedy) {
    List<Span> spans = episodes.stream().map(Episode::span).toList();
    return switch (remedy.per()) {
      case REQUEST ->
          Optional.of(remedy.amount().times(episodes.stream().mapToLong(Episode::requests).sum()));
      case TOKEN ->
          Optional.of(remedy.amount().times(episodes.stream().mapToLong(Episode::tokens).sum()));
      case DAY -> Optional.of(remedy.amount().times(days(spans)));
      case LUMP_SUM, TERMINATION -> Optional.of(remedy.amount());
      case REVENUE -> earnings.of(breach.parts(spans)).map(sum -> sum.times(remedy.share()));
      case SHORTFALL -> Optional.of(shortfall(breach.totals(spans)).times(remedy.share()));
    };
  }

  private static Money shortfall(List<Total> totals) {
    return new Money(
        totals.stream()
            .flatMap(total -> total.due().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Calendar days, UTC, on which a breach lasted. */
  private long days(List<Span> spans) {
    Set<Long> days = new HashSet<>();
    for (Span span : spans) {
      long first = Math.floorDiv((long) Math.floor(epochS(span.fromS())), DAY_S);
      // What ends at midnight touches no further day.
      long last = Math.floorDiv((long) Math.ceil(epochS(span.untilS())) - 1, DAY_S);
      LongStream.rangeClosed(first, Math.max(first, last)).forEach(days::add);
    }
    return days.size();
  }

  private double epochS(double seconds) {
    return scenario.starts().getEpochSecond() + scenario.starts().getNano() / 1e9 + seconds;
  }
}
