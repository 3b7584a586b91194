package situs.experiment;

import situs.audit.Findings;
import situs.bill.Bill;
import situs.bill.Footprint;
import situs.simulation.Observations;

/**
 * One replication of one strategy.
 *
 * @param replication counted from 1
 */
public record Run(
    int replication,
    Observations observations,
    Bill bill,
    Footprint footprint,
    Findings findings) {}
