package situs.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import situs.audit.Standing;
import situs.review.Pivot;

/** The readings on which placements turn, for a terminal: the same turns of several said once. */
public final class PivotReport {
  private PivotReport() {}

  /** A placement that is read one way at one time. */
  private record Start(String strategy, Instant at, String reading, Standing before) {
    static Start of(Pivot pivot) {
      return new Start(pivot.strategy(), pivot.at(), pivot.reading(), pivot.before());
    }

    String text(boolean dated) {
      String when = dated ? ", from " + Readable.instant(at) : "";
      return strategy + when + ", read as " + reading + ": " + before.word();
    }
  }

  public static String of(List<Pivot> pivots, Style style) {
    Map<Start, List<Pivot>> starts = new LinkedHashMap<>();
    pivots.forEach(p -> starts.computeIfAbsent(Start.of(p), s -> new ArrayList<>()).add(p));
    boolean dated = pivots.stream().map(Pivot::at).distinct().count() > 1;
    StringBuilder out = new StringBuilder();
    starts.forEach(
        (start, turns) -> {
          out.append(style.heading(start.text(dated))).append('\n');
          turns.forEach(turn -> out.append(Wrapped.text(words(turn), "  ")));
        });
    return out.toString();
  }

  private static String words(Pivot turn) {
    String witness =
        turn.witness().map(w -> "; witness " + w.clause() + " on " + w.subject().name()).orElse("");
    String then = turn.changes().isEmpty() ? "" : ": then " + turn.after().word();
    return turn.words() + then + witness;
  }
}
