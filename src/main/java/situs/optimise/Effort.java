package situs.optimise;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How far a solver goes.
 *
 * @param gap it stops when the answer is proven to lie within this part of the best possible
 * @param nodes of the search at the most: the limit that is the same on every machine
 * @param time at the most. An answer that ends by it may differ from machine to machine, so it is
 *     set far beyond what {@code nodes} take, and {@link Answer.Outcome#OUT_OF_TIME} tells
 */
public record Effort(double gap, long nodes, Duration time) {

  /** Nodes that a search may take unless something else is asked for. */
  public static final long NODES = 20_000;

  /** To the last digit that solvers tell apart. */
  public static final Effort EXACT = new Effort(1e-9, 1_000_000, Duration.ofMinutes(10));

  public Effort {
    if (!(gap >= 0) || nodes < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("need gap >= 0, a node, and time");
    }
  }

  /** {@code 20000 nodes or 600 s}: where a search ends, for the reader. */
  public String words() {
    String seconds = BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString();
    return nodes + " nodes or " + seconds + " s";
  }
}
