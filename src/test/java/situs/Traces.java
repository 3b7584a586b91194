package situs;

import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import situs.model.RequestTrace;

/** Whole traces in memory, for tests. */
public final class Traces {
  private Traces() {}

  /** Seconds after the first request. */
  public static double[] offsets(RequestTrace trace) {
    DoubleStream.Builder values = DoubleStream.builder();
    try (RequestTrace.Cursor cursor = trace.open()) {
      while (cursor.next()) {
        values.add(cursor.offsetS());
      }
    }
    return values.build().toArray();
  }

  public static int[] values(RequestTrace trace, ToIntFunction<RequestTrace.Cursor> value) {
    IntStream.Builder values = IntStream.builder();
    try (RequestTrace.Cursor cursor = trace.open()) {
      while (cursor.next()) {
        values.add(value.applyAsInt(cursor));
      }
    }
    return values.build().toArray();
  }
}
