package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A clause that measures, of which two laws make different things under a reading.
 *
 * @param clause {@code contract/clause}
 * @param from since when they differ so; empty: since ever, or where two dates are compared
 * @param until first instant at which they do so no more; empty: never, or likewise
 * @param at an instant at which the first law says what it says here
 * @param then the same of the second law
 * @param before what the first law asks; empty: it has no such clause then, or does not measure
 * @param after what the second asks
 */
public record TotalChange(
    String clause,
    String reading,
    Optional<Instant> from,
    Optional<Instant> until,
    Instant at,
    Instant then,
    Optional<String> before,
    Optional<String> after) {

  /** What is the same but for its time. */
  private record Matter(
      String clause, String reading, Optional<String> before, Optional<String> after) {
    TotalChange during(Era era, Instant at, Instant then) {
      return new TotalChange(clause, reading, era.from(), era.until(), at, then, before, after);
    }
  }

  /** Two versions of the law, at all times. */
  public static List<TotalChange> between(Contracts before, Contracts after) {
    List<Contracts> both = LawChange.sameReadings(before, after);
    Map<Matter, List<Era>> found = new LinkedHashMap<>();
    for (Era era : Era.of(both.stream())) {
      for (Matter matter : matters(both.get(0), era.at(), both.get(1), era.at())) {
        Era.extend(found.computeIfAbsent(matter, m -> new ArrayList<>()), era);
      }
    }
    return found.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(era -> e.getKey().during(era, era.at(), era.at())))
        .toList();
  }

  /** One law at two dates. */
  public static List<TotalChange> between(Contracts law, Instant before, Instant after) {
    return matters(law, before, law, after).stream()
        .map(m -> m.during(Era.ALWAYS, before, after))
        .toList();
  }

  private static List<Matter> matters(
      Contracts before, Instant first, Contracts after, Instant second) {
    List<Matter> matters = new ArrayList<>();
    for (String reading : before.readings()) {
      Map<String, String> old = before.measured(reading, first);
      Map<String, String> now = after.measured(reading, second);
      TreeSet<String> clauses = new TreeSet<>(old.keySet());
      clauses.addAll(now.keySet());
      Stream<Matter> all =
          clauses.stream().map(c -> new Matter(c, reading, of(old, c), of(now, c)));
      all.filter(matter -> !matter.before().equals(matter.after())).forEach(matters::add);
    }
    return matters;
  }

  private static Optional<String> of(Map<String, String> asked, String clause) {
    return Optional.ofNullable(asked.get(clause));
  }
}
