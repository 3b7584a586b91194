package situs.bench;

/**
 * What a case took, on one thread.
 *
 * @param name of the case
 * @param requests simulated: model calls, warm-up included
 * @param seconds of wall clock
 * @param peakHeapMib most heap in use, garbage included
 */
public record Measurement(String name, long requests, double seconds, double peakHeapMib) {

  public Measurement named(String other) {
    return new Measurement(other, requests, seconds, peakHeapMib);
  }

  public double requestsPerSecond() {
    return requests / seconds;
  }

  public double nanosecondsPerRequest() {
    return seconds * 1e9 / requests;
  }
}
