package situs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import situs.contract.Clause;
import situs.placement.Conflicts;
import situs.placement.Difference;
import situs.placement.Waiver;
import situs.placement.Waivers;

/**
 * Which clauses cannot be kept together under one choice of readings, as {@code situs conflicts}
 * prints it.
 *
 * @param reading its name
 * @param doubtful conflicts that are none where what cannot be told counts as kept
 * @param clauses by {@code contract/clause}
 * @param untold of a clause that cannot be told of everything: what would have to be known
 */
public record ConflictReport(
    String reading,
    Conflicts found,
    Set<Set<String>> doubtful,
    Waivers waivers,
    Map<String, Clause> clauses,
    Map<String, Set<String>> untold,
    Footing footing) {
  private static final List<String> RANKS = List.of("cheapest", "second cheapest");

  /** For people. */
  public String text() {
    if (found.conflicts().isEmpty()) {
      return reading + ": all clauses " + asked() + "can be kept together\n";
    }
    StringBuilder out = new StringBuilder(heading());
    found.conflicts().forEach(conflict -> out.append(text(conflict)));
    return out.append(waiverText()).toString();
  }

  /** Whether it shows what waivers cost. */
  public boolean hasPrices() {
    return !waivers.priced().isEmpty();
  }

  private String asked() {
    return footing.unaskedNotes().isEmpty() ? "" : "that were asked ";
  }

  private String heading() {
    int count = found.conflicts().size();
    return "%s: %s%d minimal conflict%s%s\n"
        .formatted(
            reading,
            found.complete() ? "" : "at least ",
            count,
            count == 1 ? "" : "s",
            doubtful.isEmpty()
                ? ""
                : ", %d of them for want of what cannot be told".formatted(doubtful.size()));
  }

  private String text(Set<String> conflict) {
    boolean alone = conflict.size() == 1;
    StringBuilder out = new StringBuilder("  ");
    if (doubtful.contains(conflict)) {
      out.append(alone ? "alone cannot be told to be kept:" : "cannot be told to be all kept:");
    } else {
      out.append(alone ? "alone leaves no placement:" : "cannot all be kept:");
    }
    out.append('\n');
    conflict.forEach(name -> out.append(words(name, doubtful.contains(conflict))));
    return out.toString();
  }

  private String words(String name, boolean doubtful) {
    Clause clause = clauses.get(name);
    String words = Wrapped.text(name + ": " + clause.text() + " [" + clause.cite() + "]", "    ");
    Set<String> wanting = untold.getOrDefault(name, Set.of());
    return doubtful && !wanting.isEmpty()
        ? words + Wrapped.text(String.join("; ", wanting), "      ")
        : words;
  }

  private String waiverText() {
    List<Long> costs =
        waivers.priced().stream()
            .flatMap(w -> cents(w).stream())
            .distinct()
            .sorted()
            .limit(RANKS.size())
            .toList();
    List<Column<Waiver>> columns = new ArrayList<>();
    columns.add(Column.text("waived, each enough", "", w -> String.join(" and ", w.clauses())));
    columns.add(new Column<>("premium", "", "", w -> new Cell(premium(w), true)));
    columns.add(Column.text("", "", w -> rank(w, costs)));
    return "  What to waive, and what keeping the rest costs, USD a day"
        + waivers.leftOut().map(some -> ", " + some).orElse("")
        + "\n"
        + TableFormat.TABLE
            .render(new Table<>("waivers", "", columns).with(waivers.priced()))
            .indent(2);
  }

  private String premium(Waiver waiver) {
    return waiver.premium().map(p -> PriceReport.money(footing, p)).orElse("");
  }

  private static String rank(Waiver waiver, List<Long> costs) {
    return cents(waiver).map(costs::indexOf).filter(rank -> rank >= 0).map(RANKS::get).orElse("");
  }

  private static Optional<Long> cents(Waiver waiver) {
    return waiver.premium().map(Difference::usdPerDay).map(usd -> Math.round(usd * 100));
  }
}
