package situs.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import situs.contract.Offence;
import situs.contract.Total;
import situs.model.Episode;
import situs.model.Route;
import situs.model.RouteUse;
import situs.model.Span;

/**
 * When a clause was broken, by one subject or by all that break it, and what was seen of that.
 * Within a stretch in which it was in force without a break, what lies no more than {@link
 * Span#TOGETHER_S} apart is one episode.
 */
final class Breach {
  private final NavigableMap<Period, List<Span>> lasting =
      new TreeMap<>(Comparator.comparingDouble(Period::fromS).thenComparing(Period::untilS));

  /** Each use once, however many subjects share it; sums and extremes know no order. */
  private final Set<RouteUse> uses = Collections.newSetFromMap(new IdentityHashMap<>());

  private final List<Measured> totals = new ArrayList<>();

  /** What a measuring clause found, and from when on. */
  private record Measured(double fromS, Total total) {}

  /** What of a route belongs to an episode. */
  record Part(Route route, long requests, long tokens) {}

  /** Adds what was seen in a stretch of time in which the clause was broken. */
  void add(Usage seen, Period period) {
    lasting.computeIfAbsent(period, p -> new ArrayList<>()).addAll(seen.lasting());
    uses.addAll(seen.uses());
    seen.total().ifPresent(total -> totals.add(new Measured(period.fromS(), total)));
  }

  /** End of the last stretch of time in which it was broken, seconds of the measured window. */
  double untilS() {
    return lasting.keySet().stream().mapToDouble(Period::untilS).max().orElse(0);
  }

  /** In order of time. */
  List<Episode> episodes() {
    return spans().stream()
        .map(
            span -> {
              List<Part> parts = parts(List.of(span));
              List<Offence> found = totals(List.of(span)).stream().map(Total::offence).toList();
              return new Episode(
                  span,
                  sum(parts, Part::requests) + sum(found, Offence::requests),
                  sum(parts, Part::tokens) + sum(found, Offence::tokens));
            })
        .toList();
  }

  private static <T> long sum(List<T> of, ToLongFunction<T> value) {
    return of.stream().mapToLong(value).sum();
  }

  private List<Span> spans() {
    List<Span> all = new ArrayList<>();
    List<Span> stretch = new ArrayList<>();
    double reached = Double.NEGATIVE_INFINITY;
    for (var period : lasting.entrySet()) {
      if (period.getKey().fromS() > reached) {
        close(stretch, all);
      }
      stretch.addAll(period.getValue());
      reached = Math.max(reached, period.getKey().untilS());
    }
    close(stretch, all);
    return all;
  }

  private static void close(List<Span> stretch, List<Span> all) {
    all.addAll(Span.together(stretch));
    stretch.clear();
  }

  /** What went over each route in some episodes. */
  List<Part> parts(Collection<Span> within) {
    NavigableMap<Double, Span> spans = byStart(within);
    return uses.stream()
        .flatMap(
            use ->
                use.episodes().stream()
                    .filter(episode -> lies(episode.fromS(), spans))
                    .map(e -> new Part(use.route(), e.requests(), e.tokens())))
        .toList();
  }

  /** What measuring clauses found in some episodes. */
  List<Total> totals(Collection<Span> within) {
    NavigableMap<Double, Span> spans = byStart(within);
    return totals.stream()
        .filter(measured -> lies(measured.fromS(), spans))
        .map(Measured::total)
        .toList();
  }

  private static NavigableMap<Double, Span> byStart(Collection<Span> spans) {
    NavigableMap<Double, Span> byStart = new TreeMap<>();
    spans.forEach(span -> byStart.put(span.fromS(), span));
    return byStart;
  }

  private static boolean lies(double atS, NavigableMap<Double, Span> spans) {
    var before = spans.floorEntry(atS);
    return before != null && atS <= before.getValue().untilS();
  }

  /** First time that anything was seen, seconds of the measured window; empty: nothing was. */
  Optional<Double> firstAtS() {
    return times(RouteUse::firstAtS, Offence::firstAtS).min(Double::compare);
  }

  /** Last time, likewise. */
  Optional<Double> lastAtS() {
    return times(RouteUse::lastAtS, Offence::lastAtS).max(Double::compare);
  }

  private Stream<Double> times(
      Function<RouteUse, Double> ofUse, Function<Offence, Optional<Double>> ofOffence) {
    return Stream.concat(
        uses.stream().map(ofUse),
        totals.stream().flatMap(m -> ofOffence.apply(m.total().offence()).stream()));
  }
}
