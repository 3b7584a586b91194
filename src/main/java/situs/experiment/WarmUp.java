package situs.experiment;

import java.time.Duration;

/**
 * How long a scenario takes to settle, as {@link WarmUpSearch} found it.
 *
 * @param length simulated before anything is measured, whole minutes
 * @param pilot length of the pilot runs that showed it
 * @param strategy under which it took longest
 * @param workload that took longest
 * @param settled whether all did within the pilot; otherwise strategy and workload name one that
 *     did not, and the length is no answer
 */
public record WarmUp(
    Duration length, Duration pilot, String strategy, String workload, boolean settled) {}
