package situs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

  @Test
  void givesABurstOfItsSizeAtOnce() {
    TokenBucket bucket = new TokenBucket(10, 600);
    int given = 0;
    while (bucket.availableAt(25, 0) == 0) {
      bucket.take(25, 0);
      given += 25;
    }
    assertThat(given).isEqualTo(600);
  }

  @Test
  void fillsAtItsRateUpToItsSize() {
    TokenBucket bucket = new TokenBucket(10, 600);
    bucket.take(600, 0);
    // 150 tokens at 10 a second
    assertThat(bucket.availableAt(150, 0)).isEqualTo(15);
    assertThat(bucket.fill(30)).isEqualTo(0.5);
    assertThat(bucket.fill(1e6)).isEqualTo(1);
  }

  @Test
  void givesItsRateInTheLongRunHoweverMuchIsAsked() {
    TokenBucket bucket = new TokenBucket(10, 600);
    double at = 0;
    for (int i = 0; i < 10_000; i++) {
      at = bucket.availableAt(35, at);
      bucket.take(35, at);
    }
    // 350,000 tokens, of which the bucket held 600: (350,000 - 600) / 10
    assertThat(at).isCloseTo(34_940, within(1e-6));
  }

  @Test
  void servesInTheOrderOfArrival() {
    TokenBucket bucket = new TokenBucket(10, 100);
    bucket.take(100, 0);
    double large = bucket.availableAt(80, 0);
    bucket.take(80, large);
    assertThat(large).isEqualTo(8);
    assertThat(bucket.availableAt(10, 0)).isEqualTo(9);
  }

  @Test
  void neverGivesMoreThanItHolds() {
    assertThat(new TokenBucket(10, 600).availableAt(601, 0)).isInfinite();
  }

  @Test
  void withoutALimitGivesAll() {
    TokenBucket bucket = new TokenBucket(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    bucket.take(1e9, 5);
    assertThat(bucket.availableAt(1e9, 5)).isEqualTo(5);
  }
}
