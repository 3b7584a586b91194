package situs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import situs.experiment.SampleExperiment;
import situs.model.Scenario;
import situs.model.Span;

/** In a run from midnight of 2026-03-18. */
class LastingTest {
  private static final Scenario HALF_A_DAY =
      SampleExperiment.scenario().withRun(Duration.ofHours(12), 1, 1);

  private static Span minutes(int from, int until) {
    return new Span(60 * from, 60 * until);
  }

  /** One subject in one replication. */
  private static Lasting of(Span... spans) {
    return Lasting.of(List.of(List.of(List.of(spans))));
  }

  @Test
  void saysHowLongInHowManyEpisodesAndWhen() {
    assertThat(of(minutes(60, 80), minutes(540, 560)).words(HALF_A_DAY))
        .isEqualTo("40 min in 2 episodes, 01:00 to 09:20");
    assertThat(of(minutes(60, 140)).words(HALF_A_DAY)).isEqualTo("1 h 20 min, 01:00 to 02:20");
    assertThat(of(minutes(60, 60)).words(HALF_A_DAY)).isEqualTo("at 01:00");
    assertThat(of(minutes(60, 120)).words(HALF_A_DAY)).isEqualTo("1 h, 01:00 to 02:00");
  }

  @Test
  void datesAreToldWhereARunHasSeveral() {
    Scenario threeDays = HALF_A_DAY.withRun(Duration.ofDays(3), 1, 1);
    assertThat(of(minutes(60, 100)).words(threeDays))
        .isEqualTo("40 min, 2026-03-18 01:00 to 01:40");
    assertThat(of(minutes(60, 1500)).words(threeDays))
        .isEqualTo("24 h, 2026-03-18 01:00 to 2026-03-19 01:00");
  }

  @Test
  void midnightAtTheEndOfTheDayIsNotThatAtItsStart() {
    Scenario day = HALF_A_DAY.withRun(Duration.ofDays(1), 1, 1);
    assertThat(of(minutes(720, 1440)).words(day)).isEqualTo("12 h, 12:00 to 24:00");
  }

  @Test
  void subjectsShareEpisodesAndReplicationsAreAveraged() {
    // First replication: 01:00 to 01:30 by both; second: nothing by one, 10 minutes by the other.
    Lasting lasting =
        Lasting.of(
            List.of(
                List.of(List.of(minutes(60, 80)), List.of()),
                List.of(List.of(minutes(75, 90)), List.of(minutes(200, 210)))));
    assertThat(lasting.lengthS()).isEqualTo(60 * (30 + 10) / 2.0);
    assertThat(lasting.episodes()).isEqualTo(1);
    assertThat(lasting.within()).isEqualTo(minutes(60, 210));
  }

  /** Of 720 minutes; what is seen now and then is not seen at once. */
  @ParameterizedTest
  @CsvSource({"0, 720, true", "5, 716, true", "30, 720, false", "0, 360, false"})
  void whatLastsAllTheTimeIsNoPartOfIt(int from, int until, boolean whole) {
    assertThat(of(minutes(from, until)).isWhole(HALF_A_DAY)).isEqualTo(whole);
  }

  @Test
  void manyEpisodesAreCounted() {
    Span[] hours =
        IntStream.range(0, 10).mapToObj(h -> minutes(60 * h, 60 * h + 6)).toArray(Span[]::new);
    assertThat(of(hours).words(HALF_A_DAY)).isEqualTo("1 h in 10 episodes, 00:00 to 09:06");
  }
}
