package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import situs.ContractFixture;
import situs.contract.Answer.Kind;
import situs.contract.Contracts;
import situs.contract.Quota;
import situs.model.Scenario;
import situs.optimise.Effort;
import situs.placement.Witnesses.Asks;

/** The cheapest placement that two laws judge differently, against every placement there is. */
class WitnessesTest {
  private static final List<String> MEASURES =
      List.of(
          "over: route, minimum-share: {of: requests, at-least: %d %%, where: target.provider =="
              + " \"red\"}",
          "over: route, maximum-share: {of: tokens, at-most: %d %%, where: target.region =="
              + " \"red/a\"}",
          "over: placement, maximum-share: {of: instances, at-most: %d %%, where:"
              + " placement.provider == \"blue\"}",
          "over: charge, minimum-share: {of: spend, at-least: %d %%, where: charge.region =="
              + " \"blue/c\"}");

  /** Up to two sums on either side, so that one of two may be the one that is broken. */
  @Test
  void noPlacementThatIsTurnedIsCheaper() {
    int found = 0;
    int excluded = 0;
    for (int seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Scenario scenario = OptimumOracleTest.small(random);
      Asks before = asks(scenario, random);
      Asks after = asks(scenario, random);
      List<Witnesses.Turn> turns = new Witnesses(scenario, Effort.EXACT).turns(before, after);
      Stages stages = Stages.of(scenario, Law.NONE, Sizing.USUAL);
      found += agrees(seed, turns, Kind.LAWFUL, least(scenario, stages, before, after));
      excluded += turns.isEmpty() ? 1 : 0;
    }
    // A test of the test: neither side of the question is rare.
    assertThat(found).isBetween(8, 36);
    assertThat(excluded).isBetween(2, 32);
  }

  private static int agrees(
      int seed, List<Witnesses.Turn> turns, Kind before, OptionalDouble least) {
    List<Witness> witnesses =
        turns.stream()
            .filter(t -> t.before() == before)
            .map(t -> t.sought().decided().orElseThrow())
            .toList();
    assertThat(witnesses).as("seed %d", seed).hasSize(least.isPresent() ? 1 : 0);
    least.ifPresent(
        usdPerHour ->
            assertThat(witnesses.get(0).usdPerDay())
                .as("seed %d", seed)
                .isCloseTo(24 * usdPerHour, within(1e-4 * 24 * usdPerHour)));
    return witnesses.size();
  }

  /** Of all that keeps every sum of the first law and breaks one of the second by the margin. */
  private static OptionalDouble least(Scenario scenario, Stages stages, Asks before, Asks after) {
    List<Requirement> kept = planned(scenario, stages, before.kept());
    return planned(scenario, stages, after.broken()).stream()
        .map(
            broken ->
                Exhaustive.leastCost(
                    stages,
                    lane -> true,
                    Stream.concat(kept.stream(), Stream.of(broken.by(Witnesses.MARGIN))).toList()))
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  private static List<Requirement> planned(Scenario scenario, Stages stages, List<Quota> quotas) {
    return Requirements.asPlanned(scenario, stages.stages(), quotas);
  }

  private static Asks asks(Scenario scenario, SplittableRandom random) {
    List<String> clauses = new ArrayList<>();
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      String rule = MEASURES.get(random.nextInt(MEASURES.size()));
      clauses.add("  c" + i + ": {text: t, cite: c, " + rule.formatted(random.nextInt(101)) + "}");
    }
    Contracts law = law(String.join("\n", clauses));
    Instant from = scenario.starts();
    Instant until = from.plus(scenario.duration());
    return new Asks(law.quotasBy(from, from, until), law.breachesBy(from, from, until));
  }

  private static Contracts law(String clauses) {
    return ContractFixture.read("contract: t\nclauses:\n" + clauses + "\n");
  }
}
