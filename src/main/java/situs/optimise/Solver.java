package situs.optimise;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.List;
import situs.optimise.Answer.Outcome;
import situs.optimise.LinearProgram.Column;
import situs.optimise.LinearProgram.Row;
import situs.optimise.LinearProgram.Sum;

/**
 * SCIP for whole numbers, GLOP for bounds; both on one thread from a fixed seed, so that the same
 * program has the same answer at every run. Native code is loaded at first use and never before.
 */
public final class Solver {
  /** Rows are kept to this; the default of 1e-6 would show in the rounding up of instances. */
  private static final String SETTINGS =
      "numerics/feastol = 1e-09\nlimits/nodes = %d\nparallel/maxnthreads = 1\n"
          // A heuristic that complains on standard error when its own small program has no answer.
          + "heuristics/alns/freq = -1\n";

  private static final String NO_CUTS = "separating/maxrounds = 0\nseparating/maxroundsroot = 0\n";

  /**
   * Rows kept to as little as values that count as equal lie apart let SCIP's dual reductions lose
   * the last answers; without them and with a finer measure none is known to be lost.
   */
  private static final String NO_LOSS =
      "misc/allowstrongdualreds = FALSE\nnumerics/epsilon = 1e-10\n";

  private static final double[] NOTHING_KNOWN = {};

  private Solver() {}

  /** Loads the native code, once, when the first program is to be solved. */
  private static final class Natives {
    static {
      Loader.loadNativeLibraries();
    }

    static MPSolver make(String name) {
      MPSolver solver = MPSolver.createSolver(name);
      if (solver == null) {
        throw new IllegalStateException("the solver library has no " + name);
      }
      return solver;
    }
  }

  /** The least {@code goal}. */
  public static Answer least(LinearProgram program, Sum goal, Effort effort) {
    return solved(program, goal, effort, "", NOTHING_KNOWN);
  }

  /**
   * The least {@code goal}, from an answer that is known, so that none that is worse comes of it.
   *
   * @param known values of the variables
   */
  public static Answer least(LinearProgram program, Sum goal, Effort effort, double[] known) {
    return solved(program, goal, effort, "", known);
  }

  /**
   * An answer as good as the known one or better, soon: without the cuts that prove bounds.
   *
   * @param known values of the first variables; others may follow
   */
  public static Answer better(LinearProgram program, Sum goal, Effort effort, double[] known) {
    return solved(program, goal, effort, NO_CUTS, known);
  }

  /** That there is none is believed when it was found twice. */
  private static Answer solved(
      LinearProgram program, Sum goal, Effort effort, String settings, double[] known) {
    Answer answer = solvedOnce(program, goal, effort, settings, known);
    return answer.outcome() == Outcome.IMPOSSIBLE
        ? solvedOnce(program, goal, effort, settings + NO_LOSS, known)
        : answer;
  }

  private static Answer solvedOnce(
      LinearProgram program, Sum goal, Effort effort, String settings, double[] known) {
    MPSolver solver = Natives.make("SCIP");
    try {
      solver.setSolverSpecificParametersAsString(SETTINGS.formatted(effort.nodes()) + settings);
      // To the solver, 0 is no limit.
      solver.setTimeLimit(Math.max(1, effort.time().toMillis()));
      MPVariable[] variables = fill(solver, program, goal);
      solver.setHint(Arrays.copyOf(variables, known.length), known);
      MPSolverParameters parameters = new MPSolverParameters();
      parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, effort.gap());
      ResultStatus status = solver.solve(parameters);
      return answer(solver, status, variables, program, effort);
    } finally {
      solver.delete();
    }
  }

  /** The least {@code goal} if whole numbers might be fractions: a bound, and soon found. */
  public static Answer bound(LinearProgram program, Sum goal) {
    MPSolver solver = Natives.make("GLOP");
    try {
      MPVariable[] variables = fill(solver, program, goal);
      ResultStatus status = solver.solve();
      if (status != ResultStatus.OPTIMAL) {
        return Answer.none(impossible(status) ? Outcome.IMPOSSIBLE : Outcome.UNKNOWN);
      }
      double least = solver.objective().value();
      return new Answer(Outcome.PROVEN, values(variables), least, least, 0);
    } finally {
      solver.delete();
    }
  }

  private static MPVariable[] fill(MPSolver solver, LinearProgram program, Sum goal) {
    List<Column> columns = program.columns();
    MPVariable[] variables = new MPVariable[columns.size()];
    for (int i = 0; i < variables.length; i++) {
      Column c = columns.get(i);
      variables[i] = solver.makeVar(c.lower(), c.upper(), c.whole(), "");
    }
    for (Row row : program.rows()) {
      MPConstraint constraint = solver.makeConstraint(row.lower(), row.upper());
      for (int i = 0; i < row.sum().size(); i++) {
        constraint.setCoefficient(variables[row.sum().variable(i)], row.sum().factor(i));
      }
    }
    MPObjective objective = solver.objective();
    double[] factors = new double[variables.length];
    for (int i = 0; i < goal.size(); i++) {
      factors[goal.variable(i)] += goal.factor(i);
    }
    for (int i = 0; i < factors.length; i++) {
      objective.setCoefficient(variables[i], factors[i]);
    }
    objective.setMinimization();
    return variables;
  }

  private static Answer answer(
      MPSolver solver,
      ResultStatus status,
      MPVariable[] variables,
      LinearProgram program,
      Effort effort) {
    if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
      return Answer.none(impossible(status) ? Outcome.IMPOSSIBLE : Outcome.UNKNOWN);
    }
    Outcome stopped = solver.nodes() >= effort.nodes() ? Outcome.OUT_OF_NODES : Outcome.OUT_OF_TIME;
    Outcome outcome = status == ResultStatus.OPTIMAL ? Outcome.PROVEN : stopped;
    double value = solver.objective().value();
    double bound = Math.min(value, solver.objective().bestBound());
    double[] values = values(variables);
    for (int i = 0; i < values.length; i++) {
      values[i] = program.columns().get(i).whole() ? Math.rint(values[i]) : values[i];
    }
    return new Answer(outcome, values, value, bound, solver.nodes());
  }

  private static boolean impossible(ResultStatus status) {
    return status == ResultStatus.INFEASIBLE;
  }

  private static double[] values(MPVariable[] variables) {
    double[] values = new double[variables.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = variables[i].solutionValue();
    }
    return values;
  }
}
