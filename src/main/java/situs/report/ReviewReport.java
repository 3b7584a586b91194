package situs.report;

import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import situs.audit.Standing;
import situs.model.Placement;
import situs.review.Opinion;
import situs.review.Review;

/** What {@code situs check} prints: standings, and who objects or cannot tell, and why. */
public final class ReviewReport {
  /** More of what a clause says the same of are left to the other formats. */
  private static final int SHOWN = 4;

  private static final String NONE = "-";

  private final List<Review> reviews;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private ReviewReport(List<Review> reviews, Style style) {
    this.reviews = reviews;
    this.style = style;
  }

  /** A row of the standings. */
  private record Row(Review review, Instant regime) {}

  /** What is said alike of several subjects by several readings at several times. */
  private record Saying(String clause, String reason) {}

  private static final class Saids {
    final Set<String> subjects = new TreeSet<>();
    final Set<String> readings = new TreeSet<>();
    final Set<Instant> regimes = new TreeSet<>();
  }

  /** Of one scenario; there is at least one review. */
  public static String of(List<Review> reviews, Style style) {
    ReviewReport report = new ReviewReport(reviews, style);
    report.standings();
    report.out.append(UnplacedList.of(reviews.stream().map(Review::placement).toList(), style));
    report.sayings("Objections", o -> o.standing() == Standing.BREACH);
    report.sayings("Open", Opinion::isOpen);
    report.runs();
    return report.out.toString();
  }

  private void standings() {
    List<ColumnData<Row>> columns = new ArrayList<>();
    columns.add(column("strategy", row -> row.review().strategy()));
    if (reviews.get(0).regimes().size() > 1) {
      columns.add(column("from", row -> Readable.instant(row.regime())));
    }
    columns.add(column("standing", ReviewReport::standing));
    for (String reading : reviews.get(0).readings()) {
      columns.add(column(reading, row -> standing(row, reading)));
    }
    List<Row> rows =
        reviews.stream()
            .flatMap(review -> review.regimes().stream().map(regime -> new Row(review, regime)))
            .toList();
    out.append(TextTable.of(rows, columns));
  }

  /** Of what is placed: of the rest no clause says anything. */
  private static String standing(Row row) {
    Placement placement = row.review().placement();
    if (placement.placed().isEmpty()) {
      return "nothing is placed";
    }
    String word = row.review().standing(row.regime()).word();
    return placement.placesEverything() ? word : word + ", of what is placed";
  }

  private static String standing(Row row, String reading) {
    return row.review().placement().placed().isEmpty()
        ? NONE
        : row.review().standing(row.regime(), reading).word();
  }

  private static ColumnData<Row> column(String header, Function<Row, String> value) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(HorizontalAlign.LEFT)
        .with(value);
  }

  private void sayings(String heading, Predicate<Opinion> which) {
    StringBuilder above = new StringBuilder("\n" + style.heading(heading) + "\n");
    for (Review review : reviews) {
      Map<Saying, Saids> sayings = new LinkedHashMap<>();
      for (Opinion opinion : review.opinions()) {
        if (which.test(opinion)) {
          add(sayings, opinion);
        }
      }
      if (!sayings.isEmpty()) {
        out.append(above).append(review.strategy()).append('\n');
        above.setLength(0);
        append(sayings, review);
      }
    }
  }

  private static void add(Map<Saying, Saids> sayings, Opinion opinion) {
    String planned = opinion.basis() == Opinion.Basis.PLAN ? "as planned, " : "";
    Saying saying = new Saying(opinion.clause(), planned + opinion.judgement().verdict().reason());
    Saids saids = sayings.computeIfAbsent(saying, s -> new Saids());
    saids.subjects.add(opinion.subject().name());
    saids.readings.add(opinion.judgement().reading());
    saids.regimes.add(opinion.from());
  }

  private void append(Map<Saying, Saids> sayings, Review review) {
    String above = "";
    for (Map.Entry<Saying, Saids> entry : sayings.entrySet()) {
      Saying saying = entry.getKey();
      Saids saids = entry.getValue();
      String head =
          Wrapped.text(saying.clause(), "  ") + Wrapped.text(subjects(saids.subjects), "    ");
      out.append(head.equals(above) ? "" : head);
      above = head;
      String when =
          saids.regimes.size() == review.regimes().size()
              ? ""
              : " (from "
                  + String.join(", ", saids.regimes.stream().map(Readable::instant).toList())
                  + ")";
      out.append(
          Wrapped.text(String.join(", ", saids.readings) + when + ": " + saying.reason(), "    "));
    }
  }

  private static String subjects(Set<String> all) {
    String first = String.join("; ", all.stream().limit(SHOWN).toList());
    return all.size() > SHOWN ? first + "; and " + (all.size() - SHOWN) + " more" : first;
  }

  /** What nobody can say before a run. */
  private void runs() {
    Set<String> clauses = new TreeSet<>();
    reviews.forEach(
        review ->
            review.opinions().stream()
                .filter(Opinion::needsRun)
                .forEach(opinion -> clauses.add(opinion.clause())));
    if (!clauses.isEmpty()) {
      out.append(
          "\n" + Wrapped.text("Only a run can tell of " + String.join(", ", clauses) + ".", ""));
    }
  }
}
