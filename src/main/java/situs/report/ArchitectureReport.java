package situs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import situs.placement.Architectures;
import situs.placement.Architectures.Costed;
import situs.placement.Difference;
import situs.placement.Optima.Optimum;

/**
 * What architectures cost, as {@code situs architectures} prints it.
 *
 * @param scenario its name
 */
public record ArchitectureReport(String scenario, Architectures found, Footing footing) {
  private static final String UNLAWFUL = "-";

  /** An architecture under a reading. */
  public record Row(ArchitectureReport of, Costed costed, String reading) {
    private Optional<Optimum> optimum() {
      return costed.optima().get(reading);
    }

    private Optional<Difference> premium() {
      return Optional.ofNullable(costed.premiums().get(reading));
    }

    private String objecting() {
      return String.join("; ", costed.objecting().getOrDefault(reading, java.util.Set.of()));
    }
  }

  public static final Table<Row> TABLE =
      new Table<>(
          "architectures",
          "Of `situs architectures --format csv`: one row a scenario, architecture and reading.",
          List.of(
              Column.text("scenario", "Its name.", r -> r.of().scenario()),
              Column.text(
                  "architecture",
                  "Which provider hosts each component, all of it.",
                  r -> r.costed().architecture().words()),
              Column.text("reading", "By which clauses are kept, or `no clauses`.", Row::reading),
              Column.known(
                  "cost_usd_per_day",
                  "USD/day",
                  2,
                  "The least cost of placements so that the reading permits; empty where there are"
                      + " none.",
                  r -> r.optimum().map(Optimum::usdPerDay)),
              Column.known(
                  "premium_usd_per_day",
                  "USD/day",
                  2,
                  "What that is more than the least cost of all that the reading permits.",
                  r -> r.premium().map(Difference::usdPerDay)),
              Column.known(
                  "premium_least_usd_per_day",
                  "USD/day",
                  2,
                  "By the bounds that the searches proved it is not less; 0 where no difference is"
                      + " shown.",
                  r -> r.premium().map(Difference::leastUsdPerDay)),
              Column.known(
                  "premium_most_usd_per_day",
                  "USD/day",
                  2,
                  "Likewise not more.",
                  r -> r.premium().map(Difference::mostUsdPerDay)),
              Column.text(
                  "objecting",
                  "Where the reading permits none: its clauses that object to the cheapest placement"
                      + " so; empty where there is none even without clauses.",
                  Row::objecting),
              Column.text(
                  "price_status",
                  "How sure prices are on which it rests, where not certain.",
                  r -> Footing.statuses(r.of().footing().prices()))));

  /** One an architecture and reading. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Costed costed : found.all()) {
      found.readings().forEach(reading -> rows.add(new Row(this, costed, reading)));
    }
    return rows;
  }

  /** A line of the terminal's table: the least cost of all, or an architecture's premiums. */
  private record Line(String words, Optional<Costed> costed) {}

  /** For people. */
  public String text(Style style) {
    List<Column<Line>> columns = new ArrayList<>();
    columns.add(Column.text("USD a day", "", Line::words));
    for (String reading : found.readings()) {
      columns.add(new Column<>(reading, "", "", line -> new Cell(cell(line, reading), true)));
    }
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("cheapest of all", Optional.empty()));
    found.all().forEach(c -> lines.add(new Line(c.architecture().words(), Optional.of(c))));
    StringBuilder out = new StringBuilder(style.heading(scenario)).append('\n');
    out.append(TableFormat.TABLE.render(new Table<>(scenario, "", columns).with(lines)));
    footing.unaskedNotes().forEach(note -> out.append(Wrapped.text(note, "")));
    return out.toString();
  }

  private String cell(Line line, String reading) {
    if (line.costed().isEmpty()) {
      return found
          .cheapest()
          .get(reading)
          .map(o -> Readable.decimals(o.usdPerDay(), 2) + footing.markOfCost())
          .orElse("none");
    }
    Costed costed = line.costed().get();
    if (costed.optima().get(Architectures.FREE).isEmpty()) {
      return "no room";
    }
    return Optional.ofNullable(costed.premiums().get(reading)).map(this::premium).orElse(UNLAWFUL);
  }

  private String premium(Difference difference) {
    String figure = PriceReport.money(footing, difference);
    return Character.isDigit(figure.charAt(0)) ? "+" + figure : figure;
  }

  /** What the cells mean, once for several scenarios. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "The first line is the least cost that each reading permits, components of several providers"
            + " included; below it what an architecture costs more. Every cost is of a placement that "
            + found.asked().words()
            + ". "
            + UNLAWFUL
            + ", none: the reading permits no placement of all demand so.");
    notes.addAll(footing.doubts());
    return notes;
  }
}
