package situs.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import situs.model.Placement;
import situs.placement.Strategy;
import situs.review.Review;
import situs.scenario.LoadedScenario;

/** Which placements are held against contracts without a run. */
final class ReviewOptions {
  @Option(
      names = "--strategy",
      split = ",",
      paramLabel = "NAME",
      description = "Only this strategy; may be repeated. A reading follows a colon.")
  private List<String> strategies = List.of();

  @Mixin private BadRowsOption badRows;

  BadRowsOption badRows() {
    return badRows;
  }

  /** What the clauses say of the placement of each strategy at each instant. */
  List<Review> review(LoadedScenario loaded, List<Instant> regimes) {
    return Review.of(loaded.scenario(), loaded.contracts(), placements(loaded), regimes);
  }

  /** Of each strategy. */
  List<Placement> placements(LoadedScenario loaded) {
    List<Placement> placements = new ArrayList<>();
    for (Strategy strategy : StrategyChoice.of(strategies, Optional.empty(), loaded)) {
      placements.add(strategy.place(loaded.scenario(), loaded.contracts()));
    }
    return placements;
  }
}
