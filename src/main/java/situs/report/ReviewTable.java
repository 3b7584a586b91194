package situs.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import situs.contract.SubjectKind;
import situs.contract.Verdict;
import situs.model.Unplaced;
import situs.review.Opinion;
import situs.review.Review;

/** What {@code situs check} says, cell by cell. */
public final class ReviewTable {
  private ReviewTable() {}

  /**
   * A placement's part and what a reading says of it, or a component that has none.
   *
   * @param opinion empty of what is not placed
   */
  private record Row(
      String strategy,
      Instant from,
      String kind,
      String subject,
      Optional<Opinion> opinion,
      String verdict,
      String reason) {
    static Row of(Review review, Opinion opinion) {
      return new Row(
          review.strategy(),
          opinion.from(),
          opinion.subject().facts().kind().word(),
          opinion.subject().name(),
          Optional.of(opinion),
          opinion.needsRun() ? "needs a run" : opinion.judgement().verdict().word(),
          opinion.judgement().verdict().reason());
    }

    static Row of(Review review, Instant regime, Unplaced unplaced) {
      return new Row(
          review.strategy(),
          regime,
          SubjectKind.PLACEMENT.word(),
          unplaced.component().toString(),
          Optional.empty(),
          "not placed",
          Readable.percent(unplaced.share()) + " of its peak: " + unplaced.reason());
    }

    /** Empty of what no clause was asked of. */
    String said(Function<Opinion, String> what) {
      return opinion.map(what).orElse("");
    }
  }

  private static final Table<Row> TABLE =
      new Table<>(
          "check",
          "One row a placement, instant, subject, clause and reading; and one a component without a"
              + " place.",
          List.of(
              Column.text("strategy", "Whose placement.", Row::strategy),
              Column.text("from", "The law of that instant, UTC.", r -> r.from().toString()),
              Column.text("subject_kind", "placement, route or total.", Row::kind),
              Column.text(
                  "subject", "The placement, or the workload, its chain and hop.", Row::subject),
              Column.text(
                  "origin",
                  "Metro that the hop is taken from; empty of a placement.",
                  r -> r.said(o -> String.join(" ", o.subject().origins()))),
              Column.text(
                  "contract", "Its name.", r -> r.said(o -> o.judgement().contract().name())),
              Column.text(
                  "clause", "Its name in it.", r -> r.said(o -> o.judgement().clause().id())),
              Column.text(
                  "reading", "By which it is read.", r -> r.said(o -> o.judgement().reading())),
              Column.text(
                  "verdict",
                  "kept, forbidden, not permitted, not applicable, undetermined, exceptions disagree,"
                      + " or needs a run; not placed: it found no place.",
                  Row::verdict),
              Column.text(
                  "basis",
                  "facts, plan (amounts as planned; a run strays from them), or run (it needs one).",
                  r -> r.said(o -> o.basis().name().toLowerCase(Locale.ROOT))),
              Column.text(
                  "missing",
                  "Facts that would decide and are not known.",
                  r -> r.said(ReviewTable::missing)),
              Column.text("reason", "Why.", Row::reason),
              Column.text(
                  "cite",
                  "Where the clause is reported.",
                  r -> r.said(o -> o.judgement().clause().cite())),
              Column.text(
                  "status",
                  "How sure that report is.",
                  r -> r.said(o -> o.judgement().clause().status()))));

  public static Sheet<?> of(List<Review> reviews) {
    return TABLE.with(
        reviews.stream().flatMap(review -> Stream.concat(said(review), unplaced(review))).toList());
  }

  private static Stream<Row> said(Review review) {
    return review.opinions().stream().map(opinion -> Row.of(review, opinion));
  }

  private static Stream<Row> unplaced(Review review) {
    return review.regimes().stream()
        .flatMap(
            regime -> review.placement().unplaced().stream().map(u -> Row.of(review, regime, u)));
  }

  private static String missing(Opinion opinion) {
    return opinion.judgement().verdict() instanceof Verdict.Undetermined open ? open.fact() : "";
  }
}
