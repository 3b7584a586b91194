package situs.bench;

import java.util.function.LongSupplier;

/**
 * Work of a known kind, done on the calling thread.
 *
 * @param name such as {@code batching}
 * @param work does it and answers how many requests were simulated
 */
public record BenchCase(String name, LongSupplier work) {
  /** Does it once. */
  public Measurement measure() {
    Heap heap = Heap.watched();
    long began = System.nanoTime();
    long requests = work.getAsLong();
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Measurement(name, requests, seconds, heap.peakMib());
  }
}
