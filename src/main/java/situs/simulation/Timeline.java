package situs.simulation;

import situs.model.Scenario;

/**
 * The parts of a run, seconds from its start: first every replica boots, then demand warms it up,
 * then it is measured. Capacity is rented before customers come.
 *
 * @param demandFromS first instant of demand
 * @param measuredFromS first instant that counts
 * @param endS end of the run
 */
record Timeline(double demandFromS, double measuredFromS, double endS) {

  static Timeline of(Scenario scenario) {
    // A second more than the slowest boot: the kernel spaces its events.
    double demandFrom = Math.max(BootTimes.ASSUMED.modelS(), BootTimes.ASSUMED.runtimeS()) + 1;
    double measuredFrom = demandFrom + scenario.warmUpS();
    return new Timeline(demandFrom, measuredFrom, measuredFrom + scenario.durationS());
  }
}
