package situs.bill;

import situs.model.Figure;
import situs.model.Provenance;
import situs.model.Status;

/**
 * How much power servers draw, all of it linear in utilisation:
 *
 * <pre>
 * accelerator  tdp * (idle + (1 - idle) * utilisation)
 * host         vCPUs * (least + (most - least) * utilisation)
 * </pre>
 *
 * Utilisation is that of {@link situs.simulation.PoolUse}: a replica with any work counts as busy,
 * so the figure is high where batches are small. Main memory, disks and switches are left out.
 *
 * @param idleShare share of its design power that an idle accelerator draws
 * @param leastWPerVcpu watts of an idle vCPU
 * @param mostWPerVcpu watts of a busy one
 */
record PowerModel(Figure idleShare, Figure leastWPerVcpu, Figure mostWPerVcpu) {

  private static final Provenance CPU =
      new Provenance(
          Status.ASSUMED,
          "Cloud Carbon Footprint, AwsFootprintEstimationConstants.ts, MIN_WATTS_AVG and"
              + " MAX_WATTS_AVG; assumed for all providers",
          "");

  static final PowerModel STANDARD =
      new PowerModel(
          new Figure(0.3, Provenance.assumed("idle at 30 % of design power")),
          new Figure(0.74, CPU),
          new Figure(3.5, CPU));

  double acceleratorW(double tdpW, double utilisation) {
    return tdpW * between(idleShare.value(), 1, utilisation);
  }

  double hostW(int vcpus, double utilisation) {
    return vcpus * between(leastWPerVcpu.value(), mostWPerVcpu.value(), utilisation);
  }

  private static double between(double idle, double busy, double utilisation) {
    return idle + (busy - idle) * utilisation;
  }
}
