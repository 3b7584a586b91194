package situs.simulation;

import java.util.function.ToDoubleFunction;
import situs.model.Placement;
import situs.model.Scenario;

/**
 * A world whose steady state is known.
 *
 * @param quantity what is compared
 * @param theory its exact value
 * @param source of the theory
 * @param measured the same of one replication
 */
record QueueingCase(
    String name,
    double load,
    String quantity,
    double theory,
    String source,
    Scenario scenario,
    Placement placement,
    ToDoubleFunction<Observations> measured) {}
