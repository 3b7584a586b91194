package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import situs.contract.Quota.Bound;
import situs.optimise.Answer.Outcome;
import situs.optimise.Effort;
import situs.placement.Change;
import situs.placement.Concession;
import situs.placement.Concession.Point;
import situs.placement.Difference;
import situs.placement.Optima.Optimum;
import situs.placement.Reached;
import situs.placement.Sought;

class ConcessionWordsTest {
  private static final Change SHARE = new Change.Eased(Bound.AT_MOST, 60, 75, 74.5, "point");
  private static final Sought<Optimum> FOUND =
      new Sought.Found<>(
          new Optimum(
              900,
              Optional.of(900.0),
              new Reached(900, 900),
              0,
              0,
              true,
              Outcome.PROVEN,
              Set.of()));
  private static final Optional<Difference> SAVED =
      Optional.of(new Difference(300, 300, 300, 0, 1200));

  private static Concession at(Set<Point> points) {
    return new Concession("c/1", SHARE, points, FOUND, SAVED);
  }

  /** 300 for 15 points. */
  @Test
  void aConcessionIsWorthItsSavingOverWhatIsConceded() {
    assertThat(ConcessionWords.worth(at(Set.of(Point.FIRST))))
        .isEqualTo("20.00 USD a day for each point of the share");
  }

  @Test
  void eachPointSaysWhatItIs() {
    assertThat(SHARE.words()).isEqualTo("asks for at most 75 % instead of 60 %");
    assertThat(ConcessionWords.among(at(Set.of(Point.FIRST))))
        .isEqualTo("the least that does (74.5 % does not)");
    assertThat(ConcessionWords.among(at(Set.of(Point.BEST))))
        .isEqualTo("the most for each point of the share");
    assertThat(ConcessionWords.among(at(EnumSet.allOf(Point.class))))
        .isEqualTo("the least that does (74.5 % does not); does as much as a waiver");
    assertThat(ConcessionWords.points(at(EnumSet.allOf(Point.class))))
        .isEqualTo("first; best; all");
  }

  /** Nobody knows, which is not the same as nothing. */
  @Test
  void whatNoSearchCouldTellIsSaidToBeUnknown() {
    Sought<Optimum> open = new Sought.Undecided<>(new Effort(0, 1, Duration.ofSeconds(1)));
    Concession region =
        new Concession(
            "c/1", new Change.Regions(List.of("red/a")), Set.of(), open, Optional.empty());
    assertThat(ConcessionWords.of(region))
        .isEqualTo("not known: a search ended before it could tell");
  }

  @Test
  void whereNothingWasPossibleBeforeNothingIsSaved() {
    Concession possible =
        new Concession("c/1", SHARE, Set.of(Point.FIRST), FOUND, Optional.empty());
    assertThat(ConcessionWords.of(possible))
        .isEqualTo(
            "makes it possible to keep all other clauses; the least that does (74.5 % does not)");
  }
}
