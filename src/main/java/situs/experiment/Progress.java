package situs.experiment;

/** Hears how far an experiment has come. Called from one thread. */
@FunctionalInterface
public interface Progress {

  /** {@code done} of {@code total} replications are ready. */
  void report(int done, int total);
}
