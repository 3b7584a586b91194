package situs.report;

import static situs.report.PriceTables.DAYS_PER_YEAR;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import situs.placement.Change;
import situs.placement.ClausePrices.Part;
import situs.placement.Difference;
import situs.report.PriceTables.OfClause;
import situs.report.PriceTables.OfConcession;
import situs.report.PriceTables.OfWaiver;
import situs.report.PriceTables.Premium;
import situs.report.PriceTables.Simulated;
import situs.report.PriceTables.Subject;
import situs.stats.Estimate;

/** What {@code situs price} prints. */
public record PriceReport(
    List<Premium> premiums,
    List<OfClause> clauses,
    List<OfWaiver> waivers,
    List<OfConcession> concessions) {
  static final String NOT_SHOWN = "no difference shown";
  private static final double CENT = 0.01;

  public PriceReport {
    premiums = List.copyOf(premiums);
    clauses = List.copyOf(clauses);
    waivers = List.copyOf(waivers);
    concessions = List.copyOf(concessions);
  }

  /** The tables, for files. */
  public List<Sheet<?>> sheets() {
    return List.of(
        PriceTables.PREMIUMS.with(premiums),
        PriceTables.CLAUSES.with(clauses),
        PriceTables.WAIVERS.with(waivers),
        PriceTables.NEGOTIATION.with(concessions));
  }

  /** For people. */
  public String text(Style style) {
    if (premiums.isEmpty()) {
      return "The scenario has no contracts: there is nothing to price.\n";
    }
    StringBuilder out = new StringBuilder();
    section(out, style, "What complying costs, USD a day", premiums, premiumColumns());
    section(out, style, "What each clause costs, USD a day", clauses, clauseColumns());
    section(
        out,
        style,
        "Where not all can be kept: what to waive, USD a day",
        waivers,
        waiverColumns());
    section(out, style, "What concessions save, USD a day", concessions, concessionColumns());
    notes().forEach(note -> out.append(Wrapped.text(note, "")));
    return out.toString();
  }

  /** Without columns that say nothing here, and what readings have in common only once. */
  private <R> void section(
      StringBuilder out, Style style, String heading, List<R> rows, List<Column<R>> columns) {
    if (rows.isEmpty()) {
      return;
    }
    boolean several = subjects().map(Subject::scenario).distinct().count() > 1;
    List<Column<R>> telling =
        columns.stream()
            .filter(c -> several || !c.name().equals("scenario"))
            .filter(c -> rows.stream().anyMatch(row -> !c.value().apply(row).text().isEmpty()))
            .toList();
    out.append(style.heading(heading)).append('\n');
    out.append(TableFormat.TABLE.render(SharedRows.of(heading, rows, telling)));
    out.append('\n');
  }

  private static List<Column<Premium>> premiumColumns() {
    return List.of(
        Column.text("scenario", "", r -> r.subject().scenario()),
        Column.text("reading", "", r -> r.subject().reading()),
        cell(
            "without",
            r -> r.prices().without().map(k -> cost(r.subject().footing(), PriceTables.cost(k)))),
        cell(
            "with",
            r ->
                Optional.of(
                    r.prices()
                        .with()
                        .map(k -> cost(r.subject().footing(), PriceTables.cost(k)))
                        .orElse("not all can be kept"))),
        cell("premium", r -> PriceTables.premium(r).map(d -> money(r.subject().footing(), d))),
        cell(
            "premium a year", r -> PriceTables.premium(r).map(d -> year(r.subject().footing(), d))),
        cell("simulated", r -> simulated(r.subject().footing(), r.simulated())),
        cell(
            "call longer as planned, s",
            r -> PriceTables.premium(r).map(d -> longer(r.subject().footing(), d.callS()))),
        cell("simulated, s", r -> time(r.subject().footing(), r.simulated())));
  }

  private static List<Column<OfClause>> clauseColumns() {
    return List.of(
        Column.text("scenario", "", r -> r.subject().scenario()),
        Column.text("reading", "", r -> r.subject().reading()),
        Column.text("clause", "", r -> r.price().clause()),
        cell("alone", r -> r.price().alone().map(d -> money(r.subject().footing(), d))),
        cell("simulated alone", r -> simulated(r.subject().footing(), r.alone())),
        cell("waiver saves", r -> r.price().waived().map(d -> money(r.subject().footing(), d))),
        cell("simulated", r -> simulated(r.subject().footing(), r.waived())),
        cell("Shapley", r -> r.price().share().map(s -> part(r, s))),
        cell(
            "call longer if waived, as planned, s",
            r -> r.price().waived().map(d -> longer(r.subject().footing(), 0 - d.callS()))),
        cell("simulated, s", r -> time(r.subject().footing(), r.waived())));
  }

  private static List<Column<OfWaiver>> waiverColumns() {
    return List.of(
        Column.text("scenario", "", r -> r.subject().scenario()),
        Column.text("reading", "", r -> r.subject().reading()),
        Column.text("waived", "", r -> String.join("; ", r.waiver().clauses())),
        cell(
            "cost",
            r -> r.waiver().rest().map(k -> cost(r.subject().footing(), PriceTables.cost(k)))),
        cell("premium", r -> r.waiver().premium().map(d -> money(r.subject().footing(), d))),
        cell("simulated", r -> simulated(r.subject().footing(), r.simulated())),
        cell(
            "call longer as planned, s",
            r -> r.waiver().premium().map(d -> longer(r.subject().footing(), d.callS()))),
        cell("simulated, s", r -> time(r.subject().footing(), r.simulated())));
  }

  private static List<Column<OfConcession>> concessionColumns() {
    return List.of(
        Column.text("scenario", "", r -> r.subject().scenario()),
        Column.text("reading", "", r -> r.subject().reading()),
        Column.text("clause", "", r -> r.concession().clause()),
        Column.text("if it", "", r -> r.concession().change().words()),
        cell(
            "cost",
            r ->
                r.concession().then().found().map(o -> cost(r.subject().footing(), o.usdPerDay()))),
        cell("saved", r -> r.concession().saved().map(d -> money(r.subject().footing(), d))),
        cell("a year", r -> r.concession().saved().map(d -> year(r.subject().footing(), d))),
        Column.text("that is", "", r -> ConcessionWords.worth(r.concession())),
        Column.text("and", "", r -> ConcessionWords.among(r.concession())));
  }

  private static <R> Column<R> cell(String name, Function<R, Optional<String>> value) {
    return new Column<>(name, "", "", row -> new Cell(value.apply(row).orElse(""), true));
  }

  private static String cost(Footing footing, double usd) {
    return Readable.decimals(usd, 2) + footing.markOfCost();
  }

  /** To the cent where the searches' gaps cannot be seen, else with the bounds they leave. */
  static String money(Footing footing, Difference difference) {
    return difference.isFine()
        ? cost(footing, difference.usdPerDay())
        : bounded(
            footing,
            Readable.decimals(difference.usdPerDay(), 2),
            difference.leastUsdPerDay(),
            difference.mostUsdPerDay());
  }

  private static String bounded(Footing footing, String found, double least, double most) {
    return "%s%s (%s to %s)"
        .formatted(
            least > 0 ? found : NOT_SHOWN,
            least > 0 ? footing.markOfCost() : "",
            Readable.decimals(least, 2),
            Readable.decimals(most, 2));
  }

  private static String year(Footing footing, Difference difference) {
    return difference.isFine() || difference.isShown()
        ? Readable.count(difference.usdPerDay() * DAYS_PER_YEAR) + footing.markOfCost()
        : NOT_SHOWN;
  }

  private static String part(OfClause row, Part part) {
    String found =
        part.usdPerDay()
            .ci95()
            .map(ci -> Readable.figure(part.usdPerDay()))
            .orElseGet(() -> Readable.decimals(part.usdPerDay().mean(), 2));
    double mean = part.usdPerDay().mean();
    boolean fine = row.price().waived().map(Difference::isFine).orElse(true);
    return fine
        ? found + row.subject().footing().markOfCost()
        : bounded(
            row.subject().footing(),
            found,
            Math.max(0, mean - part.slackUsdPerDay()),
            mean + part.slackUsdPerDay());
  }

  private static Optional<String> simulated(Footing footing, Optional<Simulated> simulated) {
    return simulated.map(s -> shown(s.usdPerDay(), "") + footing.markOfCost());
  }

  private static Optional<String> time(Footing footing, Optional<Simulated> simulated) {
    return simulated
        .flatMap(Simulated::callS)
        .map(s -> shown(s, sign(s.mean())) + footing.markOfTime());
  }

  /** A difference whose interval reaches over 0 may be chance. */
  static String shown(Estimate difference, String sign) {
    String figure = sign + Readable.figure(difference);
    return difference.ci95().filter(ci -> ci > 0 && ci >= Math.abs(difference.mean())).isPresent()
        ? NOT_SHOWN + " (" + figure + ")"
        : figure;
  }

  private static String longer(Footing footing, double seconds) {
    String figure = Readable.decimals(seconds, 4);
    return Double.parseDouble(figure.replace(",", "")) == 0
        ? "0" + footing.markOfTime()
        : sign(seconds) + figure + footing.markOfTime();
  }

  private static String sign(double value) {
    return value > 0 ? "+" : "";
  }

  private Stream<Subject> subjects() {
    return premiums.stream().map(Premium::subject);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    premiums.stream()
        .map(p -> p.prices().asked().words())
        .distinct()
        .forEach(words -> notes.add("Every cost is of a placement that " + words + "."));
    notes.add(precision());
    if (concessions.stream().anyMatch(c -> c.concession().change() instanceof Change.Eased)) {
      notes.add(
          "Tried were half points of a share (tenths where there are few), whole instances and"
              + " accelerators, and thousandths of other sums.");
    }
    premiums.stream()
        .flatMap(p -> p.prices().waivers().leftOut().stream())
        .distinct()
        .forEach(some -> notes.add("Of what could be waived, fewest clauses first, " + some + "."));
    Set<String> doubts = new LinkedHashSet<>();
    subjects().forEach(s -> doubts.addAll(s.footing().unaskedNotes()));
    subjects().forEach(s -> doubts.addAll(s.footing().doubts()));
    notes.addAll(doubts);
    return notes;
  }

  private String precision() {
    double widest =
        Stream.of(
                premiums.stream().flatMap(p -> p.prices().premium().stream()),
                clauses.stream().flatMap(c -> c.price().alone().stream()),
                clauses.stream().flatMap(c -> c.price().waived().stream()),
                waivers.stream().flatMap(w -> w.waiver().premium().stream()),
                concessions.stream().flatMap(c -> c.concession().saved().stream()))
            .flatMap(s -> s)
            .mapToDouble(d -> d.mostUsdPerDay() - d.leastUsdPerDay())
            .max()
            .orElse(0);
    return String.format(
        Locale.ROOT,
        "Searches end with a gap: by their bounds no difference of plans is off by more than %s USD"
            + " a day%s.",
        Readable.decimals(Math.max(0, Math.ceil(widest / CENT)) * CENT, 2),
        anyCoarse()
            ? "; where that can be seen, the figure has its bounds behind it, and where they reach"
                + " 0, no difference is shown"
            : "");
  }

  private boolean anyCoarse() {
    return clauses.stream()
            .flatMap(c -> Stream.of(c.price().alone(), c.price().waived()))
            .flatMap(Optional::stream)
            .anyMatch(d -> !d.isFine())
        || premiums.stream().flatMap(p -> p.prices().premium().stream()).anyMatch(d -> !d.isFine());
  }
}
