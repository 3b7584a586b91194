package situs.stats;

/** The integral of a quantity over time, from which its time average follows. */
public final class TimeAverage {
  private double value;
  private double since;
  private double area;
  private double start;

  /** The quantity has this value from {@code now} on. */
  public void set(double now, double newValue) {
    area += value * (now - since);
    since = now;
    value = newValue;
  }

  public void add(double now, double change) {
    set(now, value + change);
  }

  public double value() {
    return value;
  }

  /** Forgets what was before {@code now}; the value stays. */
  public void restart(double now) {
    since = now;
    start = now;
    area = 0;
  }

  /** The integral from the last restart to {@code now}. */
  public double integral(double now) {
    return area + value * (now - since);
  }

  /** The average from the last restart to {@code now}; 0 over no time at all. */
  public double average(double now) {
    return now > start ? integral(now) / (now - start) : 0;
  }
}
