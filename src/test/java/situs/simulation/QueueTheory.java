package situs.simulation;

/** Exact results of queueing theory; times in units of the mean service time. */
final class QueueTheory {
  private QueueTheory() {}

  /** Probability of waiting in M/M/c (Erlang, 1917), by the recursion of Erlang B. */
  static double erlangC(int servers, double load) {
    double blocking = erlangB(servers, servers * load);
    return blocking / (1 - load * (1 - blocking));
  }

  /** Share of calls lost in M/G/c/c at {@code offered} Erlang. */
  static double erlangB(int servers, double offered) {
    double blocking = 1;
    for (int n = 1; n <= servers; n++) {
      blocking = offered * blocking / (n + offered * blocking);
    }
    return blocking;
  }

  /** Mean wait in M/M/c. */
  static double mmcWait(int servers, double load) {
    return erlangC(servers, load) / (servers * (1 - load));
  }

  /**
   * Mean wait in M/G/1 (Pollaczek, 1930; Khinchine, 1932).
   *
   * @param secondMoment of the service time over the square of its mean
   */
  static double mg1Wait(double load, double secondMoment) {
    return load * secondMoment / (2 * (1 - load));
  }

  /** Mean time in M/G/1 under processor sharing: only the mean of the service time counts. */
  static double processorSharingTime(double load) {
    return 1 / (1 - load);
  }

  /** Share lost in M/M/c with {@code places} in all, from the birth-death balance. */
  static double lost(int servers, double load, int places) {
    double offered = servers * load;
    double weight = 1;
    double total = 1;
    for (int n = 1; n <= places; n++) {
      weight *= offered / Math.min(n, servers);
      total += weight;
    }
    return weight / total;
  }

  /** Mean number at an M/M/1 station of a Jackson network (Jackson, 1957). */
  static double jacksonNumber(double load) {
    return load / (1 - load);
  }
}
