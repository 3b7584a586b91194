package situs.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import situs.model.Placement;
import situs.model.Scenario;
import situs.simulation.Simulation;
import situs.stats.Mser5;

/**
 * How long a scenario has to run before it no longer shows that it began empty. Pilot runs at level
 * demand ({@link Scenario#levelled()}: a day's curve would look like a beginning) sample how many
 * requests and sessions of each workload are in the system; {@link Mser5} says, of their mean over
 * the pilots, how much to drop. The longest of all workloads and placements counts.
 */
public final class WarmUpSearch {
  /** Independent pilots, whose mean is smoother than each. */
  private static final int PILOTS = 10;

  /**
   * Samples of a pilot. With the pilot grows the time between two, so that in a pilot long enough
   * they hardly depend on each other, which MSER-5 needs.
   */
  private static final int SAMPLES = 500;

  private static final Duration FIRST_PILOT = Duration.ofHours(4);
  private static final Duration LONGEST_PILOT = Duration.ofHours(64);

  private final int threads;

  /**
   * @param threads how many pilots run at once, at least 1; the answer does not depend on it
   */
  public WarmUpSearch(int threads) {
    this.threads = threads;
  }

  /** The warm-up that is enough for all placements; pilots are doubled until they settle. */
  public WarmUp find(Scenario scenario, List<Placement> placements) {
    Duration pilot = FIRST_PILOT;
    WarmUp found = find(scenario, placements, pilot);
    while (!found.settled() && pilot.compareTo(LONGEST_PILOT) < 0) {
      pilot = pilot.multipliedBy(2);
      found = find(scenario, placements, pilot);
    }
    return found;
  }

  private WarmUp find(Scenario scenario, List<Placement> placements, Duration pilot) {
    Scenario level =
        scenario.levelled().withWarmUp(Duration.ZERO).withRun(pilot, scenario.seed(), PILOTS);
    WarmUp longest = new WarmUp(Duration.ZERO, pilot, "", "", true);
    List<Map<String, double[]>> means = means(level, placements);
    for (int i = 0; i < placements.size(); i++) {
      for (Map.Entry<String, double[]> series : means.get(i).entrySet()) {
        OptionalInt dropped = Mser5.truncation(series.getValue());
        WarmUp one =
            new WarmUp(
                wholeMinutes(pilot.multipliedBy(dropped.orElse(0)).dividedBy(SAMPLES)),
                pilot,
                placements.get(i).strategy(),
                series.getKey(),
                dropped.isPresent());
        if (!one.settled()) {
          return one;
        }
        longest = one.length().compareTo(longest.length()) > 0 ? one : longest;
      }
    }
    return longest;
  }

  private static Duration wholeMinutes(Duration length) {
    return Duration.ofMinutes((length.toSeconds() + 59) / 60);
  }

  /** By placement and workload, the mean over the pilots at each sampling time. */
  private List<Map<String, double[]>> means(Scenario level, List<Placement> placements) {
    List<Callable<Map<String, double[]>>> tasks = new ArrayList<>();
    for (Placement placement : placements) {
      for (int pilot = 1; pilot <= PILOTS; pilot++) {
        int replication = pilot;
        tasks.add(
            () ->
                Simulation.populate(level, placement, replication, level.durationS() / SAMPLES)
                    .series());
      }
    }
    List<Map<String, double[]>> pilots = all(tasks);
    List<Map<String, double[]>> means = new ArrayList<>();
    for (int i = 0; i < placements.size(); i++) {
      means.add(mean(pilots.subList(PILOTS * i, PILOTS * (i + 1))));
    }
    return means;
  }

  private <T> List<T> all(List<Callable<T>> tasks) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> task : pool.invokeAll(tasks)) {
        results.add(task.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while pilots were running");
    } catch (ExecutionException e) {
      throw new ExperimentException(
          "a pilot run for 'warm-up: auto': " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Map<String, double[]> mean(List<Map<String, double[]>> pilots) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (Map<String, double[]> pilot : pilots) {
      pilot.forEach(
          (workload, series) ->
              sums.merge(
                  workload,
                  series.clone(),
                  (sum, more) -> {
                    for (int i = 0; i < sum.length; i++) {
                      sum[i] += more[i];
                    }
                    return sum;
                  }));
    }
    sums.values()
        .forEach(
            sum -> {
              for (int i = 0; i < sum.length; i++) {
                sum[i] /= pilots.size();
              }
            });
    return sums;
  }
}
