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

  @Test
  void whatIsNotFoundInNoTimeIsUndecided() {
    assertThat(optima.sought(LETTER, new Goal.Cost(), NO_TIME))
        .isEqualTo(new Sought.Undecided<>(NO_TIME));
    assertThat(optima.sought(LETTER, new Goal.Cost(), Optimal.EFFORT).found()).isPresent();
  }

  @Test
  void whoeverAsksForAYesOrNoIsToldThatThereIsNone() {
    assertThatThrownBy(() -> optima.best(LETTER, new Goal.Cost(), NO_TIME))
        .isInstanceOf(UndecidedException.class)
        .hasMessageContaining("20000 nodes or 0.000000001 s");
    assertThatThrownBy(() -> optima.bestInTime(LETTER, new Goal.Cost(), NO_TIME))
        .isInstanceOf(UndecidedException.class);
  }
}
