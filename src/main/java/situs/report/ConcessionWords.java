package situs.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import situs.placement.Change;
import situs.placement.Concession;
import situs.placement.Concession.Point;
import situs.placement.Difference;
import situs.placement.Sought;

/** A concession for who has not read the documentation. */
final class ConcessionWords {
  private ConcessionWords() {}

  /** Both in one. */
  static String of(Concession concession) {
    return Stream.of(worth(concession), among(concession))
        .filter(words -> !words.isEmpty())
        .collect(joining("; "));
  }

  /** {@code 26.4 USD a day for each point of the share}. */
  static String worth(Concession concession) {
    return concession.then() instanceof Sought.Undecided
        ? "not known: a search ended before it could tell"
        : concession
            .saved()
            .map(saved -> rate(saved, concession))
            .orElse("makes it possible to keep all other clauses");
  }

  /** What is particular about it; empty where a clause measures nothing. */
  static String among(Concession concession) {
    return concession.change() instanceof Change.Eased eased
        ? String.join("; ", among(concession.points(), eased))
        : "";
  }

  /** {@code first; best}. */
  static String points(Concession concession) {
    return concession.points().stream().map(Point::word).collect(joining("; "));
  }

  private static String rate(Difference saved, Concession concession) {
    return saved.isShown()
        ? "%s USD a day for each %s"
            .formatted(
                Readable.figure(concession.savedPerUnit().orElseThrow()),
                each(concession.change().unit()))
        : PriceReport.NOT_SHOWN;
  }

  private static String each(String unit) {
    return switch (unit) {
      case "region" -> "region added";
      case "point" -> "point of the share";
      case "USD/day" -> "USD a day less bought";
      case "W" -> "watt less";
      default -> unit.substring(0, unit.length() - 1) + " less";
    };
  }

  private static List<String> among(Set<Point> points, Change.Eased eased) {
    List<String> words = new ArrayList<>();
    if (points.contains(Point.FIRST)) {
      words.add("the least that does (%s does not)".formatted(eased.figure(eased.tooLittle())));
    }
    // Where one concession is all there is, it is the best rate of itself.
    if (points.contains(Point.BEST) && points.size() == 1) {
      words.add("the most for each " + each(eased.unit()));
    }
    if (points.contains(Point.ALL)) {
      words.add("does as much as a waiver");
    }
    return words;
  }
}
