package situs.simulation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import situs.model.Distribution;
import situs.stats.Latencies;
import situs.stats.RandomStream;
import situs.stats.Sampler;
import situs.stats.TimeAverage;

/** What the engine does for every request, piece by piece: nanoseconds each. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class InnerLoops {

  /** Timers of so many replicas, each set later when it comes first. */
  @State(Scope.Thread)
  public static class Timers {
    @Param({"10", "100", "1000", "5000"})
    int replicas;

    private final RandomStream random = new RandomStream(1);
    private TournamentTree timers;

    @Setup
    public void fill() {
      timers = new TournamentTree(replicas);
      for (int i = 0; i < replicas; i++) {
        timers.set(i, random.nextDouble());
      }
    }
  }

  @Benchmark
  public double timerThatComesFirstIsSetLater(Timers state) {
    TournamentTree timers = state.timers;
    double now = timers.firstKey();
    timers.set(timers.first(), now + state.random.nextDouble());
    return now;
  }

  /** Events on their way. */
  @State(Scope.Thread)
  public static class Events {
    @Param({"10", "1000"})
    int underWay;

    private final RandomStream random = new RandomStream(1);
    private EventHeap events;

    @Setup
    public void fill() {
      events = new EventHeap();
      for (int i = 0; i < underWay; i++) {
        events.push(random.nextDouble(), i);
      }
    }
  }

  @Benchmark
  public long eventThatComesFirstIsPushedLater(Events state) {
    double now = state.events.firstTime();
    long what = state.events.pop();
    state.events.push(now + state.random.nextDouble(), what);
    return what;
  }

  /** Random draws, and what is kept of them. */
  @State(Scope.Thread)
  public static class Draws {
    private final RandomStream random = new RandomStream(1);
    private final Sampler exponential = Sampler.of(new Distribution.Exponential(1), random);
    private final Sampler tokens = Sampler.of(new Distribution.LogNormal(129, 424, 4000), random);
    private final Latencies latencies = new Latencies();
    private final TimeAverage number = new TimeAverage();
    private double now;
  }

  @Benchmark
  public double exponential(Draws draws) {
    return draws.exponential.sample();
  }

  @Benchmark
  public int logNormalTokens(Draws draws) {
    return draws.tokens.tokens();
  }

  @Benchmark
  public Latencies latencyIntoTheSketch(Draws draws) {
    draws.latencies.add(0.01 + (draws.random.nextLong() >>> 40) * 1e-7);
    return draws.latencies;
  }

  @Benchmark
  public double timeAverage(Draws draws) {
    draws.now += 0.001;
    draws.number.add(draws.now, 1);
    return draws.now;
  }
}
