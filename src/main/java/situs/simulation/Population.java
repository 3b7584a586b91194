package situs.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many requests or sessions of each workload are in the system, sampled at even times from the
 * first demand on.
 */
public final class Population {
  private final Map<String, List<Double>> samples = new LinkedHashMap<>();

  /** A workload had so many at the next sampling time. */
  void sample(String workload, double inSystem) {
    samples.computeIfAbsent(workload, name -> new ArrayList<>()).add(inSystem);
  }

  /** Samples by workload, in the order of time. */
  public Map<String, double[]> series() {
    Map<String, double[]> series = new LinkedHashMap<>();
    samples.forEach(
        (workload, values) ->
            series.put(workload, values.stream().mapToDouble(Double::doubleValue).toArray()));
    return series;
  }
}
