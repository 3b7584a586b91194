package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import situs.optimise.Answer.Outcome;
import situs.placement.Optima.Optimum;

class RegionSetsTest {
  private static final Optimum SOME =
      new Optimum(1, Optional.of(1.0), new Reached(1, 1), 0, 0, true, Outcome.PROVEN, Set.of());

  private final List<List<String>> tried = new ArrayList<>();

  private List<List<String>> smallest(List<String> candidates, Predicate<Set<String>> helping) {
    RegionSets sets =
        new RegionSets(
            candidates,
            set -> {
              tried.add(set);
              return helping.test(Set.copyOf(set))
                  ? new Sought.Found<>(SOME)
                  : new Sought.Impossible<>();
            },
            optimum -> true);
    return List.copyOf(sets.smallest().keySet());
  }

  @Test
  void eachRegionThatHelpsByItselfIsTold() {
    assertThat(smallest(List.of("a", "b", "c"), s -> s.contains("a") || s.contains("c")))
        .containsExactly(List.of("a"), List.of("c"));
    assertThat(tried).hasSize(3);
  }

  @Test
  void whereNoneDoesEveryPairThatDoes() {
    assertThat(
            smallest(
                List.of("a", "b", "c", "d"),
                s -> s.contains("b") && (s.contains("a") || s.contains("d"))))
        .containsExactly(List.of("a", "b"), List.of("b", "d"));
  }

  @Test
  void beyondTriplesOneSetOfWhichEachIsNeeded() {
    List<String> four = List.of("a", "c", "d", "e");
    assertThat(smallest(List.of("a", "b", "c", "d", "e"), s -> s.containsAll(four)))
        .containsExactly(four);
  }

  /** Of twelve there are 66 pairs: one set is found with twelve searches more than for each. */
  @Test
  void ofManyRegionsNotEveryPairIsTried() {
    List<String> twelve = IntStream.range(0, 12).mapToObj(i -> "r" + i).toList();
    assertThat(smallest(twelve, s -> s.containsAll(Set.of("r3", "r8"))))
        .containsExactly(List.of("r3", "r8"));
    assertThat(tried).hasSize(12 + 12 + 1);
  }

  @Test
  void whereNothingHelpsNothingIsTold() {
    assertThat(smallest(List.of("a", "b", "c"), s -> false)).isEmpty();
  }
}
