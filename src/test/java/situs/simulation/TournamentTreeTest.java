package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import situs.stats.RandomStream;

class TournamentTreeTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 100})
  void theWinnerIsTheFirstOfTheLeastKeys(int size) {
    TournamentTree tree = new TournamentTree(size);
    double[] keys = new double[size];
    Arrays.fill(keys, Double.POSITIVE_INFINITY);
    RandomStream random = new RandomStream(size);
    for (int change = 0; change < 2000; change++) {
      int entry = random.nextInt(size);
      // Few different keys, 0 and infinity among them, so that ties are common.
      int choice = random.nextInt(6);
      keys[entry] = choice == 5 ? Double.POSITIVE_INFINITY : choice / 2.0;
      tree.set(entry, keys[entry]);
      double least = Arrays.stream(keys).min().orElseThrow();
      assertThat(tree.firstKey()).isEqualTo(least);
      if (least < Double.POSITIVE_INFINITY) {
        assertThat(tree.first()).isEqualTo(firstWith(keys, least));
      }
    }
  }

  private static int firstWith(double[] keys, double wanted) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == wanted) {
        return i;
      }
    }
    throw new AssertionError();
  }
}
