package situs.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastLoadedTest {

  @Test
  void oneServerIsFoundAsItIs() {
    assertThat(LeastLoaded.found(3, 1)).isEqualTo(1);
  }

  @Test
  void amongManyServersWithLessThanOneEachAnEmptyOneIsFound() {
    assertThat(LeastLoaded.found(0.5, 1_000)).isCloseTo(0, within(1e-3));
  }

  @Test
  void theFullerTheServersTheLessTheChoiceIsWorth() {
    assertThat(LeastLoaded.found(100, 4)).isBetween(LeastLoaded.found(10, 4), 1.0);
    assertThat(LeastLoaded.found(10, 4)).isGreaterThan(LeastLoaded.found(1, 4));
  }

  /**
   * The queue itself: who comes joins the server with the fewest and stays for an exponential time.
   */
  @ParameterizedTest(name = "{0} each, {1} servers")
  @CsvSource({"0.85, 4", "1, 2", "4.8, 2", "2, 4", "5, 4", "3, 8"})
  void isLowByAFifthAtMost(double each, int servers) {
    double simulated = simulated(each, servers);
    assertThat(LeastLoaded.found(each, servers)).isBetween(0.75 * simulated, 1.05 * simulated);
  }

  private record Leaving(double at, int server) {}

  private static double simulated(double each, int servers) {
    SplittableRandom random = new SplittableRandom(1);
    int[] held = new int[servers];
    PriorityQueue<Leaving> leaving = new PriorityQueue<>((a, b) -> Double.compare(a.at(), b.at()));
    double now = 0;
    long found = 0;
    int arrivals = 100_000;
    for (int i = 0; i < arrivals; i++) {
      now += exponential(random) / (each * servers);
      while (!leaving.isEmpty() && leaving.peek().at() <= now) {
        held[leaving.poll().server()]--;
      }
      int first = random.nextInt(servers);
      int least = first;
      for (int k = 1; k < servers; k++) {
        int server = (first + k) % servers;
        least = held[server] < held[least] ? server : least;
      }
      found += held[least]++;
      leaving.add(new Leaving(now + exponential(random), least));
    }
    return (double) found / arrivals / each;
  }

  private static double exponential(SplittableRandom random) {
    return -Math.log(1 - random.nextDouble());
  }
}
