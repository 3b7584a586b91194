package situs.contract;

import java.util.List;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;

/**
 * {@code colocation} and {@code separation} of a hop's two ends. A client's place is nobody's
 * choice: hops from clients are kept.
 *
 * @param in what both ends are to share, or not: {@code region}
 */
record HopEnds(boolean together, String in) implements SubjectRule {
  static final Kind COLOCATION = kind("colocation", "both ends of a hop have the same");
  static final Kind SEPARATION = kind("separation", "the ends of a hop do not have the same");

  private static Kind kind(String key, String kept) {
    return new Kind(
        key,
        List.of(SubjectKind.ROUTE),
        kept + " provider, region, country or geography, or it comes from a client",
        List.of("in: `provider`, `region`, `country` or `geography`"),
        """
        over: route
        %s: {in: region}
        """
            .formatted(key),
        (value, wording) -> read(key, value, wording));
  }

  private static Optional<HopEnds> read(String key, Node value, Wording wording) {
    Optional<MapReader> read = MapReader.of(value, "'" + key + "'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> in = RuleKeys.place(read.get());
    read.get().done();
    return in.map(i -> new HopEnds(key.equals("colocation"), i));
  }

  @Override
  public List<String> facts(SubjectKind over) {
    return List.of("hop.from", "source." + in, "target." + in);
  }

  @Override
  public Truth holds(Facts subject) {
    Optional<Object> from = subject.value("source." + in);
    Optional<Object> to = subject.value("target." + in);
    Truth kept =
        from.isEmpty() || to.isEmpty() ? Truth.UNKNOWN : Truth.of(from.equals(to) == together);
    return fromClient(subject).or(kept);
  }

  private static Truth fromClient(Facts subject) {
    return subject.value("hop.from").map(f -> Truth.of(f.equals("client"))).orElse(Truth.UNKNOWN);
  }

  @Override
  public String reason(Facts subject) {
    return "both ends %s the same %s; from %s to %s"
        .formatted(
            together ? "must be in" : "must not be in",
            in,
            subject.value("source." + in).orElse("?"),
            subject.value("target." + in).orElse("?"));
  }

  @Override
  public List<String> missing(Facts subject) {
    return subject.without("hop.from", "source." + in, "target." + in);
  }
}
