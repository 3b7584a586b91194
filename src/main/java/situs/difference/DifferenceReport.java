package situs.difference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import situs.difference.Change.Value;
import situs.report.Cell;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;

/** What {@code situs diff} prints. */
public final class DifferenceReport {
  /** More of a part are left to {@code --format csv}. */
  private static final int SHOWN = 25;

  private static final int HASH = 12;
  private static final int FIGURES = 7;

  private DifferenceReport() {}

  public static String of(Path before, Path after, Difference difference) {
    StringBuilder out = new StringBuilder();
    out.append(before).append(" against ").append(after).append('\n');
    out.append(origin(difference)).append('\n');
    difference.origins().forEach(c -> out.append("  ").append(words(c)).append('\n'));
    for (Part part : Part.ALL) {
      List<Change> changes =
          difference.results().stream().filter(c -> c.part().equals(part.name())).toList();
      append(out, part, changes);
    }
    return out.append('\n').append(end(difference)).append('\n').toString();
  }

  /** Whether inputs, version, options or only seeds differ. */
  static String origin(Difference difference) {
    Set<Cause> causes = difference.causes();
    if (causes.isEmpty()) {
      return "Same inputs, version, options and seed.";
    }
    if (causes.equals(Set.of(Cause.SEED))) {
      return "Only the seed differs: what differs in the results is chance.";
    }
    return "What differs: "
        + causes.stream().map(Cause::word).collect(Collectors.joining(", "))
        + (causes.contains(Cause.SEED) ? "." : "; the seed is the same.");
  }

  private static String words(Change origin) {
    return origin.quantity() + ": " + shown(origin.before()) + " -> " + shown(origin.after());
  }

  private static String shown(Value value) {
    boolean hash = value.text().matches("[0-9a-f]{64}");
    return value.text().isEmpty() ? "none" : hash ? value.text().substring(0, HASH) : value.text();
  }

  private static void append(StringBuilder out, Part part, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    out.append('\n').append(part.heading()).append('\n');
    out.append(TableFormat.TABLE.render(table(part).with(changes.stream().limit(SHOWN).toList())));
    if (changes.size() > SHOWN) {
      out.append(" and ").append(changes.size() - SHOWN).append(" more, see --format csv\n");
    }
  }

  private static Table<Change> table(Part part) {
    List<Column<Change>> columns = new ArrayList<>();
    columns.add(Column.text("strategy", "", Change::strategy));
    if (!part.subject().isEmpty()) {
      columns.add(Column.text("subject", "", Change::subject));
    }
    columns.add(Column.text("quantity", "", Change::quantity));
    columns.add(value("before", c -> rounded(c.before())));
    columns.add(value("after", c -> rounded(c.after())));
    columns.add(value("relative", c -> c.share().map(DifferenceReport::percent).orElse("")));
    columns.add(Column.text("beyond chance", "", c -> DifferenceTable.word(c.beyondChance())));
    return new Table<>(part.name(), "", columns);
  }

  private static Column<Change> value(
      String name, java.util.function.Function<Change, String> text) {
    return new Column<>(name, "", "", c -> new Cell(text.apply(c), c.after().number().isPresent()));
  }

  private static String rounded(Value value) {
    return value
        .number()
        .map(n -> Cell.significant(n.doubleValue(), FIGURES).text())
        .orElse(value.text());
  }

  private static String percent(double share) {
    return Math.abs(share) < 5e-5
        ? "< 0.01 %"
        : String.format(Locale.ROOT, "%+.2f %%", 100 * share);
  }

  private static String end(Difference difference) {
    String tolerated =
        difference.tolerated() == 0
            ? ""
            : " " + difference.tolerated() + " more are within the tolerance.";
    return switch (difference.results().size()) {
      case 0 -> "The results are the same." + tolerated;
      case 1 -> "1 value differs." + tolerated;
      default -> difference.results().size() + " values differ." + tolerated;
    };
  }
}
