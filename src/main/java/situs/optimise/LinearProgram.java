package situs.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Variables within bounds, and rows: sums of them that lie within bounds. What is to be minimised
 * is said when it is solved, so that one program serves several goals.
 *
 * <p>Grows while it is built, within one method; nothing is ever taken away.
 */
public final class LinearProgram {

  /** A variable. */
  record Column(double lower, double upper, boolean whole) {}

  /** Bounds of a sum. */
  record Row(double lower, double upper, Sum sum) {

    boolean holds(double[] values, double tolerance) {
      double value = sum.at(values);
      return value >= lower - tolerance && value <= upper + tolerance;
    }
  }

  private final List<Column> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /** A variable that takes any value from 0; returns its number. */
  public int real(double most) {
    columns.add(new Column(0, most, false));
    return columns.size() - 1;
  }

  /** A variable that takes whole numbers from 0; returns its number. */
  public int whole(double most) {
    columns.add(new Column(0, most, true));
    return columns.size() - 1;
  }

  /** A variable that has this value and no other; returns its number. */
  public int fixed(double value) {
    columns.add(new Column(value, value, false));
    return columns.size() - 1;
  }

  /** Every variable at its lowest. */
  public double[] lowest() {
    return columns.stream().mapToDouble(Column::lower).toArray();
  }

  /** {@code sum <= most}. */
  public void atMost(double most, Sum sum) {
    rows.add(new Row(Double.NEGATIVE_INFINITY, most, sum));
  }

  /** {@code sum >= least}. */
  public void atLeast(double least, Sum sum) {
    rows.add(new Row(least, Double.POSITIVE_INFINITY, sum));
  }

  /** {@code sum = value}. */
  public void exactly(double value, Sum sum) {
    rows.add(new Row(value, value, sum));
  }

  public int variables() {
    return columns.size();
  }

  List<Column> columns() {
    return columns;
  }

  List<Row> rows() {
    return rows;
  }

  /** Whether whole numbers within the bounds keep every row. The check of an answer. */
  public boolean holds(double[] values, double tolerance) {
    for (int i = 0; i < values.length; i++) {
      Column column = columns.get(i);
      boolean whole = !column.whole() || Math.abs(values[i] - Math.rint(values[i])) <= tolerance;
      if (!whole
          || values[i] < column.lower() - tolerance
          || values[i] > column.upper() + tolerance) {
        return false;
      }
    }
    return rows.stream().allMatch(row -> row.holds(values, tolerance));
  }

  @Override
  public String toString() {
    return columns.size() + " variables, " + rows.size() + " rows";
  }

  /** Numbers times variables, added up. */
  public static final class Sum {
    private int[] variables = new int[4];
    private double[] factors = new double[4];
    private int size;

    /**
     * Adds {@code factor * variable}. In a row a variable comes once; in a goal, as often as need
     * be.
     */
    public Sum plus(double factor, int variable) {
      if (size == variables.length) {
        variables = Arrays.copyOf(variables, 2 * size);
        factors = Arrays.copyOf(factors, 2 * size);
      }
      variables[size] = variable;
      factors[size++] = factor;
      return this;
    }

    /** Adds {@code factor} times the other sum. */
    public Sum plus(double factor, Sum other) {
      for (int i = 0; i < other.size; i++) {
        plus(factor * other.factors[i], other.variables[i]);
      }
      return this;
    }

    /** The same with each variable once, as a row needs it. */
    public Sum merged() {
      Map<Integer, Double> once = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        once.merge(variables[i], factors[i], Double::sum);
      }
      Sum merged = new Sum();
      once.forEach((variable, factor) -> merged.plus(factor, variable));
      return merged;
    }

    /** Its value where the variables have these. */
    public double at(double[] values) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += factors[i] * values[variables[i]];
      }
      return sum;
    }

    int size() {
      return size;
    }

    int variable(int i) {
      return variables[i];
    }

    double factor(int i) {
      return factors[i];
    }
  }
}
