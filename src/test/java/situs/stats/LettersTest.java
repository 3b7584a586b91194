package situs.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTest {

  @Test
  void allAlikeShareOneLetterAndAllApartShareNone() {
    assertThat(Letters.of(3, (i, j) -> false)).containsExactly("a", "a", "a");
    assertThat(Letters.of(3, (i, j) -> true)).containsExactly("a", "b", "c");
    assertThat(Letters.of(0, (i, j) -> true)).isEmpty();
  }

  @Test
  void theMiddleOneMayShareWithBothNeighbours() {
    // Only the first and the last can be told apart.
    assertThat(Letters.of(3, (i, j) -> i == 0 && j == 2)).containsExactly("a", "ab", "b");
  }

  @Test
  void sharingALetterMeansExactlyNotToldApart() {
    // Every way in which five things can differ in pairs: 2^10.
    for (int ways = 0; ways < 1024; ways++) {
      int way = ways;
      List<String> letters = Letters.of(5, (i, j) -> apart(way, i, j));
      for (int i = 0; i < 5; i++) {
        for (int j = i + 1; j < 5; j++) {
          String other = letters.get(j);
          boolean shared = letters.get(i).chars().anyMatch(c -> other.indexOf(c) >= 0);
          assertThat(shared)
              .as("%d: %d and %d of %s", way, i, j, letters)
              .isEqualTo(!apart(way, i, j));
        }
      }
    }
  }

  private static boolean apart(int way, int i, int j) {
    List<Integer> pairs = new ArrayList<>();
    for (int a = 0; a < 5; a++) {
      for (int b = a + 1; b < 5; b++) {
        pairs.add(10 * a + b);
      }
    }
    return (way >> pairs.indexOf(10 * i + j) & 1) == 1;
  }
}
