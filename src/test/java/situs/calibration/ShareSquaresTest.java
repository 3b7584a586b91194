package situs.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareSquaresTest {
  @Test
  void solvesWhatCanBeSolved() {
    ShareSquares squares = new ShareSquares(2);
    // 2x + y = 8 and x + 3y = 9: x = 3, y = 2
    squares.add(new double[] {2, 1}, 8);
    squares.add(new double[] {1, 3}, 9);
    assertThat(squares.positive()).containsExactly(new double[] {3, 2}, within(1e-9));
  }

  @Test
  void weighsEquationsByTheirValues() {
    ShareSquares squares = new ShareSquares(1);
    // x = 1 and 100x = 200
    squares.add(new double[] {1}, 1);
    squares.add(new double[] {100}, 200);
    // Minimum of (x - 1)^2 + (x/2 - 1)^2 at x = (1 + 1/2) / (1 + 1/4) = 1.2
    assertThat(squares.positive()).containsExactly(new double[] {1.2}, within(1e-9));
  }

  @Test
  void whatWouldBeNegativeExplainsAHundredth() {
    ShareSquares squares = new ShareSquares(2);
    // Without bounds x = 4, y = -1; with y = 0 the best x, and y such that y/2 = 1 % of the value.
    squares.add(new double[] {1, 2}, 2);
    squares.add(new double[] {1, 0}, 4);
    double[] found = squares.positive();
    // x alone: (x/2 - 1)^2 + (x/4 - 1)^2 is least at (1/2 + 1/4) / (1/4 + 1/16) = 2.4
    assertThat(found[0]).isCloseTo(2.4, within(1e-9));
    // y's factors over the values: 1 and 0, in the mean 1/2; 0.01 / (1/2) = 0.02
    assertThat(found[1]).isCloseTo(0.02, within(1e-9));
  }
}
