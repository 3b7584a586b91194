package situs.contract;

import java.math.BigDecimal;
import java.util.Optional;
import situs.document.MapReader;
import situs.document.Node;

/** Reads {@link ShareLimit}. */
final class ShareReader {
  private ShareReader() {}

  static Optional<ShareLimit> read(Node value, Wording wording, String key, String limit) {
    Optional<MapReader> read = MapReader.of(value, "'" + key + "'", wording.issues());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MapReader keys = read.get();
    Optional<Measure> of = RuleKeys.measure(keys, wording, wording.subject());
    Optional<BigDecimal> share = keys.required(limit, "80 %", keys::share).map(BigDecimal::valueOf);
    Optional<Predicate> where =
        keys.requiredNode("where", "target.provider == \"azure\"")
            .flatMap(node -> wording.compile(node, "'where'"));
    Optional<Cycle> per = RuleKeys.cycle(keys, wording);
    keys.done();
    if (of.isEmpty() || share.isEmpty() || where.isEmpty()) {
      return Optional.empty();
    }
    boolean least = limit.equals("at-least");
    return Optional.of(new ShareLimit(of.get(), share.get(), least, where.get(), per));
  }
}
