package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a clause is in force: stretches of time that do not meet, in order. */
public record InForce(List<Span> spans) {
  static final InForce ALWAYS = new InForce(List.of(new Span(Optional.empty(), Optional.empty())));
  static final InForce NEVER = new InForce(List.of());

  /**
   * A stretch of time.
   *
   * @param from first instant; empty: since ever
   * @param until first instant after it; empty: open
   */
  public record Span(Optional<Instant> from, Optional<Instant> until) {
    boolean at(Instant instant) {
      return from.map(f -> !instant.isBefore(f)).orElse(true)
          && until.map(instant::isBefore).orElse(true);
    }

    /** What is left of it without another stretch. */
    List<Span> without(Instant start, Optional<Instant> end) {
      List<Span> left = new ArrayList<>();
      left.addAll(InForce.spans(from, Optional.of(earlier(until, start))));
      end.ifPresent(e -> left.addAll(InForce.spans(Optional.of(later(from, e)), until)));
      return left;
    }

    private static Instant earlier(Optional<Instant> a, Instant b) {
      return a.filter(x -> x.isBefore(b)).orElse(b);
    }

    private static Instant later(Optional<Instant> a, Instant b) {
      return a.filter(x -> x.isAfter(b)).orElse(b);
    }
  }

  public InForce {
    spans = List.copyOf(spans);
  }

  /** One stretch, or none if it would be empty. */
  static List<Span> spans(Optional<Instant> from, Optional<Instant> until) {
    boolean empty = from.isPresent() && until.isPresent() && !from.get().isBefore(until.get());
    return empty ? List.of() : List.of(new Span(from, until));
  }

  boolean at(Instant instant) {
    for (Span span : spans) {
      if (span.at(instant)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is in force at any time of a stretch. */
  boolean meets(Instant start, Instant end) {
    return spans.stream()
        .anyMatch(
            span ->
                span.from().map(end::isAfter).orElse(true)
                    && span.until().map(start::isBefore).orElse(true));
  }

  /** The instants at which it begins or ends to be in force. */
  Stream<Instant> changes() {
    return spans.stream().flatMap(s -> Stream.concat(s.from().stream(), s.until().stream()));
  }
}
