package situs.simulation;

/** The arrivals of one workload from one origin, in their order. */
interface ArrivalProcess extends AutoCloseable {

  /** Time of the next arrival, seconds of the run; infinity when the run ends before. */
  double next();

  /** Tokens of the prompt that arrives at the time last given. */
  int prompt();

  /** Tokens that it asks for. */
  int output();

  /** What is known of its prompt's beginning. */
  default Prefix prefix() {
    return Prefix.UNKNOWN;
  }

  /** Lets go of files. */
  @Override
  default void close() {}
}
