package situs.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;

/**
 * {@code notice: {of: move-to-aws, time: 30 d}}: what the clause speaks of may begin so long after
 * notice of it was given, and not before. When it was is a circumstance.
 */
record Notice(String of, Duration time) implements SubjectRule {
  static final Kind KIND =
      new Kind(
          "notice",
          List.of(SubjectKind.PLACEMENT, SubjectKind.ROUTE),
          "notice of the change was given so long before (`circumstances: notices`)",
          List.of("of: name of the change", "time: how long before, `30 d`"),
          """
          over: placement
          when: placement.provider == "aws"
          notice: {of: move-to-aws, time: 30 d}
          """,
          Notice::read);

  private static Optional<Notice> read(Node value, Wording wording) {
    Optional<MapReader> read = MapReader.of(value, "'notice'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    Optional<String> of = keys.requiredText("of", "move-to-aws");
    Optional<Duration> time = keys.required("time", "30 d", keys::duration);
    keys.done();
    return of.flatMap(o -> time.map(t -> new Notice(o, t)));
  }

  /** Seconds since a notice was given; negative before, minus infinity where it never was. */
  static String fact(String of) {
    return "notice." + of;
  }

  @Override
  public boolean asksBeside() {
    return true;
  }

  @Override
  public Truth holds(Facts subject) {
    return subject
        .seconds(fact(of))
        .map(since -> Truth.of(since >= time.getSeconds()))
        .orElse(Truth.UNKNOWN);
  }

  @Override
  public String reason(Facts subject) {
    double since = subject.seconds(fact(of)).orElse(Double.NEGATIVE_INFINITY);
    return "a notice of %s before '%s' is due; it was given %s"
        .formatted(Days.words(time.getSeconds()), of, Days.when(since));
  }

  @Override
  public List<String> missing(Facts subject) {
    return subject.without(fact(of));
  }
}
