package situs.report;

import java.util.List;
import java.util.Locale;
import situs.contract.Verdict;
import situs.review.Opinion;
import situs.review.Review;

/** What {@code situs check} says, cell by cell. */
public final class ReviewTable {
  private ReviewTable() {}

  /** A placement's part and what a reading says of it. */
  private record Row(Review review, Opinion opinion) {}

  private static final Table<Row> TABLE =
      new Table<>(
          "check",
          "One row a placement, instant, subject, clause and reading.",
          List.of(
              Column.text("strategy", "Whose placement.", r -> r.review().strategy()),
              Column.text("from", "The law of that instant, UTC.", r -> r.opinion().from() + ""),
              Column.text(
                  "subject_kind",
                  "placement, route or total.",
                  r -> r.opinion().subject().facts().kind().word()),
              Column.text(
                  "subject",
                  "The placement, or the workload, its chain and hop.",
                  r -> r.opinion().subject().name()),
              Column.text(
                  "origin",
                  "Metro that the hop is taken from; empty of a placement.",
                  r -> String.join(" ", r.opinion().subject().origins())),
              Column.text("contract", "Its name.", r -> r.opinion().judgement().contract().name()),
              Column.text("clause", "Its name in it.", r -> r.opinion().judgement().clause().id()),
              Column.text(
                  "reading", "By which it is read.", r -> r.opinion().judgement().reading()),
              Column.text(
                  "verdict",
                  "kept, forbidden, not permitted, not applicable, undetermined, exceptions disagree,"
                      + " or needs a run.",
                  r -> verdict(r.opinion())),
              Column.text(
                  "basis",
                  "facts, plan (amounts as planned; a run strays from them), or run (it needs one).",
                  r -> r.opinion().basis().name().toLowerCase(Locale.ROOT)),
              Column.text("missing", "Facts that would decide and are not known.", r -> missing(r)),
              Column.text("reason", "Why.", r -> r.opinion().judgement().verdict().reason()),
              Column.text(
                  "cite",
                  "Where the clause is reported.",
                  r -> r.opinion().judgement().clause().cite()),
              Column.text(
                  "status",
                  "How sure that report is.",
                  r -> r.opinion().judgement().clause().status())));

  public static Sheet<?> of(List<Review> reviews) {
    return TABLE.with(
        reviews.stream()
            .flatMap(review -> review.opinions().stream().map(o -> new Row(review, o)))
            .toList());
  }

  private static String verdict(Opinion opinion) {
    return opinion.needsRun() ? "needs a run" : opinion.judgement().verdict().word();
  }

  private static String missing(Row row) {
    return row.opinion().judgement().verdict() instanceof Verdict.Undetermined open
        ? open.fact()
        : "";
  }
}
