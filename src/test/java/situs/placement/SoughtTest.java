package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import situs.optimise.Effort;
import situs.scenario.KnownStrategies;
import situs.scenario.LoadedScenario;
import situs.scenario.ScenarioFile;

/** A search that ended by its limits has not excluded anything. */
class SoughtTest {
  private static final Effort NO_TIME = new Effort(1e-4, 20_000, Duration.ofNanos(1));
  private static final Predicate<ClauseReading> LETTER = c -> c.reading().equals("letter");

  private final Optima optima = optima();

  private static Optima optima() {
    LoadedScenario loaded =
        ScenarioFile.read(
                Path.of("scenarios/three-clouds.yaml"),
                new KnownStrategies(List.of("cheapest", "fastest", "spread"), strategy -> true))
            .get(0);
    return Optima.of(loaded.scenario(), loaded.contracts());
  }

  /** There is a placement under the letter, so no haste may exclude it; it may be found or not. */
  @Test
  void noTimeExcludesNothing() {
    assertThat(optima.sought(LETTER, new Goal.Cost(), Optimal.EFFORT).found()).isPresent();
    assertThat(optima.sought(LETTER, new Goal.Cost(), NO_TIME))
        .isNotInstanceOf(Sought.Impossible.class);
  }

  @Test
  void whoeverAsksForAYesOrNoIsToldThatThereIsNone() {
    assertThatThrownBy(() -> new Sought.Undecided<>(NO_TIME).decided())
        .isInstanceOf(UndecidedException.class)
        .hasMessageContaining("20000 nodes or 0.000000001 s");
    assertThat(new Sought.Impossible<>().decided()).isEmpty();
    assertThat(new Sought.Found<>("plan").decided()).contains("plan");
  }

  @Test
  void lessIsAskedForOnlyWhereMoreIsProvenNotToBe() {
    Sought<String> other = new Sought.Found<>("late");
    assertThat(new Sought.Impossible<String>().orIfImpossible(() -> other)).isEqualTo(other);
    Sought<String> undecided = new Sought.Undecided<>(NO_TIME);
    assertThat(undecided.orIfImpossible(() -> other)).isEqualTo(undecided);
  }
}
