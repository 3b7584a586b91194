package situs.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import situs.model.ServingProfile.ThreeTerms;

/**
 * The terms of the least loss, by the method of Levenberg and Marquardt over their logarithms, with
 * the errors weighted anew at each step (Holland, Welsch 1977). A replica answers in whole
 * iterations, so that times jump a little as terms change: slopes are taken over wide differences,
 * and at last a simplex of Nelder and Mead goes without.
 */
final class Search {
  /** Over which slopes are taken, in logarithms; one after the other. */
  private static final double[] WIDTHS = {0.6, 0.3, 0.15};

  private static final int STEPS = 60;
  private static final double FIRST_DAMPING = 0.1;
  private static final double MOST_DAMPING = 1e6;
  private static final double EASIER = 0.2;
  private static final double HARDER = 4;

  /** Damping of a term that changes nothing, beside that of others. */
  private static final double FLOOR = 1e-9;

  /** No step changes a term by more than a factor of e. */
  private static final double LONGEST = 1;

  /** Of the simplex: its first size in logarithms, and when it is done. */
  private static final double SIMPLEX = 0.1;

  private static final int ITERATIONS = 300;
  private static final double RELATIVE = 1e-6;

  private final Loss loss;
  private final Expected expected;

  Search(Loss loss, Expected expected) {
    this.loss = loss;
    this.expected = expected;
  }

  /** Where a search is: the errors there, and what is to be made least. */
  private record Point(double[] x, double[] errors, double value) {}

  /** The best that is found from any of the starts. */
  ThreeTerms from(List<ThreeTerms> starts) {
    Point best = descend(point(Terms.logarithms(starts.get(0))));
    for (ThreeTerms start : starts.subList(1, starts.size())) {
      Point found = descend(point(Terms.logarithms(start)));
      best = found.value() < best.value() ? found : best;
    }
    return Terms.of(best.x());
  }

  /** A better one nearby. */
  ThreeTerms near(ThreeTerms start) {
    double[] steps = new double[Terms.COUNT];
    Arrays.fill(steps, SIMPLEX);
    return Terms.of(
        new SimplexOptimizer(new SimpleValueChecker(RELATIVE, 0, ITERATIONS))
            .optimize(
                MaxEval.unlimited(),
                GoalType.MINIMIZE,
                new ObjectiveFunction(x -> point(x).value()),
                new InitialGuess(Terms.logarithms(start)),
                new NelderMeadSimplex(steps))
            .getPoint());
  }

  private Point point(double[] x) {
    double[] errors = loss.errors(Terms.of(x));
    return new Point(x, errors, Loss.of(errors) + expected.surprise(x));
  }

  private Point descend(Point start) {
    Point at = start;
    for (double width : WIDTHS) {
      at = descend(at, width);
    }
    return at;
  }

  private Point descend(Point start, double width) {
    Point at = start;
    double damping = FIRST_DAMPING;
    for (int step = 0; step < STEPS && damping < MOST_DAMPING; step++) {
      double[][] slopes = slopes(at, width);
      Point next = at;
      while (next.value() >= at.value() && damping < MOST_DAMPING) {
        next = point(stepped(at, slopes, damping));
        damping *= next.value() < at.value() ? EASIER : HARDER;
      }
      at = next.value() < at.value() ? next : at;
    }
    return at;
  }

  /** By term, how each error changes with its logarithm. */
  private double[][] slopes(Point at, double width) {
    double[][] slopes = new double[at.x().length][];
    for (int i = 0; i < slopes.length; i++) {
      double[] more = at.x().clone();
      double[] less = at.x().clone();
      more[i] += width / 2;
      less[i] -= width / 2;
      double[] slope = loss.errors(Terms.of(more));
      double[] below = loss.errors(Terms.of(less));
      for (int k = 0; k < slope.length; k++) {
        slope[k] = (slope[k] - below[k]) / width;
      }
      slopes[i] = slope;
    }
    return slopes;
  }

  private double[] stepped(Point at, double[][] slopes, double damping) {
    double[] downhill = new double[slopes.length];
    for (int i = 0; i < downhill.length; i++) {
      for (int k = 0; k < at.errors().length; k++) {
        double e = at.errors()[k];
        downhill[i] -= 2 * Loss.weight(e) * e * slopes[i][k];
      }
      downhill[i] -= expected.slope(at.x(), i);
    }
    double[] step =
        solver(damped(curvature(at, slopes), damping))
            .solve(new ArrayRealVector(downhill, false))
            .toArray();
    double[] to = at.x().clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += Math.max(-LONGEST, Math.min(LONGEST, step[i]));
    }
    return to;
  }

  private double[][] curvature(Point at, double[][] slopes) {
    double[][] curvature = new double[slopes.length][slopes.length];
    for (int i = 0; i < slopes.length; i++) {
      for (int j = 0; j < slopes.length; j++) {
        for (int k = 0; k < at.errors().length; k++) {
          curvature[i][j] += 2 * Loss.weight(at.errors()[k]) * slopes[i][k] * slopes[j][k];
        }
      }
      curvature[i][i] += expected.curvature();
    }
    return curvature;
  }

  private static double[][] damped(double[][] curvature, double damping) {
    double largest = 0;
    for (int i = 0; i < curvature.length; i++) {
      largest = Math.max(largest, curvature[i][i]);
    }
    for (int i = 0; i < curvature.length; i++) {
      curvature[i][i] += damping * curvature[i][i] + FLOOR * largest + Double.MIN_NORMAL;
    }
    return curvature;
  }

  private static DecompositionSolver solver(double[][] matrix) {
    return new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 0).getSolver();
  }

  /** Standard errors of the logarithms of the terms, which are the best: by the curvature there. */
  List<Double> spreads(ThreeTerms best) {
    Point at = point(Terms.logarithms(best));
    RealMatrix inverse = solver(damped(curvature(at, slopes(at, WIDTHS[0])), 0)).getInverse();
    return IntStream.range(0, Terms.COUNT)
        .mapToObj(i -> Math.sqrt(Math.max(0, inverse.getEntry(i, i))))
        .toList();
  }
}
