package situs.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one law allows and another does not, or cannot tell, under a reading.
 *
 * @param from since when they differ so; empty: since ever, or where two dates are compared
 * @param until first instant at which they do so no more; empty: never, or likewise
 * @param before what the first law says, and by which clauses
 * @param after what the second says
 * @param subjects all that this is so of; the first is the witness
 */
public record LawChange(
    String reading,
    Optional<Instant> from,
    Optional<Instant> until,
    Answer before,
    Answer after,
    List<String> subjects) {

  public LawChange {
    subjects = List.copyOf(subjects);
  }

  /** What is the same but for its time. */
  private record Matter(String reading, Answer before, Answer after, List<String> subjects) {
    LawChange during(Era era) {
      return new LawChange(reading, era.from(), era.until(), before, after, subjects);
    }
  }

  /** What is the same but for the subject. */
  private record Turn(String reading, Answer before, Answer after) {}

  /** Two versions of the law, at all times. */
  public static List<LawChange> between(Contracts before, Contracts after, List<Candidate> space) {
    List<Contracts> both = sameReadings(before, after);
    List<Era> eras = Era.of(both.stream());
    List<Instant> instants = eras.stream().map(Era::at).toList();
    List<Timeline.Row> first = Timeline.of(both.get(0), space, instants);
    List<Timeline.Row> second = Timeline.of(both.get(1), space, instants);
    Map<Matter, List<Era>> found = new LinkedHashMap<>();
    for (int i = 0; i < eras.size(); i++) {
      for (Matter matter : matters(first, i, second, i)) {
        Era.extend(found.computeIfAbsent(matter, m -> new ArrayList<>()), eras.get(i));
      }
    }
    return found.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(era -> e.getKey().during(era)))
        .toList();
  }

  /** One law at two dates. */
  public static List<LawChange> between(
      Contracts law, Instant before, Instant after, List<Candidate> space) {
    List<Timeline.Row> rows = Timeline.of(law, space, List.of(before, after));
    return matters(rows, 0, rows, 1).stream().map(m -> m.during(Era.ALWAYS)).toList();
  }

  /** A reading that only one of them names is asked of both. */
  public static List<Contracts> sameReadings(Contracts before, Contracts after) {
    List<String> readings =
        Stream.concat(before.readings().stream(), after.readings().stream()).distinct().toList();
    return Stream.of(before, after)
        .map(c -> c.under(c.circumstances().withReadings(readings)))
        .toList();
  }

  private static List<Matter> matters(
      List<Timeline.Row> before, int first, List<Timeline.Row> after, int second) {
    Map<Turn, List<String>> turns = new LinkedHashMap<>();
    for (int i = 0; i < before.size(); i++) {
      Answer old = before.get(i).answers().get(first);
      Answer now = after.get(i).answers().get(second);
      if (old.kind() != now.kind()) {
        turns
            .computeIfAbsent(new Turn(before.get(i).reading(), old, now), t -> new ArrayList<>())
            .add(before.get(i).candidate());
      }
    }
    return turns.entrySet().stream()
        .map(
            e ->
                new Matter(
                    e.getKey().reading(), e.getKey().before(), e.getKey().after(), e.getValue()))
        .toList();
  }
}
