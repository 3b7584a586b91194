package situs.audit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import situs.contract.Total;
import situs.model.Episode;
import situs.model.RouteUse;
import situs.model.Span;

/**
 * What was seen of a subject in a stretch of time, and when a breach by it lasted, if it was one.
 *
 * @param lasting a route while it was used; what is placed, paid for or measured all the time
 * @param uses of routes, each by itself: several subjects may share them
 * @param total what a measuring clause found
 */
record Usage(List<Span> lasting, List<RouteUse> uses, Optional<Total> total) {
  Usage {
    lasting = List.copyOf(lasting);
    uses = List.copyOf(uses);
  }

  /** Of a route. */
  static Usage of(RouteUse use) {
    return new Usage(
        use.episodes().stream().map(Episode::span).toList(), List.of(use), Optional.empty());
  }

  /** Of what is there all the time, with what came to it. */
  static Usage of(Period period, Collection<RouteUse> uses) {
    return new Usage(List.of(period.span()), List.copyOf(uses), Optional.empty());
  }

  /** Of what a measuring clause found, with what came to the placement that it found it of. */
  static Usage of(Period period, Total total, Collection<RouteUse> uses) {
    return new Usage(List.of(period.span()), List.copyOf(uses), Optional.of(total));
  }
}
