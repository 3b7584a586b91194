package situs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ConflictsTest {
  private static final List<String> CLAUSES = List.of("a", "b", "c", "d", "e");

  /** What holds one of the conflicts cannot be kept. */
  private static Predicate<Set<String>> without(List<Set<String>> conflicts) {
    return kept -> conflicts.stream().noneMatch(kept::containsAll);
  }

  @Test
  void twoConflictsThatShareAClauseAreBothFoundAndTheSharedOneIsTheSmallestWaiver() {
    Conflicts found =
        Conflicts.among(
            new TreeSet<>(CLAUSES), without(List.of(Set.of("a", "b"), Set.of("b", "c", "d"))));
    assertThat(found.conflicts()).containsExactly(Set.of("a", "b"), Set.of("b", "c", "d"));
    // Also a with c, and a with d; but b alone is enough.
    assertThat(found.waivers()).containsExactly(Set.of("b"), Set.of("a", "c"), Set.of("a", "d"));
    assertThat(found.complete()).isTrue();
  }

  @Test
  void whereAllCanBeKeptNothingIsWaived() {
    Conflicts found = Conflicts.among(new TreeSet<>(CLAUSES), kept -> true);
    assertThat(found).isEqualTo(new Conflicts(List.of(), List.of(), true));
  }

  /** Of each pair one must go: 2 to the 6th ways, each a waiver of six. */
  @Test
  void ofSixPairsAllWaiversAreFoundAndConflictsComeBeforeThem() {
    List<Set<String>> pairs = new ArrayList<>();
    Set<String> all = new TreeSet<>();
    for (int i = 0; i < 6; i++) {
      pairs.add(Set.of("a" + i, "b" + i));
      all.addAll(pairs.get(i));
    }
    Conflicts found = Conflicts.among(all, without(pairs));
    assertThat(found.complete()).isTrue();
    assertThat(found.conflicts()).containsExactlyInAnyOrderElementsOf(pairs);
    assertThat(found.waivers()).hasSize(64).allMatch(w -> w.size() == 6);
    // Six sets are spent on the conflicts, and the rest on waivers.
    Conflicts some = Conflicts.among(all, without(pairs), 20);
    assertThat(some.complete()).isFalse();
    assertThat(some.conflicts()).containsExactlyInAnyOrderElementsOf(pairs);
    assertThat(some.waivers()).hasSize(14);
  }

  /** Against all 32 subsets. */
  @Test
  void findsExactlyWhatTryingEverySubsetFinds() {
    for (int seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Set<String>> planted = new ArrayList<>();
      for (int i = random.nextInt(1, 5); i > 0; i--) {
        Set<String> conflict = new TreeSet<>();
        CLAUSES.stream().filter(c -> random.nextBoolean()).forEach(conflict::add);
        planted.add(conflict.isEmpty() ? Set.of("a") : conflict);
      }
      Predicate<Set<String>> possible = without(planted);
      Conflicts found = Conflicts.among(new TreeSet<>(CLAUSES), possible);
      assertThat(found.conflicts())
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(minimal(possible.negate()));
      assertThat(found.waivers())
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(minimal(w -> possible.test(rest(w))));
    }
  }

  private static Set<String> rest(Set<String> some) {
    Set<String> rest = new TreeSet<>(CLAUSES);
    rest.removeAll(some);
    return rest;
  }

  private static List<Set<String>> minimal(Predicate<Set<String>> holds) {
    List<Set<String>> all = new ArrayList<>();
    for (int bits = 0; bits < 1 << CLAUSES.size(); bits++) {
      Set<String> subset = new TreeSet<>();
      for (int i = 0; i < CLAUSES.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(CLAUSES.get(i));
        }
      }
      if (holds.test(subset)) {
        all.add(subset);
      }
    }
    return all.stream()
        .filter(s -> all.stream().noneMatch(o -> !o.equals(s) && s.containsAll(o)))
        .toList();
  }
}
